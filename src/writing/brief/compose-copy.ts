import { type AdCopy, COPY_SLOTS, type CopySlot, isEmptyCopy } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Statement } from '../../ad/statement.ts';
import { defined } from '../../collections/defined.ts';
import { capitalised } from '../../language/english.ts';
import { syllablesOf } from '../../language/hangul.ts';
import type { Industry } from '../../presets/industry.ts';
import type { Presets } from '../../presets/presets.ts';
import { guardFor, type WordGuard } from '../copy/forbidden-words.ts';
import { guardOwnWords, guardWords } from '../copy/guard-copy.ts';
import {
  guardStatements,
  withoutDenials,
  withoutOmitted,
  withoutUncovered,
  writeGuarded,
} from '../copy/guard-statements.ts';
import { leftOutWarnings } from '../copy/left-out.ts';
import { legalNotice } from '../copy/legal-notice.ts';
import { squeezed } from '../copy/statement-groups.ts';
import { writeCopy } from '../copy/write-copy.ts';
import type { Reading } from '../reading/read-request.ts';
import type { MatchedPresets } from './compose-scene.ts';
import { checkProposal, type ProposedCopy } from './proposed-copy.ts';

interface ComposedCopy {
  readonly copy: AdCopy;
  /** Statements that are not in the copy, in the order of the request. */
  readonly leftOut: readonly string[];
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}

const NOTHING_SAID: LocalizedText = {
  ko: '광고에 적을 말을 찾지 못했어요. 상품 이름이나 혜택, 가격을 알려 주시면 넣을게요.',
  en: 'There was nothing to write on the ad. Say what you sell, an offer or a price, and it goes in.',
};

/**
 * All slots to be drawn, in the words of the request and the brand alone. Words that the trade may not use are replaced,
 * or the statement that holds them is left out.
 *
 * @param offered words by a model, used as far as they hold to the same rules
 * @throws UserError `copy-forbidden` for a word that the person gave and nothing can replace
 */
export function composeCopy(
  request: AdRequest,
  reading: Reading,
  rows: MatchedPresets,
  presets: Presets,
  offered?: ProposedCopy,
): ComposedCopy {
  const guard = guardOf(rows.trade, presets);
  const given = guardOwnWords({ ...reading.quoted, ...request.copy }, guard);
  if (!request.lettering) return { copy: {}, leftOut: [], why: [], warnings: given.warnings };
  const drawn = withoutUncovered(reading.statements, presets.uncovered);
  const allowed = withoutOmitted(drawn.value, rows.trade);
  const clear = withoutDenials(allowed.value);
  const sayable = guardStatements(clear.value, guard);
  const shop = request.brand?.shopName ?? reading.shopName;
  const sources = [reading.text, request.brand?.shopName ?? '', ...Object.values(given.value)];
  const product = guardWords(reading.product, guard).value;
  const offer =
    offered === undefined
      ? undefined
      : checkProposal(offered, {
          // As they were told to whoever proposes: also what may not be said.
          statements: reading.statements,
          ...defined({ product }),
          guard,
          claims: presets.claims,
          sources,
        });
  const { written, ...apart } = writeGuarded(sayable.value, guard, (statements) =>
    writeCopy({
      statements,
      text: reading.text,
      ...defined({
        product: productOf(statements, reading, product),
        shop: guardWords(shop, guard).value,
        prefer: offer?.prefer,
      }),
      isKnown: isKnown(reading) && !isCustomers(rows.trade, product),
      occasionKind: reading.occasionKind,
      given: { ...offer?.copy, ...given.value },
    }),
  );
  const left = [
    ...drawn.left,
    ...allowed.left,
    ...clear.left,
    ...sayable.left,
    ...apart.left,
    ...written.left,
  ].sort((a, b) => a.start - b.start);
  return {
    copy: written.copy,
    leftOut: left.map(({ text }: Statement) => text),
    why: [
      ...(offered === undefined || offer === undefined
        ? []
        : offeredReason(offered.by, written.copy, offer.copy, given.value)),
      ...writtenReason(written.copy, given.value),
      ...(offer?.why ?? []),
    ],
    warnings: [
      ...given.warnings,
      ...drawn.warnings,
      ...allowed.warnings,
      ...clear.warnings,
      ...sayable.warnings,
      ...apart.warnings,
      ...legalNotice(rows.trade.notice, reading.statements),
      ...leftOutWarnings(written.left, given.value.details !== undefined),
      ...(isEmptyCopy(written.copy) ? [NOTHING_SAID] : []),
    ],
  };
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

/** The product as the request has it, while none of what names it is left out. */
function productOf(
  told: readonly Statement[],
  { statements }: Reading,
  product: string | undefined,
): string | undefined {
  const named = (all: readonly Statement[]): number => all.filter(({ kind }) => kind === 'product').length;
  return named(told) === named(statements) ? product : undefined;
}

/** Syllables of a word that means too many things to stand without its trade: 커트, 타석. */
const FEW = 2;

/**
 * Whether the product says by itself what it is: it tells the class of its trade, or is a thing that the lexicon knows.
 * What is done, or a word for any of its kind, says less.
 */
function isKnown({ subject, product = '', productTells = false, occasionKind }: Reading): boolean {
  const { head, kind } = subject ?? {};
  const course = occasionKind === 'class' || occasionKind === 'event';
  // What a course is of stands in the word for its trade; letters for words tell those who know them.
  if (productTells && !course && syllablesOf(product) > FEW && !/^[A-Z]{2,3}(?![A-Za-z])/u.test(product))
    return true;
  return (
    subject !== undefined &&
    head !== undefined &&
    kind !== 'service' &&
    !subject.vague &&
    !/^\d/.test(product) &&
    squeezed(product).endsWith(squeezed(head.ko))
  );
}

/** Whether what is named is the customers' own: a laundry sells no coats. */
const isCustomers = ({ tradeClass }: Industry, product = ''): boolean =>
  tradeClass?.middle === '세탁' &&
  !/세탁|드라이|빨래|클리닝|크리닝|wash|clean|laundr|press|iron/iu.test(product);

const guards = new WeakMap<Industry, WordGuard>();

/** What the words of a trade are held against: some two hundred expressions, built once a trade. */
export function guardOf(trade: Industry, presets: Presets): WordGuard {
  const guard = guards.get(trade) ?? guardFor(trade, presets.forbidden);
  guards.set(trade, guard);
  return guard;
}

function writtenReason(copy: AdCopy, given: AdCopy): readonly LocalizedText[] {
  const written = Object.keys(copy).length - Object.keys(given).length;
  if (written <= 0) return [];
  return [
    {
      ko: '문구는 말씀하신 내용만으로 썼어요. 가격, 날짜, 혜택은 주신 것만 넣어요.',
      en: 'The text says only what you said: prices, dates and offers are all yours.',
    },
  ];
}
