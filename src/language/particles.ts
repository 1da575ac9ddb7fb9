import { endingOf } from './hangul.ts';

/** Particles that change with the last sound of their word: after a consonant, after a vowel. */
const PAIRS = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['으로', '로'],
  ['이랑', '랑'],
  ['이나', '나'],
  ['이에요', '예요'],
  ['이라면', '라면'],
  ['이라서', '라서'],
  ['이라', '라'],
  ['이고', '고'],
  ['이니까', '니까'],
  ['이야', '야'],
] as const;

const PAIR_OF: ReadonlyMap<string, readonly [string, string]> = new Map(
  PAIRS.flatMap((pair) => [
    [pair[0], pair],
    [pair[1], pair],
  ]),
);

/** The form of a particle that `word` takes: 은/는, 이/가, 을/를, 과/와, 으로/로… Other particles never change. */
export function particleFor(word: string, particle: string): string {
  const pair = PAIR_OF.get(particle);
  if (pair === undefined) return particle;
  const ending = endingOf(word);
  // 로 follows ㄹ as it follows a vowel: 서울로.
  const asVowel = ending === 'vowel' || (ending === 'rieul' && pair[0] === '으로');
  return asVowel ? pair[1] : pair[0];
}

export const withParticle = (word: string, particle: string): string =>
  `${word}${particleFor(word, particle)}`;

/** What may hang on a noun, longest first. */
const SUFFIXES: readonly string[] = [
  ...PAIRS.flat(),
  ...['의', '에', '에서', '에게', '에는', '에도', '에서는', '에서만', '으로는', '로는', '으로도', '로도'],
  ...[
    '도',
    '만',
    '만의',
    '까지',
    '부터',
    '마다',
    '처럼',
    '보다',
    '하고',
    '한테',
    '께',
    '엔',
    '이나마',
    '조차',
  ],
  ...['들', '들이', '들을', '들과', '들은', '들의', '들도', '들에게'],
  ...[
    '입니다',
    '이에요',
    '예요',
    '에요',
    '이예요',
    '인데',
    '인데요',
    '이며',
    '이다',
    '임',
    '인',
    '이라고',
    '라고',
  ],
  ...['이랑은', '랑은', '이죠', '죠', '이구요', '구요', '이요', '요', '으로요', '로요', '을요', '를요'],
].sort((a, b) => b.length - a.length);

/** A word with the particle that was taken off it. */
export interface Stripped {
  readonly stem: string;
  readonly particle: string;
}

/**
 * Every way to read an eojeol as noun + particle, longest particle first. A particle that could not follow the
 * stem's last sound is not one: 사과 is not 사 + 과.
 */
export function stripParticles(eojeol: string): readonly Stripped[] {
  const ways: Stripped[] = [];
  for (const suffix of SUFFIXES) {
    if (eojeol.length <= suffix.length || !eojeol.endsWith(suffix)) continue;
    const stem = eojeol.slice(0, -suffix.length);
    if (particleFor(stem, suffix) === suffix) ways.push({ stem, particle: suffix });
  }
  return ways;
}
