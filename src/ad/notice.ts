import type { Size } from './geometry.ts';
import type { LocalizedText } from './locale.ts';

/** What pictures say that a trained model drew in: a line of small letters on a pill. */
export const NOTICE: LocalizedText = { ko: 'AI로 만든 이미지', en: 'Made with AI' };

/** Height of the pill, em. */
export const NOTICE_HEIGHT = 1.75;

/** The em in pixels of the letters of a notice of so many pixels, to a rounding. */
export const noticeEm = ({ height }: Pick<Size, 'height'>): number => height / NOTICE_HEIGHT;
