import type { Face } from '../../ad/face.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { LayoutAdvisor } from '../ports.ts';

/**
 * Places products and words by rules, without a model, in the render pool.
 *
 * @param faces those that lettering may use, in the order in which they stand in for one another
 */
export function createLayoutAdvisor(pool: RenderPool, faces: readonly Face[]): LayoutAdvisor {
  return {
    name: 'local',
    lane: 'cpu',
    placeProducts: (request, run) => pool.run('place-products', { request }, run),
    placeText: (request, run) => pool.run('place-text', { request, faces }, run),
  };
}
