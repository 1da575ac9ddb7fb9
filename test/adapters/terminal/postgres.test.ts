import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/jobs/store/postgres/postgres-store.ts';
import { scratchFolder } from '../../jobs/store/scratch.ts';
import { scratchSchema } from '../../postgres/scratch-schema.ts';
import { Chat } from './chat.ts';

function start(folder: string, url: string): Chat {
  const chat = new Chat(folder, { DATABASE_URL: url });
  onTestFinished(async () => {
    chat.kill('SIGKILL');
    await chat.ended;
  });
  return chat;
}

describe('the bot with DATABASE_URL', () => {
  it('goes on after a kill with what it has accepted, and keeps nothing of it in its folder', async () => {
    const [folder, url] = [scratchFolder(), await scratchSchema()];
    writeFileSync(join(folder, 'hold'), '');
    const first = start(folder, url);
    await first.until(/광고를 만들어 드려요/);
    first.say('카페 신메뉴 딸기라떼');
    await first.until(/#1 /);
    first.kill('SIGKILL');
    await first.ended;
    rmSync(join(folder, 'hold'));
    const second = start(folder, url);
    await second.until(/#1 완성했어요/);
    second.say(':repeat: 1');
    await second.until(/#2 다시 만들었어요/);
    second.say('/quit');
    expect(await second.ended).toBe(0);
    expect(existsSync(join(folder, 'jobs.db'))).toBe(false);
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    expect((await store.history({ limit: 9 })).map(({ state, restarts }) => [state, restarts])).toEqual([
      ['delivered', 0],
      ['delivered', 1],
    ]);
  });

  it('is alone on its database, and says so without its password', async () => {
    const url = await scratchSchema();
    const first = start(scratchFolder(), url);
    await first.until(/광고를 만들어 드려요/);
    const second = start(scratchFolder(), url);
    expect(await second.ended).not.toBe(0);
    expect(second.output + second.errors).toContain('DATABASE_URL');
    expect(second.output + second.errors).not.toContain('shop:shop');
    first.say('/quit');
    expect(await first.ended).toBe(0);
  });
});
