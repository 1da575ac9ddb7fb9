import type { MaterialName, SceneBrief, SceneName } from '../../ad/scene.ts';
import { DEFAULT_SCENE, type StudioCatalogue } from '../../ad/studio-catalogue.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';

/** Each backdrop of a brief is chosen this much more often than the next one. */
const PREFERENCE = 2.2;

export interface BackdropChoice {
  readonly recipe: SceneName;
  readonly material?: MaterialName;
  /** Place among the scene's backdrops: 0 = the one that suits best. */
  readonly rank: number;
}

/**
 * Which of the scene's backdrops is made for a seed, and of what: mostly the best, at times the next, so that
 * variants differ. The same seed chooses the same.
 */
export function chooseBackdrop(
  { backdrops, materials }: SceneBrief,
  seed: number,
  studio: StudioCatalogue,
): BackdropChoice {
  const weights = backdrops.map((_, rank) => PREFERENCE ** -rank);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = seededRandom(seedFor(seed, 'backdrop'))() * total;
  let rank = 0;
  while (rank < backdrops.length - 1 && left >= (weights[rank] ?? 0)) left -= weights[rank++] ?? 0;
  const recipe = backdrops[rank] ?? DEFAULT_SCENE;
  const material = materials.find((name) => canBeMadeWith(studio, recipe, name));
  return { recipe, rank, ...defined({ material }) };
}

const canBeMadeWith = (
  { scenes, materials }: StudioCatalogue,
  scene: SceneName,
  material: MaterialName,
): boolean =>
  scenes.get(scene).materials.includes(material) || materials.get(material).scenes?.includes(scene) === true;
