import type { AdResult } from '../../../src/ad/result.ts';
import { request } from '../orders.ts';

/** A result as a maker gives it, with pictures named after a number. */
export function resultOf(n: number): AdResult {
  const id = n.toString(16).padStart(16, '0');
  return {
    image: {
      id,
      path: `/pictures/00/${id}.png`,
      width: 8,
      height: 8,
      origin: `/pictures/origin/00/${id}.png`,
    },
    layout: {},
    reasoning: [],
    warnings: [],
    recipe: {
      version: 1,
      request: request({ seed: n }),
      engine: { name: 'quick', model: '1' },
      presets: '0'.repeat(12),
      decided: {
        brief: {
          industry: 'cafe',
          style: 'realistic',
          prompt: { positive: '', negative: '' },
          scene: {
            backdrops: ['table'],
            materials: [],
            lighting: 'window',
            palette: { background: '#ffffff', ink: '#000000', accent: '#ff0000' },
            darkness: 0,
            props: [],
          },
          statements: [],
          leftOut: [],
          copy: { headline: '딸기라떼' },
          face: 'Pretendard',
          why: [],
          warnings: [],
        },
      },
    },
    report: { total_time: 1, nodes: [{ name: 'Text2ImageNode', time: 1, status: 'done' }] },
  };
}
