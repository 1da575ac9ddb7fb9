import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../src/ad/place.ts';
import { encodePicture } from '../../src/imaging/encode-picture.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import { loadPresets } from '../../src/presets/load.ts';
import type { Presets } from '../../src/presets/presets.ts';
import { explainCards } from '../../src/publish/explain-findings.ts';
import { judge, type Overlaid } from '../../src/publish/judge.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { noise } from './places.ts';

let presets: Presets;
beforeAll(async () => {
  presets = await loadPresets('presets', catalogue);
});

const xmp = xmpPacket({ digitalSource: 'algorithmicMedia', alt: 'Ad', language: 'en' });
const NOTHING: Overlaid = { blocks: [], parts: [], hasBorder: false };

function even({ pixels }: Place, level: number, height = pixels.is.height): Raster {
  const raster = createRaster(pixels.is.width, height);
  raster.data.fill(level);
  for (let i = 3; i < raster.data.length; i += 4) raster.data[i] = 255;
  return raster;
}

async function found(
  name: string,
  overlaid: Partial<Overlaid>,
  picture?: (place: Place) => Raster,
  quality = 80,
) {
  const place = presets.requestRules.place(name);
  const [kind = 'png'] = place.files.is;
  const raster = picture?.(place) ?? even(place, 200);
  const bytes = await encodePicture(raster, kind === 'jpeg' ? { kind, quality } : { kind: 'png' }, { xmp });
  const findings = await judge(bytes, place, { ...NOTHING, ...overlaid });
  // Each says who asks for it, and since when.
  for (const { by } of findings) expect(by?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  return { kinds: findings.map(({ kind: broken }) => broken), bytes: bytes.length };
}

describe('a rule that is broken on purpose is caught:', () => {
  it('text on a SmartStore picture', async () => {
    expect((await found('smartstore', {})).kinds).toEqual([]);
    const block = { box: { x: 100, y: 100, width: 300, height: 60 }, size: 48 };
    expect((await found('smartstore', { blocks: [block] })).kinds).toEqual(['bare']);
  });

  it('an MMS picture of 400 kB', async () => {
    const { kinds, bytes } = await found('mms', {}, ({ pixels: { is } }) => noise(is.width, is.height), 40);
    expect(bytes).toBeGreaterThan(400_000);
    expect(kinds).toEqual(['bytes']);
  });

  it('letters where the story is covered', async () => {
    const at = (y: number) => ({ blocks: [{ box: { x: 100, y, width: 600, height: 80 }, size: 70 }] });
    expect((await found('instagram-story', at(400))).kinds).toEqual([]);
    expect((await found('instagram-story', at(100))).kinds).toEqual(['safe']);
    expect((await found('instagram-story', at(1700))).kinds).toEqual(['safe']);
  });

  it('a Coupang picture on another ground than white', async () => {
    expect((await found('coupang', {}, (place) => even(place, 255))).kinds).toEqual([]);
    expect((await found('coupang', {}, (place) => even(place, 240))).kinds).toEqual(['ground']);
  });

  it('a file of a detail page that is too high, and letters that cannot be read on a telephone', async () => {
    expect((await found('smartstore-detail', {}, (place) => even(place, 200, 4999))).kinds).toEqual([]);
    expect((await found('smartstore-detail', {}, (place) => even(place, 200, 5001))).kinds).toEqual([
      'pixels',
    ]);
    const small = { box: { x: 60, y: 60, width: 300, height: 30 }, size: 20 };
    expect((await found('smartstore-detail', { blocks: [small] })).kinds).toEqual(['letters']);
  });

  it('a carousel of too few cards, which is told of the set and not of its pictures', () => {
    const place = presets.requestRules.place('kakao-carousel');
    expect(explainCards(place, 6)).toEqual([]);
    expect(explainCards(place, 4)[0]?.ko).toMatch(/6–10장이 한 벌인데 4장/);
    expect(explainCards(presets.requestRules.place('mms'), 1)).toEqual([]);
  });
});
