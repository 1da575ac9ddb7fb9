import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';
import { type LocalizedText, localeOf } from '../../ad/locale.ts';
import { capitalised } from '../../language/english.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { withParticle } from '../../language/particles.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Finding, WordGuard } from '../copy/forbidden-words.ts';
import { findUngrounded } from '../copy/grounding.ts';
import { headlineOf } from '../copy/line-fit.ts';
import { patternWords } from '../copy/pattern-words.ts';
import { readFacts } from '../copy/read-facts.ts';
import type { Reading } from '../reading/read-request.ts';
import { findUnknownNames } from '../reading/unknown-names.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';

/** Words that somebody else, a language model say, would put into an ad. Only an offer: it may say anything. */
export interface ProposedCopy {
  /** Name of who offers. */
  readonly by: string;
  /** Prices, dates and addresses are never taken from an offer, so it has no slots for them. */
  readonly copy: Pick<AdCopy, 'headline' | 'sub' | 'cta'>;
  /** What the offerer was told in confidence: words that quote it are refused. */
  readonly told: string;
}

export interface CheckedProposal {
  readonly copy: AdCopy;
  /** What was changed or refused, and why. */
  readonly why: readonly LocalizedText[];
}

interface Check {
  readonly reading: Reading;
  /** Of the trade. */
  readonly guard: WordGuard;
  readonly presets: Presets;
  readonly vocabulary: Vocabulary;
  /** Texts whose words and numbers may be said: the request's, the brand's, the person's own. */
  readonly sources: readonly string[];
}

/** How long slots may be, in syllables; a headline must fit its two lines. */
const LONGEST = { sub: 26, cta: 9 } as const;

/** Words in a row that are no accident. */
const QUOTED = 5;

/**
 * Takes from an offer what an ad may say: in the request's language, short enough, without forbidden words, and with
 * no number, date, name or claim that nobody gave.
 */
export function checkProposal(offer: ProposedCopy, check: Check): CheckedProposal {
  const copy: { [slot in CopySlot]?: string } = {};
  const why: LocalizedText[] = [];
  for (const slot of COPY_SLOTS) {
    if (slot !== 'headline' && slot !== 'sub' && slot !== 'cta') continue;
    const words = tidied(offer.copy[slot] ?? '');
    if (words === '') continue;
    const guarded = check.guard(words);
    const fault = faultOf(slot, guarded.text, guarded.refused, offer, check);
    if (fault !== undefined) {
      why.push(refused(offer.by, words, fault));
      continue;
    }
    copy[slot] = slot === 'headline' ? (headlineOf(guarded.text) ?? guarded.text) : guarded.text;
    why.push(...guarded.replaced.map((finding) => replaced(offer.by, finding)));
  }
  return { copy, why };
}

/** One line without the dress that models put around words: quotes, marks of lists, emoji. */
function tidied(words: string): string {
  const bare = words
    .normalize('NFC')
    .replaceAll(/[\p{Extended_Pictographic}\p{Cf}\p{Cc}*_#`~<>{}[\]|\\^]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/^["'“”‘’「『]+|["'“”‘’」』]+$/g, '')
    .trim();
  return localeOf(bare) === 'en' ? capitalised(bare) : bare;
}

function faultOf(
  slot: 'headline' | 'sub' | 'cta',
  words: string,
  forbidden: readonly Finding[],
  offer: ProposedCopy,
  { reading, presets, vocabulary, sources }: Check,
): LocalizedText | undefined {
  const [banned] = forbidden;
  if (banned !== undefined) {
    const { word, why } = banned;
    return { ko: `“${word}”: ${why.ko}`, en: `“${word}”: ${why.en}` };
  }
  if (localeOf(words) !== reading.locale)
    return { ko: '다른 언어로 썼어요.', en: 'It is in another language.' };
  const fits = slot === 'headline' ? headlineOf(words) !== undefined : syllablesOf(words) <= LONGEST[slot];
  if (!fits) return { ko: '너무 길어요.', en: 'It is too long.' };
  if (quotes(words, offer.told)) return { ko: '광고 문구가 아니에요.', en: 'It is no copy.' };
  const [ungrounded] = findUngrounded({ [slot]: words }, sources, presets.claims, patternWords(presets));
  const stranger =
    ungrounded?.text ?? newFact(words, sources) ?? findUnknownNames(words, sources, presets, vocabulary)[0];
  if (stranger === undefined) return undefined;
  return {
    ko: `“${stranger}”${withParticle(stranger, '은').slice(stranger.length)} 말씀하신 내용이 아니에요.`,
    en: `You did not say “${stranger}”.`,
  };
}

/** A price, date, offer or place that the words state and no source holds. */
function newFact(words: string, sources: readonly string[]): string | undefined {
  const known = squeezed(sources.join('\n'));
  return readFacts(words, localeOf(words)).find(({ text }) => !known.includes(squeezed(text)))?.text;
}

const squeezed = (text: string): string => text.toLowerCase().replaceAll(/[\s,]+/g, '');

function quotes(words: string, told: string): boolean {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = wordsOf(words);
  const secret = ` ${wordsOf(told).join(' ')} `;
  return said.some((_, from) => {
    const run = said.slice(from, from + QUOTED);
    return run.length === QUOTED && secret.includes(` ${run.join(' ')} `);
  });
}

const refused = (by: string, words: string, { ko, en }: LocalizedText): LocalizedText => ({
  ko: `${by} 모델이 쓴 “${words}”: 쓰지 않았어요. ${ko}`,
  en: `“${words}” by ${by} was not used. ${en}`,
});

const replaced = (by: string, { word, instead = '', why }: Finding): LocalizedText => ({
  ko: `${by} 모델이 쓴 “${word}” 대신 “${instead}”${withParticle(instead, '으로').slice(instead.length)} 바꿨어요. ${why.ko}`,
  en: `“${word}” by ${by} was changed to “${instead}”. ${why.en}`,
});
