import { ANY_FAMILY } from '../../../../src/ad/design.ts';
import type { Recipe } from '../../../../src/ad/recipe.ts';
import { requestOf } from '../../../engines/offline/write.ts';
import { openSmallStudio, type SmallStudio } from '../../small-studio.ts';
import { scene } from '../photo/samples.ts';

/** Sides of the photo in pixels: a product that has fewer than 64 makes no ad. */
const SIDE = 240;

/** The photo that sample recipes use, as both processes make it. */
export async function recipePhoto(studio: SmallStudio) {
  return studio.photos.accept({ bytes: await scene(SIDE, SIDE).jpeg().toBuffer(), name: 'photo.jpg' });
}

/** Recipes of real ads: of words alone, of a product, of a designed sheet, and of a shop with a brand. */
export async function sampleRecipes(): Promise<readonly Recipe[]> {
  const studio = await openSmallStudio();
  try {
    const photo = await recipePhoto(studio);
    const requests = [
      requestOf('카페 신메뉴 딸기라떼 5,500원, 매주 월요일 휴무', { copy: { headline: '봄 한정' } }),
      requestOf('new hand cream, $12', { photos: [photo], scale: 0.5 }),
      requestOf('핸드크림 12,000원, 매일 10:00~20:00', {
        photos: [photo],
        family: ANY_FAMILY,
        parts: { qr: 'https://shop.example/menu' },
      }),
      requestOf('꽃집 오픈', {
        brand: { shopName: '봄봄', colours: ['#e8486f'] },
        photos: [photo],
        use: 'restyle',
      }),
    ];
    const recipes: Recipe[] = [];
    for (const request of requests) recipes.push((await studio.maker.make(request)).recipe);
    return recipes;
  } finally {
    await studio.close();
  }
}
