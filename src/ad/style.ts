/** The four looks that an ad can have; each has its prompt builder and its file in presets/styles. */
export const STYLE_NAMES = ['realistic', 'semi-realistic', 'anime', 'illustration'] as const;

export type StyleName = (typeof STYLE_NAMES)[number];
