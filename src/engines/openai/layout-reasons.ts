import type { LocalizedText } from '../../ad/locale.ts';

/** What a model may name as its reason: it chooses, and the words are ours. */
export const LAYOUT_REASONS = [
  'calm-area',
  'balance',
  'reading-order',
  'product-first',
  'light',
  'room-for-words',
] as const;

const SAID: Readonly<Record<(typeof LAYOUT_REASONS)[number], LocalizedText>> = {
  'calm-area': {
    ko: '그림에서 가장 잔잔한 곳을 골랐어요.',
    en: 'It chose the calmest part of the picture.',
  },
  balance: { ko: '그림의 무게가 한쪽으로 쏠리지 않게 했어요.', en: 'It keeps the picture in balance.' },
  'reading-order': { ko: '눈이 읽는 순서를 따랐어요.', en: 'It follows the order in which the eye reads.' },
  'product-first': { ko: '제품이 먼저 보이게 했어요.', en: 'It makes sure that the product is seen first.' },
  light: { ko: '빛이 드는 쪽을 살렸어요.', en: 'It goes with the light.' },
  'room-for-words': { ko: '글이 들어갈 자리를 남겼어요.', en: 'It leaves room for the text.' },
};

export const layoutReasonText = (reason: (typeof LAYOUT_REASONS)[number]): LocalizedText => SAID[reason];
