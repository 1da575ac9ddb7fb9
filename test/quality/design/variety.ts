import { latestFamilies } from '../../../src/ad/recent-families.ts';
import type { Presets } from '../../../src/presets/presets.ts';
import { decide } from './make-ad.ts';
import type { MaterialStore } from './material.ts';
import { REQUESTS } from './requests.ts';

/** Shops that are looked at, and ads of each in a row. */
const SHOPS = 8;
const ADS = 10;

const SIZE = { width: 1080, height: 1080 };

/** How many families the ads have that one shop is made in a row, each told which came before it. */
export async function reportVariety(
  presets: Presets,
  store: MaterialStore,
  log: (line: string) => void,
): Promise<void> {
  const counts: number[] = [];
  for (const judged of REQUESTS.slice(0, SHOPS)) {
    const prepared = (await store.prepared(judged, 'cut-out')) ?? (await store.prepared(judged, 'none'));
    if (prepared === undefined) continue;
    const had: string[] = [];
    for (let ad = 0; ad < ADS; ad++) {
      const others = latestFamilies(had);
      const found = await decide(prepared, {
        families: presets.designs.rows,
        size: SIZE,
        choice: ad,
        others,
      });
      if ('design' in found) had.unshift(found.design.family);
    }
    const families = new Set(had);
    counts.push(families.size);
    if (families.size < SIX) log(`    “${judged.text}”: ${[...families].join(', ')}`);
  }
  const fewest = Math.min(...counts);
  log(`${ADS} ads in a row of ${counts.length} shops: ${fewest} families at least (${SIX} wanted)`);
}

const SIX = 6;
