import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { cutSet } from './cutout-set/cut-set.ts';
import { cutoutSet } from './cutout-set/cutout-set.ts';
import { fitConfidence, heldOutStatements } from './cutout-set/fit.ts';
import { calibrationError, reliabilityTable } from './reliability.ts';
import { withRemovers } from './removers.ts';
import { photosWanted, someOf } from './some-of.ts';

const FILE = join(PROJECT_ROOT, 'src', 'imaging', 'cutout', 'confidence', 'coefficients.ts');

/**
 * Fits the confidence anew, with a model's map and without, and writes its coefficients where the product reads them.
 * A fit to a part of the set is a trial, and is not written.
 */
export async function fitConfidenceModels(
  log: (line: string) => void,
  options: readonly string[],
): Promise<void> {
  const all = await cutoutSet();
  const photos = someOf(all, photosWanted(options));
  await withRemovers(async ({ embedded, local }) => {
    const parts: string[] = [];
    for (const [name, remover] of [
      ['MAP_MODEL', embedded],
      ['LOCAL_MODEL', local],
    ] as const) {
      const cuts = await cutSet(remover, photos);
      const heldOut = heldOutStatements(cuts);
      const error = calibrationError(heldOut).toFixed(3);
      const hits = cuts.filter(({ hit }) => hit).length;
      log(`${remover.name}: ${hits} of ${cuts.length} accepted, error ${error} on photos held out`);
      for (const line of reliabilityTable(heldOut)) log(line);
      const { bias, weights } = fitConfidence(cuts);
      const entries = Object.entries(weights).map(([key, weight]) => `    ${key}: ${weight.toFixed(2)},`);
      parts.push(
        `/** Of ${cuts.length} photos' cut-outs ${hits} were accepted; ${error} is the error on photos held out. */`,
        `export const ${name}: ConfidenceModel<${name === 'MAP_MODEL' ? 'MapName' : 'LocalName'}> = {`,
        `  bias: ${bias.toFixed(2)},`,
        '  weights: {',
        ...entries,
        '  },',
        '};',
        '',
      );
    }
    if (photos.length < all.length) {
      for (const part of parts) log(part);
      log(`not written: ${photos.length} of ${all.length} photos were looked at`);
      return;
    }
    await writeFile(FILE, `${HEAD}\n${parts.join('\n').trimEnd()}\n`);
    log(`written ${FILE}`);
  });
}

const HEAD = `import type { ConfidenceModel, LocalName, MapName } from './evidence-scale.ts';

// Written by \`npm run quality -- fit-confidence\`, which fits them to the photos of test/quality/cutout-set.
`;
