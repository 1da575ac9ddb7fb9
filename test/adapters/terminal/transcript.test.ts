import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transcript } from '../../../src/adapters/terminal/transcript.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcript-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = () => join(folder, 'chat', 'transcript.jsonl');

describe('Transcript', () => {
  it('numbers messages, knows them by their keys, and reads them again', async () => {
    const first = await Transcript.open(path());
    expect(await first.writeInput('카페')).toBe(1);
    expect(await first.post({ key: 'job:a', job: 'a', text: 'taken' })).toBe(1);
    expect(await first.post({ key: 'job:b', job: 'b', text: 'taken' })).toBe(2);
    await first.edit(1, { text: 'done' });
    await first.close();
    const again = await Transcript.open(path());
    expect(again.byKey('job:b')).toBe(2);
    expect([again.textOf(1), again.jobOf(1)]).toEqual(['done', 'a']);
    expect(again.lastJobMessage).toBe(2);
    expect(await again.writeInput('more')).toBe(2);
    expect(await again.post({ text: 'hello' })).toBe(3);
    await again.close();
  });

  it('drops a line that a killed process left without its end, and goes on behind the last whole one', async () => {
    const first = await Transcript.open(path());
    await first.post({ key: 'job:a', job: 'a', text: 'taken' });
    await first.close();
    appendFileSync(path(), '{"n":2,"kind":"posted","key":"job:b","text":"ta');
    const again = await Transcript.open(path());
    expect(again.byKey('job:b')).toBeUndefined();
    expect(await again.post({ key: 'job:b', job: 'b', text: 'taken' })).toBe(2);
    await again.close();
    const lines = readFileSync(path(), 'utf8').split('\n').filter(Boolean);
    expect(lines.map((line) => JSON.parse(line).key)).toEqual(['job:a', 'job:b']);
  });
});
