import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { photoReaderOn } from '../../src/workers/read-photos.ts';
import { createRenderPool } from '../../src/workers/render-pool.ts';
import { watchEventLoop } from '../event-loop.ts';
import { fromEditors, hostile } from '../imaging/svg/drawings.ts';

const pool = createRenderPool(1);
afterAll(() => pool.close());
const reader = photoReaderOn(pool);

const picture = (width = 120, height = 80) =>
  sharp({ create: { width, height, channels: 3, background: '#c86432' } });

describe('photos that the pool reads', () => {
  it('come back in shared memory, with their digest', async () => {
    const raster = await reader.decode(await picture().jpeg().toBuffer(), 'photo', 60);
    expect(raster).toMatchObject({ width: 60, height: 40, digest: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(raster.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('are kept byte for byte, or cleaned', async () => {
    const plain = await picture().png().toBuffer();
    expect(await reader.check(plain, 'photo')).toBe(plain);
    const told = await picture()
      .withExif({ IFD0: { Make: 'Phone' } })
      .jpeg()
      .toBuffer();
    expect(Buffer.from(await reader.check(told, 'photo')).includes('Phone')).toBe(false);
  });

  it('are refused in words, over the border of a thread and of a process', async () => {
    const half = (await picture(400, 300).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9000);
    const wrong = await reader.decode(half, '사진.png').catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(UserError);
    expect(wrong).toMatchObject({ code: 'photo-truncated', params: { file: '사진.png' } });
    await expect(reader.check(Buffer.from(hostile.turbulence ?? ''), '로고.svg')).rejects.toMatchObject({
      code: 'logo-too-complex',
      params: { file: '로고.svg' },
    });
  });

  it('hold this thread for no longer than answers to people may wait', async () => {
    const files = [
      await picture(4000, 3000).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await picture(3000, 2000).png({ compressionLevel: 1 }).toBuffer(),
      await picture(1200, 900).avif({ effort: 0 }).toBuffer(),
      ...Object.values(fromEditors).map((text) => Buffer.from(text)),
    ];
    const watch = watchEventLoop();
    await Promise.all(
      files.flatMap((file) => [reader.decode(file, 'photo', 2048), reader.check(file, 'photo')]),
    );
    const { longestWork } = watch.stop();
    if (!Number.isNaN(longestWork)) expect(longestWork).toBeLessThan(50);
  });

  it('end their waiting with who waited, and leave the door open', async () => {
    const file = await picture(3000, 2000).png({ compressionLevel: 1 }).toBuffer();
    const stop = new AbortController();
    const all = Array.from({ length: 6 }, () => reader.decode(file, 'photo', 64, { signal: stop.signal }));
    stop.abort(new Error('enough'));
    for (const one of await Promise.allSettled(all))
      expect(one).toMatchObject({ reason: { message: 'enough' } });
    expect(await reader.decode(file, 'photo', 64)).toMatchObject({ width: 64 });
  });
});
