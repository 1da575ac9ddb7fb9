import type { CopySlot } from '../ad/copy.ts';
import type { LocalizedText } from '../ad/locale.ts';

/** What the places for words are called where somebody fills them in. */
export const COPY_SLOT_TITLES: { readonly [slot in CopySlot]: LocalizedText } = {
  headline: { ko: '제목', en: 'Headline' },
  sub: { ko: '부제', en: 'Line below the headline' },
  badge: { ko: '배지 (혜택)', en: 'Badge (the offer)' },
  price: { ko: '가격', en: 'Price' },
  cta: { ko: '버튼글', en: 'Call to action' },
  details: { ko: '안내 (한 줄에 하나)', en: 'Details (one per line)' },
};
