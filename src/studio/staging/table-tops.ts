import type { MaterialName } from '../../ad/scene.ts';

/** Materials that tables are made of. */
export const TABLE_TOPS: readonly MaterialName[] = [
  'oak',
  'walnut',
  'marble',
  'dark-marble',
  'linen',
  'terrazzo',
  'concrete',
  'plaster',
  'slate',
  'kraft',
];
