import type { AdCopy } from '../ad/copy.ts';
import type { Locale, LocalizedText } from '../ad/locale.ts';

/** A form of Discord has at most five fields: price and badge share one, whose lines say which is the badge's. */
const BADGE: LocalizedText = { ko: '배지', en: 'Badge' };

const BADGE_LINE = /^\s*(?:배지|badge)\s*[:：]\s*/iu;

export const OFFER_TITLE: LocalizedText = { ko: '가격과 배지', en: 'Price and badge' };

export const OFFER_HINT: LocalizedText = {
  ko: '배지에 넣을 줄은 앞에 ‘배지:’를 써 주세요. 나머지 줄은 가격이에요.',
  en: 'Start a line with “Badge:” to put it on the badge; the other lines are the price.',
};

/** Price and badge as they stand in the field; undefined for neither. */
export function offerField({ price, badge }: AdCopy, locale: Locale): string | undefined {
  const marked = badge?.split('\n').map((line) => `${BADGE[locale]}: ${line}`) ?? [];
  const lines = [...(price === undefined ? [] : [price]), ...marked];
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** The field's lines parted again. */
export function filledOffer(field: string): Pick<AdCopy, 'price' | 'badge'> {
  const lines = field.split('\n');
  const isBadge = (line: string): boolean => BADGE_LINE.test(line);
  const price = lines
    .filter((line) => !isBadge(line))
    .join('\n')
    .trim();
  const badge = lines
    .filter(isBadge)
    .map((line) => line.replace(BADGE_LINE, '').trim())
    .filter(Boolean)
    .join('\n');
  return { ...(price === '' ? {} : { price }), ...(badge === '' ? {} : { badge }) };
}
