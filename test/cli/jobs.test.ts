import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/app/config/config.ts';
import type { Io } from '../../src/cli/io.ts';
import { jobs } from '../../src/cli/jobs.ts';
import { closeDesk, type Desk, openDesk } from '../jobs/desk.ts';
import { order } from '../jobs/orders.ts';

let folder: string;
let desk: Desk | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-jobs-'));
});
afterEach(async () => {
  await closeDesk(desk);
  desk = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const io: Io = {
    out: (text) => lines.push(text),
    err: () => {},
    draw: () => {},
    signal: new AbortController().signal,
    tty: false,
    config: loadConfig({ DATA_DIR: folder, LOCALE: 'en' }),
  };
  expect(await jobs(args, io)).toBe(0);
  return lines.join('\n');
}

const delivered = ({ state }: { readonly state: string }): boolean => state === 'delivered';

describe('npm run jobs', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'liste'])(
    'knows no command %s, whatever else is called so',
    async (name) => {
      await expect(run(name)).rejects.toMatchObject({ code: 'command-unknown', params: { name } });
    },
  );

  it('lists and shows jobs, for people and for programs, without what people wrote', async () => {
    desk = await openDesk({ folder });
    const { id } = await desk.jobs.submit(order());
    await desk.until(id, delivered);
    const list = await run('list');
    expect(list).toMatch(new RegExp(`^${id}  delivered  \\d{4}-.*terminal/민지  text-to-image  quick$`));
    expect(list).not.toContain('딸기');
    expect(JSON.parse(await run('list', '--json'))).toMatchObject([{ id, state: 'delivered', pictures: 1 }]);
    expect(await run('list', '--state', 'failed')).toBe('');
    expect(await run('show', id)).toContain(`1: ${join(folder, 'pictures')}`);
    expect(JSON.parse(await run('show', id.toUpperCase(), '--json'))).toMatchObject({
      id,
      takes: [{}],
      pictures: [{ take: 0 }],
    });
  });

  it('cancels and retries beside a running bot, which follows', async () => {
    let hold = true;
    desk = await openDesk({
      folder,
      parts: { concurrency: 1 },
      onPicture: async (_request, { signal }) => {
        while (hold) {
          signal?.throwIfAborted();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
    });
    const running = await desk.jobs.submit(order());
    const waiting = await desk.jobs.submit(order());
    await desk.until(running.id, ({ state }) => state === 'running');
    expect(await run('cancel', waiting.id)).toContain('cancelled');
    expect(await run('cancel', running.id)).toContain('will stop at its next step');
    await desk.until(running.id, ({ state }) => state === 'cancelled');
    const { recorder } = desk;
    await expect.poll(() => recorder.shown(waiting.id).at(-1)?.stage, { timeout: 10_000 }).toBe('cancelled');
    hold = false;
    expect(await run('retry', waiting.id)).toContain('back in the queue');
    await desk.until(waiting.id, delivered);
  });

  it('forgets what ended long ago, with its files', async () => {
    desk = await openDesk({ folder, parts: { clock: () => Date.now() - 31 * 86_400_000 } });
    const { id } = await desk.jobs.submit(order());
    await desk.until(id, delivered);
    await desk.jobs.stop();
    expect(await run('prune', '--older', '5w')).toBe('0 jobs and 0 files removed.');
    expect(await run('prune', '--older', '30d')).toBe('1 jobs and 2 files removed.');
    expect(await run('list')).toBe('');
    const left = await readdir(join(folder, 'pictures'), { recursive: true });
    expect(left.filter((name) => name.endsWith('.png'))).toEqual([]);
  });

  it.each([
    [['explode'], 'command-unknown'],
    [['show'], 'option-missing'],
    [['show', 'zzzzzz'], 'job-unknown'],
    [['list', '--state', 'lost'], 'option-value'],
    [['list', '--limit', '0'], 'bad-number'],
    [['list', '--colour'], 'bad-option'],
    [['prune'], 'option-missing'],
    [['prune', '--older', 'long'], 'option-value'],
  ])('refuses %j with %s', async (args, code) => {
    await expect(run(...args)).rejects.toMatchObject({ code });
  });

  it('refuses to retry what is done, and to cancel what is over', async () => {
    desk = await openDesk({ folder });
    const { id } = await desk.jobs.submit(order());
    await desk.until(id, delivered);
    await expect(run('retry', id)).rejects.toMatchObject({ code: 'job-not-failed' });
    await expect(run('cancel', id)).rejects.toMatchObject({ code: 'job-over' });
  });

  it('tells how it is used', async () => {
    expect(await run()).toContain('npm run jobs -- list');
  });
});
