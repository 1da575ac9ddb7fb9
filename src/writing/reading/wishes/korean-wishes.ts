import { endingOf } from '../../../language/hangul.ts';
import type { Segment } from '../statements/segment.ts';
import { LOOKS } from './korean-looks.ts';
import { MESSAGES } from './korean-messages.ts';
import { ORDERS } from './korean-orders.ts';

const PATTERNS = [...ORDERS, ...MESSAGES, ...LOOKS];

const HANGUL = /\p{Script=Hangul}/u;

/** Wishes in Korean; may overlap, the surest first. */
export function koreanWishes(text: string): readonly Segment[] {
  if (!HANGUL.test(text)) return [];
  return PATTERNS.flatMap(({ pattern, signs, kind }) => {
    if (signs?.test(text) === false) return [];
    return [...text.matchAll(pattern)].map((match) => spanOf(match, text, kind));
  });
}

/** Without a particle that is none: the 을 of 마을 강조. */
function spanOf({ index, 0: words }: RegExpExecArray, text: string, kind: Segment['kind']): Segment {
  const lead = words.length - words.trimStart().length;
  const start = index + lead;
  const particle = /^[을를](?=\s)/u.exec(words.trimStart())?.[0];
  const before = text.slice(Math.max(0, start - 1), start);
  const isParticle = particle !== undefined && /[가-힣\d]/u.test(before) && fits(before, particle);
  const skipped = particle === undefined || isParticle ? 0 : particle.length;
  return { kind, start: start + skipped, end: index + words.trimEnd().length };
}

const fits = (before: string, particle: string): boolean =>
  /\d/.test(before) || (endingOf(before) === 'vowel') === (particle === '를');
