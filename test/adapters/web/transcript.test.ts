import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saidKey, Transcript } from '../../../src/adapters/web/transcript.ts';

describe('what one person has said', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'transcript-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is taken out of the file with its ad, however long ago it was said, and nothing else is', async () => {
    const path = join(folder, 'person.jsonl');
    const transcript = await Transcript.open(path);
    for (let event = 0; event < 150; event++)
      await transcript.write({ key: saidKey(`${event}`), said: { text: `말 ${event}.`, photos: [] } });
    const before = transcript.messages();
    // The first is no longer among those that the page shows.
    expect(before.map(({ key }) => key)).not.toContain(saidKey('3'));
    await transcript.erase(saidKey('3'));
    const file = await readFile(path, 'utf8');
    expect(file).not.toContain('말 3.');
    for (const event of [0, 2, 4, 149]) expect(file).toContain(`말 ${event}.`);
    expect(transcript.messages()).toEqual(before);
    expect((await Transcript.open(path)).messages()).toEqual(before);
  });
});
