import { join } from 'node:path';
import type { Face } from '../../ad/face.ts';
import { type LoadOptions, loadPresets } from '../../presets/load.ts';
import { loadFaces } from '../../presets/load-faces.ts';
import type { Presets } from '../../presets/presets.ts';
import { catalogue } from '../../studio/catalogue.ts';
import { letterCoverage } from '../../typography/letter-coverage.ts';
import { PARSED_PRESETS, PROJECT_ROOT } from '../config/project-root.ts';

/** What lies in fonts/ and presets/. */
export interface ShopData {
  readonly faces: readonly Face[];
  readonly presets: Presets;
}

/**
 * @param dataFolder in which what was parsed is kept
 * @param defaults of ads for which nothing else is asked: as presets' loading takes them
 * @throws UserError `bad-preset`, `unknown-name` for a family or a place that there is not
 */
export async function loadShopData(
  dataFolder: string,
  defaults: Pick<LoadOptions, 'defaultFamily' | 'defaultPlace'> = {},
): Promise<ShopData> {
  const caches = [PARSED_PRESETS, join(dataFolder, 'cache', 'presets')];
  const faces = await loadFaces(join(PROJECT_ROOT, 'fonts'), { caches });
  const presets = await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue, {
    caches,
    covers: letterCoverage(faces),
    ...defaults,
  });
  return { faces, presets };
}
