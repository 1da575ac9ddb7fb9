import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfig } from '../../src/app/config/config.ts';
import { jobs } from '../../src/cli/jobs.ts';
import { mapsInFolder } from '../../src/conversation/open-map.ts';
import { NO_LIMITS } from '../../src/jobs/job/limits.ts';
import { takeBotLock } from '../../src/jobs/store/bot-lock.ts';
import { openInlineStore } from '../../src/jobs/store/inline-store.ts';
import { openPostgresStore } from '../../src/jobs/store/postgres/postgres-store.ts';
import { newJob } from '../jobs/orders.ts';
import { scratchFolder } from '../jobs/store/scratch.ts';
import { scratchSchema } from '../postgres/scratch-schema.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(folder: string, args: readonly string[], url = ''): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await jobs(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    draw: () => {},
    signal: new AbortController().signal,
    tty: false,
    config: loadConfig({ DATA_DIR: folder, DATABASE_URL: url, LOCALE: 'en' }),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder with a job of 준호's and one of somebody else's, and a message of each that is not answered yet. */
async function shop(): Promise<string> {
  const folder = scratchFolder();
  const store = openInlineStore(join(folder, 'jobs.db'));
  await store.submit(newJob({ key: 'theirs', owner: { id: '77', name: '준호' } }), NO_LIMITS, 1);
  await store.submit(newJob({ key: 'other', owner: { id: '777', name: '미나' } }), NO_LIMITS, 2);
  await store.close();
  const inbox = await mapsInFolder(join(folder, 'discord'))('inbox', 100);
  await inbox.set('1', { user: { id: '77' }, text: '준호네 떡볶이' });
  await inbox.set('2', { user: { id: '777' }, text: '미나네 꽃집' });
  return folder;
}

describe('npm run jobs -- erase', () => {
  it('takes a person away out of jobs and what was taken in, and nobody else', async () => {
    const folder = await shop();
    const { code, out, err } = await run(folder, ['erase', '--person', '77']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1 jobs');
    const inbox = readFileSync(join(folder, 'discord', 'inbox.jsonl'), 'utf8');
    expect(inbox).not.toContain('떡볶이');
    expect(inbox).toContain('미나네 꽃집');
    const store = openInlineStore(join(folder, 'jobs.db'));
    onTestFinished(() => store.close());
    expect(await store.jobByKey('theirs')).toMatchObject({
      removed: true,
      variants: [{ request: { text: '' } }],
    });
    expect(await store.jobByKey('other')).toMatchObject({ removed: false, owner: { name: '미나' } });
  });

  it('says what is left where a bot is running', async () => {
    const folder = await shop();
    const lock = takeBotLock(folder);
    const { err } = await run(folder, ['erase', '--person', '77']);
    expect(err).toContain('run this again');
    lock.release();
    expect(await run(folder, ['erase', '--person', '77'])).toMatchObject({ err: '' });
  });

  it('has to be told of whom', async () => {
    await expect(run(scratchFolder(), ['erase'])).rejects.toMatchObject({ code: 'option-missing' });
  });
});

describe('npm run jobs -- migrate', () => {
  it('moves jobs and what was taken in, of which all is erased there as here', async () => {
    const [folder, url] = [await shop(), await scratchSchema()];
    const { code, out } = await run(folder, ['migrate', '--to', url]);
    expect(code).toBe(0);
    expect(out).toMatch(/^jobs {2}2$/m);
    expect(out).toMatch(/^discord\/inbox {2}2$/m);
    expect(out).not.toContain('shop:shop');
    expect(await run(folder, ['migrate', '--to', url])).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'jobs.db'))).toBe(true);
    expect(await run(scratchFolder(), ['erase', '--person', '77'], url)).toMatchObject({ code: 0, err: '' });
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    expect(await store.jobByKey('theirs')).toMatchObject({ removed: true });
    expect(await store.jobByKey('other')).toMatchObject({ removed: false });
    const entries = await store.entries?.read('discord/inbox', 9);
    expect(entries?.map(([id]) => id)).toEqual(['2']);
  });

  it('waits for no bot that is running, and takes no other address', async () => {
    const folder = await shop();
    const url = await scratchSchema();
    const lock = takeBotLock(folder);
    await expect(run(folder, ['migrate', '--to', url])).rejects.toMatchObject({ code: 'already-running' });
    lock.release();
    for (const to of ['mysql://shop:geheim@host/db', 'postgres', '']) {
      const failure = await run(folder, ['migrate', '--to', to]).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'option-value' });
      expect(JSON.stringify(failure)).not.toContain('geheim');
    }
  });
});
