import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PersistentMap } from '../../src/conversation/persistent-map.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  path = join(folder, 'chat', 'inbox.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('what is kept for the next process', () => {
  it('is there again, without what was taken out', async () => {
    const inbox = await PersistentMap.open(path, 100);
    await Promise.all([inbox.set('1', { text: '딸기\n라떼' }), inbox.set('2', {}), inbox.set('3', { n: 3 })]);
    await inbox.delete('2');
    const next = await PersistentMap.open(path, 100);
    expect(next.keys()).toEqual(['1', '3']);
    expect(next.get('1')).toEqual({ text: '딸기\n라떼' });
    expect(next.get('2')).toBeUndefined();
  });

  it('is on the disk when put resolves, however many are put at once', async () => {
    const inbox = await PersistentMap.open(path, 1000);
    const puts = Array.from({ length: 300 }, (_, n) => inbox.set(String(n), { n }));
    await puts[0];
    expect((await PersistentMap.open(path, 1000)).get('0')).toEqual({ n: 0 });
    await Promise.all(puts);
    expect((await PersistentMap.open(path, 1000)).keys()).toHaveLength(300);
  });

  it('survives a line that was cut off as the process was killed', async () => {
    const inbox = await PersistentMap.open(path, 100);
    await inbox.set('1', { n: 1 });
    await appendFile(path, '\n["2",{"n":');
    await inbox.set('3', { n: 3 });
    expect((await PersistentMap.open(path, 100)).keys()).toEqual(['1', '3']);
  });

  it('is written after a write that failed', async () => {
    const inbox = await PersistentMap.open(path, 100);
    await rm(folder, { recursive: true });
    await expect(inbox.set('1', { n: 1 })).rejects.toThrow('ENOENT');
    const again = await PersistentMap.open(path, 100);
    await again.set('2', { n: 2 });
    await inbox.set('3', { n: 3 });
    expect((await PersistentMap.open(path, 100)).keys()).toEqual(['2', '3']);
  });

  it('does not grow for ever', async () => {
    const inbox = await PersistentMap.open(path, 100);
    for (let n = 0; n < 40; n++) {
      await Promise.all(Array.from({ length: 50 }, (_, i) => inbox.set(String(n * 50 + i), { n })));
      await Promise.all(Array.from({ length: 50 }, (_, i) => inbox.delete(String(n * 50 + i))));
    }
    await inbox.set('last', {});
    expect((await readFile(path, 'utf8')).split('\n').length).toBeLessThan(1_200);
    expect((await PersistentMap.open(path, 100)).keys()).toEqual(['last']);
  });

  it('is no more than was agreed: the oldest goes first', async () => {
    const inbox = await PersistentMap.open(path, 3);
    for (const id of ['1', '2', '3', '4']) await inbox.set(id, {});
    expect(inbox.keys()).toEqual(['2', '3', '4']);
    expect((await PersistentMap.open(path, 3)).keys()).toEqual(['2', '3', '4']);
  });

  it.each([
    ['null', 'null'],
    ['a number', '7'],
    ['no id', '[{"id":1},{}]'],
    ['depth', `["2",${'['.repeat(1e5)}${']'.repeat(1e5)}]`],
    ['length', `["2","${'x'.repeat(2 ** 21)}"]`],
    ['bytes that are no text', '\xff\0\xfe'],
  ])('passes over a line of %s', async (_, line) => {
    const inbox = await PersistentMap.open(path, 100);
    await inbox.set('1', { n: 1 });
    await appendFile(path, `\n${line}`);
    await inbox.set('3', { n: 3 });
    expect((await PersistentMap.open(path, 100)).keys()).toEqual(['1', '3']);
  });

  it('keeps no more of a file than its bound, the newest', async () => {
    await PersistentMap.open(path, 3);
    await appendFile(path, Array.from({ length: 1000 }, (_, n) => `\n["${n}",{}]`).join(''));
    expect((await PersistentMap.open(path, 3)).keys()).toEqual(['997', '998', '999']);
  });
});
