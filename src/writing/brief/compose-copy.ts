import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { capitalised } from '../../language/english.ts';
import type { Industry } from '../../presets/industry.ts';
import { GENERAL_TRADE, type Presets } from '../../presets/presets.ts';
import type { CopyBrief } from '../copy/copy-brief.ts';
import type { Fact } from '../copy/facts.ts';
import { guardFor, type WordGuard } from '../copy/forbidden-words.ts';
import { findUngrounded } from '../copy/grounding.ts';
import { guardFacts, guardOwnWords, guardWords } from '../copy/guard-copy.ts';
import { patternWords } from '../copy/pattern-words.ts';
import { type WrittenCopy, writeCopy } from '../copy/write-copy.ts';
import type { Reading } from '../reading/read-request.ts';
import type { Vocabulary } from '../reading/vocabulary.ts';
import type { MatchedPresets } from './compose-scene.ts';
import { checkProposal, type ProposedCopy } from './proposed-copy.ts';

interface ComposedCopy {
  readonly copy: AdCopy;
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

/**
 * All slots to be drawn. Words that the trade may not use are replaced or left out; what is written for the person
 * states nothing that the request or the brand does not.
 *
 * @param offered words by a model, used as far as they hold to the same rules
 * @throws UserError `copy-forbidden` for a word that the person gave and nothing can replace
 */
export function composeCopy(
  request: AdRequest,
  reading: Reading,
  rows: MatchedPresets,
  { presets, vocabulary }: { readonly presets: Presets; readonly vocabulary: Vocabulary },
  offered?: ProposedCopy,
): ComposedCopy {
  const guard = guardOf(rows.trade, presets);
  const given = guardOwnWords(request.copy, guard);
  if (!request.lettering) return { copy: {}, why: [], warnings: given.warnings };
  const allowed = allowedFacts(reading.facts, rows.trade);
  const facts = guardFacts(allowed.facts, guard);
  const product = guardedProduct(reading.text, reading, guard);
  const shop = request.brand?.shopName ?? reading.shopName;
  const sources = [request.text, request.brand?.shopName ?? '', ...Object.values(given.value)];
  const offer =
    offered === undefined
      ? { copy: {}, why: [] }
      : checkProposal(offered, { reading, guard, presets, vocabulary, sources });
  const brief: Omit<CopyBrief, 'given' | 'random'> = {
    locale: reading.locale,
    text: reading.text,
    trade: rows.trade,
    general: presets.industries.named(GENERAL_TRADE),
    purpose: reading.purpose,
    ...defined({
      product: product.value,
      season:
        rows.season === undefined || reading.season === undefined
          ? undefined
          : rows.season.names[reading.locale],
      occasion:
        rows.occasion === undefined || reading.occasion === undefined
          ? undefined
          : { row: rows.occasion, name: shortestName(reading.occasion.by, rows) },
      mood: reading.mood,
      taste: reading.taste,
      shop,
    }),
    facts: facts.value,
  };
  const write = (more: AdCopy): WrittenCopy =>
    writeCopy({
      ...brief,
      given: { ...more, ...given.value },
      random: seededRandom(seedFor(request.seed, 'copy')),
    });
  const written = tellingAll(write, offer.copy);
  const grounded = onlyGrounded(written.copy, sources, given.value, presets);
  return {
    copy: grounded.copy,
    why: [
      ...(offered === undefined ? [] : offeredReason(offered.by, grounded.copy, offer.copy, given.value)),
      ...writtenReason(grounded.copy, given.value),
      ...offer.why,
    ],
    warnings: [
      ...given.warnings,
      ...allowed.warnings,
      ...facts.warnings,
      ...product.warnings,
      ...written.warnings,
      ...grounded.warnings,
    ],
  };
}

/** An offered sub gives way where facts are to be told in its place: what the person said comes first. */
function tellingAll(write: (offered: AdCopy) => WrittenCopy, offered: AdCopy): WrittenCopy {
  const { sub, ...rest } = offered;
  const telling = write(rest);
  if (sub === undefined) return telling;
  const whole = write(offered);
  return whole.warnings.length > telling.warnings.length ? telling : whole;
}

function offeredReason(by: string, copy: AdCopy, offered: AdCopy, given: AdCopy): readonly LocalizedText[] {
  const used = COPY_SLOTS.filter((slot) => given[slot] === undefined && copy[slot] === offered[slot]);
  const names = used.filter((slot) => offered[slot] !== undefined).map((slot) => SLOT_NAMES[slot]);
  if (names.length === 0) return [];
  return [
    {
      ko: `${names.map(({ ko }) => ko).join('·')}: ${by} 모델이 썼고, 규칙으로 확인했어요.`,
      en: `${capitalised(names.map(({ en }) => en).join(', '))}: by ${by}, checked by the rules.`,
    },
  ];
}

const SLOT_NAMES: Readonly<Record<CopySlot, LocalizedText>> = {
  headline: { ko: '제목', en: 'headline' },
  sub: { ko: '설명', en: 'line below' },
  badge: { ko: '배지', en: 'badge' },
  price: { ko: '가격', en: 'price' },
  cta: { ko: '버튼', en: 'button' },
  details: { ko: '안내', en: 'details' },
};

const guards = new WeakMap<Industry, WordGuard>();

/** Built once a trade: some two hundred expressions. */
function guardOf(trade: Industry, presets: Presets): WordGuard {
  const guard = guards.get(trade) ?? guardFor(trade, presets.forbidden);
  guards.set(trade, guard);
  return guard;
}

/** Facts that the trade may tell. */
function allowedFacts(
  facts: readonly Fact[],
  { omit }: Industry,
): { facts: readonly Fact[]; warnings: readonly LocalizedText[] } {
  const left = facts.filter((fact) =>
    omit?.facts.some((kind) => fact.kind === kind || (kind === 'price' && fact.kind === 'list-price')),
  );
  if (omit === undefined || left.length === 0) return { facts, warnings: [] };
  const names = left.map((fact) => `“${fact.text}”`).join(', ');
  return {
    facts: facts.filter((fact) => !left.includes(fact)),
    warnings: [
      { ko: `${names}: 문구에 넣지 않았어요. ${omit.why.ko}`, en: `${names} was left out. ${omit.why.en}` },
    ],
  };
}

/** The product's names, unless they are cut from a forbidden word: 전국 최저 of 전국 최저가. */
function guardedProduct(
  text: string,
  { subject }: Reading,
  guard: WordGuard,
): { value?: NonNullable<Parameters<typeof writeCopy>[0]['product']>; warnings: readonly LocalizedText[] } {
  if (subject === undefined || subject.vague) return { warnings: [] };
  const whole = guardWords(text.slice(subject.start, subject.end), guard);
  const short = guardWords(subject.text, guard);
  if (whole.warnings.length > short.warnings.length) return { warnings: whole.warnings };
  const full = guardWords(subject.fullText, guard);
  const long = guardWords(subject.longText, guard);
  if (short.value === undefined || full.value === undefined || long.value === undefined)
    return { warnings: short.warnings };
  const { kind } = subject;
  return {
    value: { text: short.value, full: full.value, long: long.value, ...defined({ kind }) },
    warnings: full.warnings,
  };
}

/** The day as the request calls it, without what hangs on it: 추석 of 추석선물. */
function shortestName(by: string, { occasion }: MatchedPresets): string {
  if (occasion === undefined) return by;
  const bare = by.replaceAll(' ', '').toLowerCase();
  const names = [occasion.names.ko, occasion.names.en, ...occasion.aliases.ko, ...occasion.aliases.en];
  const inside = names.filter(
    (name) => bare.startsWith(name.replaceAll(' ', '').toLowerCase()) && by.startsWith(name),
  );
  return inside.sort((a, b) => a.length - b.length)[0] ?? by;
}

/** Drops a written slot that states what nobody said. The patterns are made so that none does; this is the proof. */
function onlyGrounded(
  copy: AdCopy,
  sources: readonly string[],
  given: AdCopy,
  presets: Presets,
): { copy: AdCopy; warnings: readonly LocalizedText[] } {
  const faults = findUngrounded(copy, sources, presets.claims, patternWords(presets)).filter(
    ({ slot }) => given[slot] === undefined,
  );
  if (faults.length === 0) return { copy, warnings: [] };
  const bad = new Set<string>(faults.map(({ slot }) => slot));
  return {
    copy: Object.fromEntries(Object.entries(copy).filter(([slot]) => !bad.has(slot))),
    warnings: faults.map(({ text }) => ({
      ko: `“${text}”: 말씀하시지 않은 내용이라 문구에서 뺐어요.`,
      en: `“${text}” was left out of the copy, since you did not say it.`,
    })),
  };
}

function writtenReason(copy: AdCopy, given: AdCopy): readonly LocalizedText[] {
  const written = Object.keys(copy).length - Object.keys(given).length;
  if (written <= 0) return [];
  return [
    {
      ko: '문구는 말씀하신 내용만으로 썼어요. 가격, 날짜, 혜택은 주신 것만 넣어요.',
      en: 'The words say only what you told: prices, dates and offers are all yours.',
    },
  ];
}
