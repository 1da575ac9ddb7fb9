import { BoundedMap } from '../../collections/bounded-map.ts';
import { analyse, type RawMorpheme } from './analyser.ts';

/** The smallest part of a word that means something, and its tag in the Sejong set: 만들/VV 어/EC 주/VX 세요/EF. */
interface Morpheme {
  readonly text: string;
  readonly tag: string;
}

/** A word between two blanks or marks, with what it is made of. Its place is in UTF-16 units of the text that was asked about. */
export interface Eojeol {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly morphemes: readonly Morpheme[];
}

/** Letters that are read at once: the analyser's work grows faster than the length. */
const PIECE = 60;

/** Letters whose reading is kept: a request is read several times. */
const KEPT = 20_000;

const known = new BoundedMap<string, readonly Eojeol[]>(KEPT, (eojeols) =>
  eojeols.reduce((sum, { text }) => sum + text.length + 1, 1),
);

/** The words of a text, read in pieces that are cut at blanks. */
export function eojeolsOf(text: string): readonly Eojeol[] {
  return piecesOf(text).flatMap(({ start, words }) =>
    ofPiece(words).map((eojeol) => ({ ...eojeol, start: start + eojeol.start, end: start + eojeol.end })),
  );
}

function piecesOf(text: string): readonly { readonly start: number; readonly words: string }[] {
  const pieces: { start: number; words: string }[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = start + PIECE;
    const blank = limit < text.length ? text.lastIndexOf(' ', limit) : text.length;
    const end = blank > start ? blank : Math.min(limit, text.length);
    pieces.push({ start, words: text.slice(start, end) });
    start = end;
  }
  return pieces;
}

function ofPiece(words: string): readonly Eojeol[] {
  const before = known.get(words);
  if (before !== undefined) return before;
  // The analyser counts code points: with two signs for one that takes two units, its places are ours.
  const eojeols = gathered(analyse(words.replaceAll(/[\ud800-\udfff]/g, '·')), words);
  known.set(words, eojeols);
  return eojeols;
}

function gathered(raw: readonly RawMorpheme[], words: string): readonly Eojeol[] {
  const eojeols: { text: string; start: number; end: number; morphemes: Morpheme[] }[] = [];
  for (const { text, pos, start, end } of raw) {
    const last = eojeols.at(-1);
    const morpheme = { text, tag: pos };
    if (last !== undefined && start < last.end) last.morphemes.push(morpheme);
    else eojeols.push({ text: words.slice(start, end), start, end, morphemes: [morpheme] });
  }
  return eojeols;
}
