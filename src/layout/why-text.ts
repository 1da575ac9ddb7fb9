import type { Said } from '../ad/locale.ts';
import type { Tried } from './place-text.ts';
import type { Scene } from './score.ts';
export function whyText(best: Tried, second: Tried | undefined, scene: Scene): Said[] {
  void best;
  void second;
  void scene;
  return [];
}
