import type { Face } from '../ad/face.ts';
import { graphemesOf } from '../text/graphemes.ts';
import { findFace } from './find-face.ts';
import { type Font, fontOf } from './register-faces.ts';

/** A piece of text that one font can draw. */
export interface CoveredRun {
  readonly text: string;
  readonly font: Font;
}

/** Joiners and variation selectors change how neighbours look and need no glyph of their own. */
const isIgnorable = (codePoint: number): boolean =>
  codePoint === 0x200c || codePoint === 0x200d || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);

/**
 * Parts a text by the fonts that have its glyphs: the wanted face where it can, else the first of the others. What no
 * font has is left out, since the canvas would draw a box in its place.
 *
 * @param faces in the order in which they stand in for one another
 */
export function coverText(
  text: string,
  face: string,
  weight: number,
  faces: readonly Face[],
): readonly CoveredRun[] {
  const runs: { text: string; font: Font }[] = [];
  for (const grapheme of graphemesOf(text)) {
    const last = runs.at(-1);
    const blank = /^\s$/u.test(grapheme);
    if (blank && last !== undefined) {
      last.text += grapheme;
      continue;
    }
    const font = fontFor(grapheme, face, weight, faces);
    if (font === undefined) continue;
    if (last?.font === font) last.text += grapheme;
    else runs.push({ text: grapheme, font });
  }
  return runs;
}

/** The letters of a text that no face has a glyph for, each once. */
export function missingGlyphs(text: string, faces: readonly Face[]): readonly string[] {
  const first = faces[0]?.name ?? '';
  const missing = graphemesOf(text).filter(
    (grapheme) => !/^\s+$/u.test(grapheme) && fontFor(grapheme, first, 400, faces) === undefined,
  );
  return [...new Set(missing)];
}

/** The text without the letters that no face has, and without the blanks that they leave behind. */
export function withoutMissing(text: string, faces: readonly Face[]): string {
  const missing = new Set(missingGlyphs(text, faces));
  if (missing.size === 0) return text;
  return graphemesOf(text)
    .filter((grapheme) => !missing.has(grapheme))
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/(?<! ) *\n */g, '\n')
    .trim();
}

function fontFor(grapheme: string, name: string, weight: number, faces: readonly Face[]): Font | undefined {
  const wanted = findFace(name, faces).face;
  const first = fontOf(wanted, weight);
  if (covers(first, grapheme)) return first;
  for (const face of faces) {
    if (face === wanted) continue;
    const font = fontOf(face, weight);
    if (covers(font, grapheme)) return font;
  }
  return undefined;
}

function covers(font: Font, grapheme: string): boolean {
  for (const character of grapheme) {
    const codePoint = character.codePointAt(0)!;
    if (!isIgnorable(codePoint) && !font.coverage.has(codePoint)) return false;
  }
  return true;
}
