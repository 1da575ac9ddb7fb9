/** What a reader sees as single letters. */
export { graphemesOf } from '../text/graphemes.ts';
