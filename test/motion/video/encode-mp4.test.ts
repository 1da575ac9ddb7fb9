import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { videoFacts } from '../../../src/imaging/animation/mp4-facts.ts';
import { wholeFrames } from '../../../src/motion/encode-frames.ts';
import { encodeMp4, type VideoRequest } from '../../../src/motion/video/encode-mp4.ts';
import { designLoop, size } from '../loops.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'video-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of ffmpeg. */
function program(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function* frames(count: number): AsyncGenerator<Uint8Array> {
  yield* wholeFrames({ loop: designLoop(), fps: 15, from: 0, to: count });
}

const request: VideoRequest = { size, fps: 15, seconds: 0.4, crf: 24, title: '광고', timeout: 20_000 };
const left = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('ad-video-'));

describe('a video', () => {
  it('is not made where there is no ffmpeg', async () => {
    expect(await encodeMp4(frames(2), { ...request, program: join(folder, 'nothing') })).toBe('no-program');
  });

  it('leaves nothing behind that keeps the process where there is no ffmpeg', async () => {
    const waiting = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = waiting();
    // The test runner's own timers come and go.
    for (let n = 0; n < 6; n++) await encodeMp4(frames(1), { ...request, program: join(folder, 'nothing') });
    expect(waiting() - before).toBeLessThan(3);
  });

  it('is not made by an ffmpeg that cannot, reading nothing or all', async () => {
    expect(await encodeMp4(frames(30), { ...request, program: program('fails', 'exit 1') })).toBe('failed');
    expect(
      await encodeMp4(frames(3), { ...request, program: program('reads', 'cat >/dev/null; exit 3') }),
    ).toBe('failed');
  });

  it('is given up after its time, and when nobody wants it any more', async () => {
    const hangs = program('hangs', 'exec sleep 60');
    const before = left();
    expect(await encodeMp4(frames(30), { ...request, program: hangs, timeout: 200 })).toBe('failed');
    const stop = new AbortController();
    const made = encodeMp4(frames(30), { ...request, program: hangs, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 100);
    await expect(made).rejects.toThrow('enough');
    expect(left()).toEqual(before);
  });

  const isThere = spawnSync('ffmpeg', ['-hide_banner', '-encoders']).stdout?.includes('libx264') ?? false;
  it.skipIf(!isThere)('is H.264 that begins before it is loaded, by the ffmpeg of this machine', async () => {
    const odd = { ...request, size: { width: 360, height: 360 } };
    const made = await encodeMp4(frames(6), odd);
    expect(made).toBeInstanceOf(Buffer);
    if (typeof made === 'string') return;
    expect(videoFacts(made)).toEqual({ isFast: true, isH264: true, width: 360, height: 360 });
  });
});
