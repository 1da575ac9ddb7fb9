import { FILE_KINDS, type Place, type RuleSource } from '../../src/ad/place.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';

export const by: RuleSource = { title: { ko: '안내', en: 'guide' }, date: '2026-11-30' };

/** A place of the tests, with as few rules as can be. */
export const placeWith = (rules: Partial<Place> = {}): Place => ({
  key: 'somewhere',
  kind: 'web',
  names: { ko: '어딘가', en: 'somewhere' },
  pixels: { is: { width: 160, height: 120 }, by },
  files: { is: FILE_KINDS, by },
  ...rules,
});

/** A picture that no encoder makes much smaller. */
export function noise(width = 160, height = 120): Raster {
  const random = seededRandom(3);
  const raster = createRaster(width, height);
  for (let i = 0; i < raster.data.length; i++)
    raster.data[i] = i % 4 === 3 ? 255 : Math.floor(256 * random());
  return raster;
}
