import { describe, expect, it } from 'vitest';
import type { LoopKind } from '../../src/ad/motion.ts';
import { placeOfSize } from '../../src/ad/place.ts';
import { encodeWebpPart, muxWebp } from '../../src/imaging/animation/webp.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import {
  leastScale,
  loopBytes,
  loopEncodings,
  loopKindFor,
  nextEncoding,
  playsAt,
} from '../../src/publish/fit-loop.ts';
import { judgeLoop } from '../../src/publish/judge-loop.ts';
import { by, placeWith } from './places.ts';

const banner = placeWith({
  bytes: { is: 150_000, by },
  motion: { is: { files: ['gif'], fps: 4, seconds: 30 }, by },
});

describe('ways of writing a moving ad', () => {
  it('begin with the best, each smaller than the one before, down to few frames a second', () => {
    for (const kind of ['webp', 'gif', 'mp4'] as const) {
      const all = loopEncodings(kind, 15);
      expect(all[0]?.fps).toBe(15);
      expect(all.every(({ share }, i) => i === 0 || share <= (all[i - 1]?.share ?? 0))).toBe(true);
      expect(Math.min(...all.map(({ fps }) => fps))).toBe(6);
    }
  });

  it('skip those that would not fit, and end with the last', () => {
    const all = loopEncodings('gif', 15);
    const [first] = all;
    if (first === undefined) throw new Error('none');
    expect(nextEncoding(all, first, 0.5)?.share).toBeLessThanOrEqual(0.475);
    expect(nextEncoding(all, first, 0.01)).toBe(all.at(-1));
    const last = all.at(-1);
    expect(last && nextEncoding(all, last, 0.5)).toBeUndefined();
  });

  it('take fewer pixels where fewer will do, and nowhere else', () => {
    const scales = (least?: number) => new Set(loopEncodings('gif', 15, least).map(({ scale }) => scale));
    expect(scales()).toEqual(new Set([1]));
    expect(scales(0.5)).toEqual(new Set([1, 0.75, 0.5]));
    expect(leastScale(undefined)).toBe(0.5);
    expect(leastScale(banner)).toBe(1);
    expect(leastScale(placeWith({ motion: { is: { files: ['gif'], scale: 0.5 }, by } }))).toBe(0.5);
  });

  it('keep to what a place says of moving ads, else to its bytes, and everywhere to what chats take', () => {
    expect(loopBytes(banner)).toBe(150_000);
    expect(loopBytes(placeWith({ bytes: { is: 30_000_000, by } }))).toBe(6_000_000);
    expect(playsAt(banner, 4)).toBe(7);
    expect(playsAt(undefined, 4)).toBe(0);
  });
});

describe('the file of a moving ad that nobody named', () => {
  const taking = (...files: readonly LoopKind[]) => placeWith({ motion: { is: { files }, by } });

  it('is what is preferred, or what its place takes instead: a GIF before a video', () => {
    expect(loopKindFor(undefined, 'webp')).toBe('webp');
    expect(loopKindFor(placeWith({}), 'webp')).toBe('webp');
    expect(loopKindFor(taking('mp4', 'webp', 'gif'), 'webp')).toBe('webp');
    expect(loopKindFor(taking('mp4', 'gif'), 'webp')).toBe('gif');
    expect(loopKindFor(banner, 'webp')).toBe('gif');
    expect(loopKindFor(taking('mp4'), 'webp')).toBe('mp4');
    expect(loopKindFor(undefined, 'gif')).toBe('gif');
    expect(loopKindFor(taking('mp4', 'webp', 'gif'), 'gif')).toBe('gif');
    expect(loopKindFor(taking('mp4'), 'gif')).toBe('mp4');
  });
});

describe('the judge of moving ads', () => {
  const still = createRaster(300, 250);
  still.data.fill(180);
  const label =
    '<?xpacket begin="x"?><Iptc4xmpExt:DigitalSourceType>x</Iptc4xmpExt:DigitalSourceType><?xpacket end="r"?>';

  async function webp(milliseconds: number, xmp: string, shown = still): Promise<Buffer> {
    const box = { x: 0, y: 0, width: shown.width, height: shown.height };
    const part = await encodeWebpPart(shown, 80);
    return muxWebp(
      shown,
      [
        { box, part, milliseconds },
        { box, part, milliseconds: 100 },
      ],
      { xmp },
    );
  }

  const kinds = async (bytes: Buffer, at = placeOfSize({ width: 300, height: 250 })) =>
    (await judgeLoop({ bytes, kind: 'webp', still, seconds: 4 }, at)).map(({ kind }) => kind);

  it('finds what is wrong with a file: size, length, labels, another picture, none at all', async () => {
    const moving = {
      ...placeOfSize({ width: 300, height: 250 }),
      motion: { is: { files: ['webp' as const] }, by: { title: { ko: '', en: '' }, date: '2026-11-30' } },
    };
    expect(await kinds(await webp(3900, label), moving)).toEqual([]);
    expect(await kinds(await webp(2000, label), moving)).toEqual(['file']);
    expect(await kinds(await webp(3900, '<?xpacket begin="x"?><?xpacket end="r"?>'), moving)).toEqual([
      'labels',
    ]);
    expect(await kinds(await webp(3900, label, createRaster(200, 250)), moving)).toContain('pixels');
    expect(await kinds(Buffer.from('no picture'), moving)).toEqual(['unreadable']);
    const dark = createRaster(300, 250);
    expect(await kinds(await webp(3900, label, dark), moving)).toEqual(['unreadable']);
  });

  it('takes fewer pixels where a place does, of the same proportions and no fewer than it says', async () => {
    const half = placeWith({ motion: { is: { files: ['webp'], scale: 0.5 }, by } });
    const grey = (width: number, height: number) => {
      const raster = createRaster(width, height);
      raster.data.fill(180);
      return raster;
    };
    const sized = async (width: number, height: number, at = half) =>
      kinds(await webp(3900, label, grey(width, height)), at);
    expect(await sized(150, 125)).toEqual([]);
    expect(await sized(150, 200)).toContain('pixels');
    expect(await sized(120, 100)).toContain('pixels');
    expect(await sized(150, 125, banner)).toContain('pixels');
  });

  it('says where a place takes no such file, and where it takes fewer bytes', async () => {
    const file = await webp(3900, label);
    expect(await kinds(file)).toEqual(['file']);
    const large = Buffer.concat([file, Buffer.alloc(200_000)]);
    expect(await kinds(large, banner)).toContain('bytes');
  });
});
