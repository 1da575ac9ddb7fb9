import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors/user-error.ts';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { createPhotoReader } from '../../../src/imaging/photo/photo-reader.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { deceptive, fromEditors, hostile } from '../svg/drawings.ts';
import { hostilePhotos } from './hostile-photos.ts';

const { check: checkPhoto } = createPhotoReader();

/** Bytes above rest that pictures may take, and milliseconds of the event loop, however many come at once. */
const [MEMORY, HOLD] = [300 * 2 ** 20, 50];

const given = fileURLToPath(new URL('../../../../shared/cases/hostile', import.meta.url));
const givenNames = ((): readonly string[] => {
  try {
    return readdirSync(given);
  } catch {
    return [];
  }
})();

/** What became of a file: `accepted`, or the code of what the person is told. Anything else is an error of ours. */
const fateOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      // One sentence or two, without a word of the library's.
      for (const locale of ['ko', 'en'] as const) {
        expect(error.in(locale)).not.toMatch(/vips|lib|undefined|NaN|\n/i);
      }
      return error.code;
    },
  );

interface Taken {
  readonly memory: number;
  readonly hold: number;
}

/** The most that this process takes above rest while something is done. */
async function takenBy(work: () => Promise<unknown>): Promise<Taken> {
  globalThis.gc?.();
  const rest = process.memoryUsage.rss();
  let highest = rest;
  const look = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 5);
  const watch = watchEventLoop();
  await work();
  const { longestWork } = watch.stop();
  clearInterval(look);
  return { memory: Math.max(highest, process.memoryUsage.rss()) - rest, hold: longestWork };
}

function expectLittle({ memory, hold }: Taken): void {
  expect(memory).toBeLessThan(MEMORY);
  if (!Number.isNaN(hold)) expect(hold).toBeLessThan(HOLD);
}

const BIG = ['photo-too-large', 'photo-too-long', 'photo-too-costly', 'photo-damaged'];

describe('hostile photos', () => {
  it.each(Object.entries(hostilePhotos))('%s', async (name, { make, expected }) => {
    const bytes = await make();
    let fates: readonly string[] = [];
    const taken = await takenBy(async () => {
      fates = [await fateOf(decodePhoto(bytes, name, 2048)), await fateOf(checkPhoto(bytes, name))];
    });
    expectLittle(taken);
    for (const fate of fates) {
      if (expected === 'accepted') expect(fate).toBe('accepted');
      else if (expected === 'refused') expect(fate).not.toBe('accepted');
      else if (expected !== 'either') expect(BIG).toContain(fate);
    }
  });

  it('takes little of a crowd of them at once', async () => {
    const files = await Promise.all(Object.values(hostilePhotos).map(({ make }) => make()));
    const taken = await takenBy(() =>
      Promise.all(files.map((file) => fateOf(decodePhoto(file, 'photo', 2048)))),
    );
    expectLittle(taken);
  });
});

describe('drawings', () => {
  it.each(Object.entries(fromEditors))('paints %s', async (name, text) => {
    const { width, height, data } = await decodePhoto(Buffer.from(text), name);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(32);
    // More than one colour is to be seen.
    expect(new Set(new Uint32Array(data.buffer)).size).toBeGreaterThan(1);
  });

  it('keeps a drawing as it looks, once painted', async () => {
    const kept = await checkPhoto(Buffer.from(Object.values(fromEditors)[3] ?? ''), 'logo.svg');
    expect(Buffer.from(kept).toString('latin1', 1, 4)).toBe('PNG');
  });

  it('ends what takes too much, and says to send a PNG', async () => {
    const files = Object.entries({ ...hostile, ...deceptive });
    const fates: string[] = [];
    const taken = await takenBy(async () => {
      for (const [name, text] of files) fates.push(await fateOf(decodePhoto(Buffer.from(text), name)));
    });
    expectLittle(taken);
    expect(fates).toContain('logo-too-complex');
    expect(
      fates.filter(
        (fate) => !/^logo-|^accepted$|^photo-(?:transparent|unreadable|text|too-small)$/.test(fate),
      ),
    ).toEqual([]);
  });
});

describe.skipIf(givenNames.length === 0)('the cases that were given', () => {
  it.each(givenNames)('%s', async (name) => {
    const bytes = readFileSync(`${given}/${name}`);
    const work = () =>
      Promise.all([
        ...Array.from({ length: 4 }, () => fateOf(decodePhoto(bytes, name, 2048))),
        fateOf(checkPhoto(bytes, name)),
      ]);
    const first = await takenBy(work);
    // Other threads of this process count too, so what seems long is looked at once more.
    expectLittle(first.hold < HOLD ? first : await takenBy(work));
  });
});
