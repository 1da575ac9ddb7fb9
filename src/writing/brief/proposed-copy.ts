import type { AdCopy } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement } from '../../ad/statement.ts';
import { withParticle } from '../../language/particles.ts';
import type { PreferredSlot } from '../copy/copy-material.ts';
import type { Finding, WordGuard } from '../copy/forbidden-words.ts';
import { findUngrounded } from '../copy/grounding.ts';
import { findForeignWords } from './own-words.ts';
import { checkPlaces, type ProposedPlace } from './proposed-places.ts';

/** What somebody else, a language model say, would make of the statements of a request. It may say anything. */
export interface ProposedCopy {
  /** Name of who proposes. */
  readonly by: string;
  /** Where each of the statements is to stand. */
  readonly places: readonly ProposedPlace[];
  /** Other wordings, of whole statements. Prices, buttons and details are never taken from a proposal. */
  readonly copy: Pick<AdCopy, 'headline' | 'sub'>;
}

export interface CheckedProposal {
  /** Wordings that say nothing but what the owner says. */
  readonly copy: Pick<AdCopy, 'headline' | 'sub'>;
  /** Of statements, by where they begin in the request: the slot that each is to have, where that suits it. */
  readonly prefer: ReadonlyMap<number, PreferredSlot>;
  /** What was mended or refused, and why. */
  readonly why: readonly LocalizedText[];
}

interface Check {
  /** All of the request. */
  readonly statements: readonly Statement[];
  readonly product?: string;
  /** Of the trade. */
  readonly guard: WordGuard;
  readonly claims: readonly (readonly string[])[];
  /** Texts whose words and numbers may be said: the request's, the brand's, the person's own. */
  readonly sources: readonly string[];
}

const NOTHING = { copy: {}, prefer: new Map() };

/**
 * Takes from a proposal what holds to the statements. A statement that it loses, cuts, changes or tells twice is mended by
 * the owner's own words; of a proposal that gets most of them wrong nothing is taken.
 */
export function checkProposal(offer: ProposedCopy, check: Check): CheckedProposal {
  const places = checkPlaces(offer.places, check.statements);
  if (places.isPastMending) return { ...NOTHING, why: [pastMending(offer.by)] };
  const copy: { headline?: string; sub?: string } = {};
  const why: LocalizedText[] = places.faults.length === 0 ? [] : [mended(offer.by, places.faults)];
  for (const slot of ['headline', 'sub'] as const) {
    const words = tidied(offer.copy[slot] ?? '');
    if (words === '') continue;
    const fault = faultOf(slot, words, check);
    if (fault === undefined) copy[slot] = words;
    else why.push(refused(offer.by, words, fault));
  }
  // What the headline says the line below need not.
  if (copy.sub !== undefined && copy.headline?.includes(copy.sub)) delete copy.sub;
  return { copy, prefer: places.prefer, why };
}

/** One line without the dress that models put around words: quotes, marks of lists, emoji. */
const tidied = (words: string): string =>
  words
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Cf}\p{Cc}*_#`~<>{}[\]|\\^]/gu, (sign) =>
      /[\p{L}\p{N}#*]/u.test(sign) && sign !== '#' && sign !== '*' ? sign : ' ',
    )
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^["'“”‘’「『]+|["'“”‘’」』]+$/g, '')
    .trim();

function faultOf(
  slot: 'headline' | 'sub',
  words: string,
  { statements, product, guard, claims, sources }: Check,
): LocalizedText | undefined {
  const { replaced, refused: banned } = guard(words);
  const [finding] = [...banned, ...replaced];
  if (finding !== undefined) return unsafe(finding);
  const [ungrounded] = findUngrounded({ [slot]: words }, sources, claims);
  const stranger = ungrounded?.text;
  if (stranger !== undefined) return notSaid(stranger);
  return findForeignWords(slot, words, statements, product);
}

const unsafe = ({ word, why }: Finding): LocalizedText => ({
  ko: `“${word}”: ${why.ko}`,
  en: `“${word}”: ${why.en}`,
});

const notSaid = (words: string): LocalizedText => ({
  ko: `“${words}”${withParticle(words, '은').slice(words.length)} 말씀하신 내용이 아니에요.`,
  en: `You did not say “${words}”.`,
});

const refused = (by: string, words: string, { ko, en }: LocalizedText): LocalizedText => ({
  ko: `${by} 모델이 쓴 “${words}”: 쓰지 않았어요. ${ko}`,
  en: `“${words}” by ${by} was not used. ${en}`,
});

const mended = (by: string, statements: readonly string[]): LocalizedText => {
  const names = statements.map((text) => `“${text}”`).join(', ');
  return {
    ko: `${by} 모델이 빠뜨리거나 바꾼 내용은 말씀하신 대로 되돌려 놓았어요: ${names}.`,
    en: `What ${by} lost or changed was put back as you said it: ${names}.`,
  };
};

const pastMending = (by: string): LocalizedText => ({
  ko: `${by} 모델의 답이 말씀하신 내용과 너무 달라서, 문구는 기본 규칙으로 썼어요.`,
  en: `The answer of ${by} was too far from what you said, so the text was written by the rules instead.`,
});
