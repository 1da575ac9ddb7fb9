import { stripParticles } from '../../../language/particles.ts';
import { asSpelled } from '../../../language/spoken-endings.ts';
import type { Span } from '../normalise.ts';
import { ANCHORS } from './anchors.ts';
import type { Atom } from './atom.ts';
import { connects, isDenied } from './endings.ts';
import { freeTopics } from './free-topics.ts';
import { inPlace } from './in-place.ts';
import { withOpenings } from './openings.ts';
import { NO_PLACE, PLACE, TOWN } from './places.ts';
import { KEEPER } from './trade-words.ts';
import {
  ADNOMINAL,
  ADVERB,
  DATED,
  FINAL,
  GROWN,
  LEANING_PARTICLE,
  LEANS,
  NO_FINAL,
  NO_ONLY,
  NO_TOPIC,
  ONLY,
  TOPIC_MARKED,
  WORD_CLASSES,
} from './word-classes.ts';

/** Blanks and marks between atoms. */
const BETWEEN = /(?:(?!->|=>)[\s,.;:!?·|/"'“”‘’…()[\]{}<>~=^*_\-–—&])+/uy;

const BREAK = /[\s,;!?|"“”…()[\]{}<>]/u;

/** What may begin inside of a word, behind its letters. */
const INSIDE = ANCHORS.filter(({ code }) => 'mp'.includes(code));

/** What it may be counted by, behind a name of two letters or more: 삼겹살200g. */
const COUNTED_INSIDE = ANCHORS.filter(({ code }) => code === 'c');

/** Classes of words that say nothing of their own, and so may be a trade's. */
const MAY_BE_TRADE = /[wzbVjvU!]/;

/** Longest word, in UTF-16 units, that is looked at as a whole. */
const MAX_WORD = 40;

/** The atoms of a part of a text, in order. */
export function atomsOf(
  text: string,
  { start, end }: Span,
  struck: readonly Span[],
  isTrade: (from: number, to: number) => boolean,
  first = true,
): readonly Atom[] {
  const atoms: Atom[] = [];
  const part = text.slice(0, end);
  let at = start;
  while (at < end) {
    const anchor = anchorAt(part, at, struck);
    if (anchor !== undefined) {
      atoms.push(anchor);
      at = anchor.end;
      continue;
    }
    BETWEEN.lastIndex = at;
    if (BETWEEN.test(part)) {
      at = BETWEEN.lastIndex;
      continue;
    }
    const to = wordEnd(part, at);
    const said = part.slice(at, to);
    const code = classOf(said);
    const early = atoms.length < 3 && atoms.every((atom) => 'TwzjU'.includes(atom.code));
    atoms.push({
      code:
        first &&
        (early ||
          /(?:집|가게|카페)$/u.test(said) ||
          // '태닝샵 할인 연계' is somebody else's.
          (/(?:점|샵|숍)$/u.test(said) &&
            (part.slice(to).trim() === '' || !atoms.some((atom) => atom.code === 'm')))) &&
        MAY_BE_TRADE.test(code) &&
        isTrade(at, to)
          ? 'T'
          : code,
      start: at,
      end: to,
      text: said,
    });
    at = to;
  }
  return withOpenings(
    freeTopics(
      atoms
        .map((atom, index) =>
          atoms[index - 1]?.code === 'T' && KEEPER.test(atom.text) ? { ...atom, code: 'T' } : atom,
        )
        // '무인 꽃집': it is said of the shop, and names nothing that it sells.
        .map((atom, index, all) =>
          all[index + 1]?.code === 'T' && atom.text === '무인' ? { ...atom, code: 'Z' } : atom,
        )
        .map((atom, index, all) =>
          isInside(atom, all[index - 1], all[index + 1]) ? { ...atom, code: 'a' } : atom,
        )
        .map((atom, index, all) => inPlace(atom, all[index - 1], all[index + 1])),
    ),
  );
}

/** '전통시장 안 참기름집': where something is, not what is not done. */
const isInside = ({ text }: Atom, before: Atom | undefined, after: Atom | undefined): boolean =>
  text === '안' && before?.code === 'T' && after !== undefined && !/[vNGC]/.test(after.code);

function anchorAt(part: string, at: number, struck: readonly Span[]): Atom | undefined {
  const before = part[at - 1] ?? ' ';
  if (!/[\p{L}]/u.test(before)) {
    PLACE.lastIndex = at;
    const place = PLACE.exec(part)?.[0];
    if (place !== undefined && !NO_PLACE.test(place.trim()))
      return { code: TOWN.test(place.trim()) ? 'R' : 'a', start: at, end: at + place.length, text: place };
  }
  for (const { code, pattern, starts } of ANCHORS) {
    if (starts?.has(part.charAt(at)) === false) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(part)?.[0];
    if (found === undefined || found.trim() === '') continue;
    // Where it begins decides: '원' may stand behind what is struck out.
    const isStruck = 'm#'.includes(code) && struck.some((span) => at >= span.start && at < span.end);
    return { code: isStruck ? 's' : code, start: at, end: at + found.length, text: found };
  }
  return undefined;
}

/** Where a word ends: at a blank or a mark, or where a price or a share has grown to it: 딸기라떼6,500원. */
function wordEnd(part: string, from: number): number {
  let at = from;
  while (at < part.length && at - from < MAX_WORD) {
    const sign = part[at] ?? '';
    if (BREAK.test(sign)) break;
    if (at > from && sign === ':' && !/\d/.test(part[at + 1] ?? '')) break;
    if (at > from && /\d/.test(sign) && /[가-힣]/.test(part[at - 1] ?? '')) {
      if (
        (at - from > 1 && !/층/.test(part.slice(at, at + 4)) ? [...INSIDE, ...COUNTED_INSIDE] : INSIDE).some(
          ({ pattern }) => {
            pattern.lastIndex = at;
            return pattern.test(part);
          },
        )
      )
        break;
    }
    at += 1;
  }
  // A whole letter of two units; at least one letter is taken.
  if (at === from) at += 1;
  if (/[\ud800-\udbff]$/.test(part.slice(from, at))) at += 1;
  return at;
}

/** Whether a word hangs on what follows: an object, a place, a means, a verb that goes on. */
const leans = (word: string): boolean =>
  LEANS.test(word) ||
  stripParticles(word).some(({ stem, particle }) => stem.length >= 2 && LEANING_PARTICLE.test(particle));

function classOf(said: string): string {
  const word = asSpelled(said.replace(/(?<![.~:'’)\]])[.~:'’)\]]{1,40}$/u, ''));
  for (const { code, pattern } of WORD_CLASSES) {
    // A day with what limits it is as good as a date: 새벽에도, 오늘까지.
    if (!pattern.test(word)) continue;
    if (code === 'n') return DATED.test(word) ? 'd' : code;
    return 'FLoOSU'.includes(code) && /[가-힣][은는]$/u.test(word) ? 'V' : code;
  }
  for (const { code, pattern } of GROWN) if (pattern.test(word)) return code;
  if (/^[A-Za-z][\w.-]*$/.test(word)) return 'j';
  if (/[가-힣]{2}면요$/u.test(word)) return 'K';
  if (connects(word)) return 'b';
  // '먹는건 무제한'
  if (/[가-힣](?:는|은|한|던|할|된|운)(?:건|거는)$/u.test(word)) return 'V';
  if (ADVERB.test(word)) return 'y';
  if (isDenied(word)) return 'N';
  if (FINAL.test(word) && !NO_FINAL.test(word)) return 'v';
  if (TOPIC_MARKED.test(word) && !NO_TOPIC.test(word)) return 'V';
  if (ONLY.test(word) && !NO_ONLY.test(word)) return '!';
  if (leans(word)) return 'b';
  if (ADNOMINAL.test(word)) return 'z';
  return 'w';
}
