import type { Brief } from './brief.ts';
import { COPY_SLOTS } from './copy.ts';
import { isGenerated } from './digital-source.ts';
import type { Locale } from './locale.ts';
import type { Recipe } from './recipe.ts';

/**
 * What an ad shows and says, for those who do not see it: what stands in the picture, then its statements as they are
 * lettered, slot by slot; of a picture without words what it shows alone.
 *
 * @param bare whether its place takes no words
 */
export function altTextOf(
  recipe: Pick<Recipe, 'request' | 'engine' | 'decided'>,
  locale: Locale,
  bare = false,
): string {
  const { request, decided } = recipe;
  const { brief } = decided;
  const shown = shownIn(brief, request.photos.length > 0, isGenerated(recipe))[locale];
  if (bare || !request.lettering) return shown;
  const menu = (brief.page?.menu ?? []).map(({ name, old, price }) =>
    [name, old && `~~${old}~~`, price].filter(Boolean).join(' '),
  );
  const said = [...COPY_SLOTS.map((slot) => brief.copy[slot]), menu.join('\n')].flatMap((words) =>
    sentence(words, locale),
  );
  const isLeftOut = decided.design !== undefined && decided.design.parts === undefined;
  const hasQr =
    request.parts?.qr !== undefined && (brief.page === undefined || brief.page.qr === true) && !isLeftOut;
  const qr = !hasQr ? [] : [locale === 'ko' ? 'QR 코드 있음' : 'With a QR code'];
  const page = request.page === undefined ? '' : ` ${request.page.number}/${request.page.of}`;
  return [{ ko: `광고${page}. ${shown}`, en: `Ad${page}. ${shown}` }[locale], ...said, ...qr].join('. ');
}

function shownIn(
  { product, hero }: Brief,
  hasPhoto: boolean,
  drawn: boolean,
): Readonly<Record<Locale, string>> {
  if (hasPhoto)
    return product === undefined
      ? { ko: '제품 사진', en: 'Product photo' }
      : { ko: `${product} 사진`, en: `Photo of ${product}` };
  if (!drawn && (product === undefined || hero?.kind === 'type'))
    return { ko: '글로 된 그림', en: 'Lettering' };
  return product === undefined
    ? { ko: '그림', en: 'Picture' }
    : { ko: `${product} 그림`, en: `Picture of ${product}` };
}

/** One slot's lines as they are read aloud; the old price between two `~~` is said to be it. */
function sentence(words: string | undefined, locale: Locale): readonly string[] {
  if (words === undefined || words.trim() === '') return [];
  const old = { ko: '$1에서', en: 'was $1,' }[locale];
  const lines = words
    .replaceAll(/~~(.*?)~~/g, old)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return [lines.join(', ')];
}
