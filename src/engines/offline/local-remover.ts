import { defined } from '../../collections/defined.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { BackgroundRemover } from '../ports.ts';

/** The remover that needs no model: seeded GrabCut and what was learned around it, in the render pool. */
export function createLocalRemover(pool: RenderPool): BackgroundRemover {
  return {
    name: 'local',
    lane: 'cpu',
    remove: (photo, { signal, onStep }, { pick } = {}) =>
      pool.run('cut-out', { photo, ...defined({ pick }) }, { signal, ...defined({ onStep }) }),
  };
}
