import { ANY_FAMILY, SCENE_FAMILY } from '../ad/design.ts';
import { Catalogue } from './catalogue.ts';
import { deepFrozen } from './deep-frozen.ts';
import { type DesignFamily, designFamily } from './design.ts';
import type { Mood } from './mood.ts';
import type { FolderContent } from './read-folder.ts';
import { badPreset } from './read-yaml.ts';

const FOLDER = 'designs/';

/**
 * The design families, in the order of their files.
 *
 * @param moods those that a family can name
 *
 * @throws UserError `bad-preset` naming the file and the place that is wrong
 */
export function loadDesigns(content: FolderContent, moods: Catalogue<Mood>): Catalogue<DesignFamily> {
  const rows = content.filesIn(FOLDER).map((file) => {
    const family = content.read(file, designFamily);
    if (`${FOLDER}${family.key}.yaml` !== file) {
      throw badPreset(file, 'key', `must be the file's name, not "${family.key}"`);
    }
    if (family.key === SCENE_FAMILY || family.key === ANY_FAMILY)
      throw badPreset(file, 'key', `cannot be "${family.key}", which asks for no family`);
    const unknown = family.suits.moods?.find((mood) => moods.find(mood)?.key !== mood);
    if (unknown !== undefined)
      throw badPreset(file, 'suits.moods', `there is no mood "${unknown}" in moods.yaml`);
    return family;
  });
  return new Catalogue('design family', deepFrozen(rows), (name, row) => {
    throw badPreset(
      `${FOLDER}${row.key}.yaml`,
      'names',
      `the name "${name}" belongs to another family already`,
    );
  });
}
