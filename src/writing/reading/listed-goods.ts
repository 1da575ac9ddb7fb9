import type { Statement } from '../../ad/statement.ts';
import { isProduct } from '../../presets/lexicon.ts';
import type { Word } from './find-words.ts';
import { lettersEnd, termOf } from './word-means.ts';

/** What stands before the figures of a price. */
const LABEL = /^[^\d₩$€£¥%]{2,24}(?=\s?[\d₩$€£¥])/u;

/** Of what is sold already, and no goods of its own. */
const MORE =
  /추가|포함|변경|사이즈업|업그레이드|리필|배송|배달|택배|포장|출장|교체|교환|별도|토핑|세트로|\b(?:extra|add|refill|delivery)\b/iu;

/**
 * The goods that a list of prices names behind the first: 순대 and 튀김 of '떡볶이 4천 순대 4천 튀김 5천'. A label counts
 * where the vocabulary knows that it ends with the name of a thing.
 */
export function listedGoods(statements: readonly Statement[], words: readonly Word[]): readonly string[] {
  const first = statements.findIndex(({ kind }) => kind === 'product');
  if (first < 0) return [];
  const goods = statements.slice(first + 1).flatMap(({ kind, text, start, oldPrice }) => {
    const label = kind === 'price' && oldPrice === undefined ? LABEL.exec(text)?.[0].trimEnd() : undefined;
    if (label === undefined || MORE.test(label)) return [];
    const end = start + label.length;
    const named = words.some((word) => {
      const term = lettersEnd(word) === end && word.start >= start ? termOf(word) : undefined;
      return term !== undefined && isProduct(term);
    });
    return named ? [label] : [];
  });
  // Named again for its price it is no other.
  return [...new Set(goods)].filter((name) => name !== statements[first]?.text);
}
