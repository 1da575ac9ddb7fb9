import { singularOf } from '../../language/english.ts';
import { isSyllable } from '../../language/hangul.ts';
import { stripParticles } from '../../language/particles.ts';
import { countsThings } from './counts.ts';
import { splitCompound } from './split-compound.ts';
import type { Token } from './tokens.ts';
import { englishKey, type Meaning, type Vocabulary } from './vocabulary.ts';

/** A word of the request, with what it can mean; no meaning = the vocabulary does not know it. */
export interface Word {
  /** As written, without its particle. */
  readonly text: string;
  readonly particle: string;
  readonly meanings: readonly Meaning[];
  readonly start: number;
  /** Behind the particle. */
  readonly end: number;
  readonly run: number;
  readonly clause: number;
  /** Whether it stands together with the word before it: 딸기 + 라떼 in 딸기라떼. */
  readonly joined: boolean;
}

/** Most eojeol in one Korean key: 눈 오는 날. */
const LONGEST_PHRASE = 4;

const HANGUL = /\p{Script=Hangul}/u;

/** The words of a request, longest match first: phrases, then words with their particle off, then compounds. */
export function findWords(tokens: readonly Token[], vocabulary: Vocabulary): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < tokens.length) {
    const run = sameRun(tokens, at, Math.max(LONGEST_PHRASE, vocabulary.longestEnglish));
    const found = HANGUL.test(run[0]?.text ?? '')
      ? findKorean(run, vocabulary)
      : findEnglish(run, vocabulary);
    words.push(...found.words);
    at += found.tokens;
  }
  // 전복죽 한 그릇 is about no tableware.
  return words.map((word, i) => (countsThings(words[i - 1], word) ? { ...word, meanings: [] } : word));
}

interface Found {
  readonly words: readonly Word[];
  /** How many tokens they take. */
  readonly tokens: number;
}

/** The tokens of a run from one on, as many as a key can have. */
function sameRun(tokens: readonly Token[], at: number, most: number): readonly Token[] {
  const first = tokens[at];
  let end = at;
  while (end < at + most && end < tokens.length && tokens[end]?.run === first?.run) end += 1;
  return tokens.slice(at, end);
}

function findKorean(run: readonly Token[], vocabulary: Vocabulary): Found {
  for (let length = Math.min(LONGEST_PHRASE, run.length); length >= 1; length--) {
    const part = run.slice(0, length);
    const joined = part.map((token) => token.text).join('');
    if (joined.length > vocabulary.longestKorean + 4) continue;
    const known = lookUp(joined, vocabulary);
    if (known !== undefined) return { words: [wordOf(part, known.particle, known.meanings)], tokens: length };
  }
  const [token] = run;
  return token === undefined ? { words: [], tokens: 1 } : { words: piecesOf(token, vocabulary), tokens: 1 };
}

/** What may hang on a name to say that something is like it: 일러스트풍, 우드톤, 봄느낌. */
const LIKENESS = /(?:풍|톤|느낌|스타일|분위기|무드|감성|디자인|컨셉|콘셉트|배경|컬러|빛|전용|용)$/;

/** A known eojeol, as it stands, or without its particle and what likens to it. */
function lookUp(
  eojeol: string,
  { korean }: Vocabulary,
): { meanings: readonly Meaning[]; particle: string } | undefined {
  const key = eojeol.toLowerCase();
  const whole = korean.get(key);
  if (whole !== undefined) return { meanings: whole, particle: '' };
  const ways = [{ stem: key, particle: '' }, ...stripParticles(key)];
  for (const { stem, particle } of ways) {
    const meanings = korean.get(stem);
    if (meanings !== undefined) return { meanings, particle };
  }
  for (const { stem, particle } of ways) {
    const likeness = LIKENESS.exec(stem)?.[0] ?? '';
    const meanings = likeness === '' ? undefined : korean.get(stem.slice(0, -likeness.length));
    if (meanings !== undefined) return { meanings, particle: likeness + particle };
  }
  return undefined;
}

function wordOf(part: readonly Token[], particle: string, meanings: readonly Meaning[]): Word {
  const first = part[0];
  const last = part.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A word needs a token');
  const text = part.map((token) => token.text).join(' ');
  return {
    text: text.slice(0, text.length - particle.length).trim(),
    particle,
    meanings,
    start: first.start,
    end: last.end,
    run: first.run,
    clause: first.clause,
    joined: false,
  };
}

/** Whether a piece of a compound says something: fillers end words that are none of ours. */
const isContent = (meanings: readonly Meaning[] | undefined): boolean =>
  meanings?.some((meaning) => meaning.is !== 'term' || meaning.term.group.kind !== 'filler') ?? false;

/** The pieces of an eojeol that is no entry itself; one word without meaning where nothing in it is known. */
function piecesOf(token: Token, { korean, longestKorean }: Vocabulary): Word[] {
  const ways = [{ stem: token.text, particle: '' }, ...stripParticles(token.text)];
  for (const { stem, particle } of ways) {
    const known = { has: (key: string) => isContent(korean.get(key)) };
    const pieces = splitCompound(stem.toLowerCase(), known, longestKorean);
    if (pieces === undefined) continue;
    let start = token.start;
    return pieces.map((piece, index) => {
      const last = index === pieces.length - 1;
      const text = token.text.slice(start - token.start, start - token.start + piece.length);
      const end = last ? token.end : start + piece.length;
      const word = { text, particle: last ? particle : '', meanings: korean.get(piece) ?? [], start, end };
      start = end;
      return { ...word, run: token.run, clause: token.clause, joined: index > 0 };
    });
  }
  const bare = ways.find(({ stem, particle }) => particle !== '' && stem.length >= 2) ?? { particle: '' };
  return [wordOf([token], bare.particle, [])];
}

function findEnglish(run: readonly Token[], vocabulary: Vocabulary): Found {
  const latin = run.findIndex((token) => [...token.text].some(isSyllable));
  const words = latin < 0 ? run : run.slice(0, latin);
  for (let length = Math.min(vocabulary.longestEnglish, words.length); length >= 1; length--) {
    const part = words.slice(0, length);
    const meanings = lookUpEnglish(part.map((token) => token.text).join(' '), vocabulary);
    if (meanings !== undefined) return { words: [wordOf(part, '', meanings)], tokens: length };
  }
  const [token] = run;
  return token === undefined ? { words: [], tokens: 1 } : { words: [wordOf([token], '', [])], tokens: 1 };
}

function lookUpEnglish(text: string, { english }: Vocabulary): readonly Meaning[] | undefined {
  const plain = text.toLowerCase().replaceAll('’', "'").replaceAll('-', ' ');
  return english.get(englishKey(text)) ?? english.get(singularOf(plain)) ?? english.get(plain);
}
