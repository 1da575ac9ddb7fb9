import type { ProductPhoto } from '../ad/request.ts';

const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/gu, '');

/**
 * Which photo is whose: one that is named after a thing is that thing's; of several the others follow the order in which
 * the things are named. A photo that comes alone and is named after nothing is the shop's, and stands on the cover.
 */
export function photosOfGoods(
  photos: readonly ProductPhoto[],
  goods: readonly string[],
): readonly (ProductPhoto | undefined)[] {
  const named = goods.map((good) =>
    photos.find(({ name = '' }) => bare(name.replace(/^.*[\\/]/, '')).includes(bare(good))),
  );
  if (photos.length < 2) return named;
  const rest = photos.filter((photo) => !named.includes(photo));
  return named.map((photo) => photo ?? rest.shift());
}
