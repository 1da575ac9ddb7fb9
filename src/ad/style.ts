import type { LocalizedText } from './locale.ts';

/** The looks that an ad can have; each has its prompt builder and its file in presets/styles. */
export const STYLE_NAMES = ['realistic', 'semi-realistic', 'anime', 'illustration'] as const;

export type StyleName = (typeof STYLE_NAMES)[number];

/** As buttons offer them. */
export const STYLE_TITLES: { readonly [style in StyleName]: LocalizedText } = {
  realistic: { ko: '실사', en: 'Realistic' },
  'semi-realistic': { ko: '반실사', en: 'Semi-realistic' },
  anime: { ko: '애니', en: 'Anime' },
  illustration: { ko: '일러스트', en: 'Illustration' },
};
