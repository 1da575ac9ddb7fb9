import type { AdCopy } from '../../ad/copy.ts';
import { isSidePrice } from '../../ad/side-price.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { askedAction } from './asked-action.ts';
import { bindingText, isPrintable, namesDeal } from './binding-text.ts';
import type { CopyMaterial, PreferredSlot } from './copy-material.ts';
import { CLOSED } from './detail-lines.ts';
import { headlineFor, isBadge } from './headline.ts';
import { withLabels } from './label-prices.ts';
import { fits, Ledger } from './ledger.ts';
import { beginning } from './line-fit.ts';
import { asRows, type PriceList, priceListOf } from './price-list.ts';
import { settleStatements } from './settle-statements.ts';
import {
  groupsOf,
  groupText,
  inOnePiece,
  isLettered,
  rootText,
  type StatementGroup,
} from './statement-groups.ts';
import { writeDetails } from './write-details.ts';

export interface WrittenCopy {
  /** The person's slots, and what was written for the others. */
  readonly copy: AdCopy;
  /** Statements that found no room, in the order of the request. */
  readonly left: readonly Statement[];
}

/** What a badge, a price and a sub hold at a glance, in syllables. */
const BADGE = 14;
const PRICE = 20;
const SUB = 40;

/** With what binds it, an offer has a badge of two lines. */
const BOUND_BADGE = 20;

/** Says when it is, rather than when the shop is open. */
const DATED =
  /\d\s?월|\d\s?[/.]\s?\d|까지|부터|오늘|내일|이번|주말|동안|until|till|through|from|only|today|tomorrow|weekend/iu;
const HOURS =
  /영업|운영|브레이크|라스트|연중무휴|hours|\bopen\b|^(?!.*\d\s?(?:월|[/.]\s?\d)).*\d\s?:\s?\d\d\s?[~∼-]/iu;

/** Says what is not offered: a badge would shout it. */
const DENIES = /아닙니다|아니에요|아님|불가|없습|없어요|안\s?(?:됩|돼|해)|금지|\bnot\b|\bno\b|n't\b/iu;

type Slots = { -readonly [slot in keyof AdCopy]: AdCopy[slot] };

/**
 * Writes the slots that the person left open, in the owner's words alone: each statement whole and once, with what binds
 * it in the same place or right below. What finds no room is left, and named.
 */
export function writeCopy(request: CopyMaterial): WrittenCopy {
  const material = settledMaterial(request);
  const { given, statements } = material;
  const told = groupsOf(statements, material.text);
  const list = priceListOf(material, told);
  const groups = asRows(withLabels(told, statements), list).map((group) =>
    given.details === undefined ? group : inOnePiece(group),
  );
  const ledger = new Ledger(groups, given);
  const slots: Slots = {};
  const button = given.cta === undefined ? askedAction(statements) : undefined;
  if (button !== undefined) ledger.tellSaid(button);
  if (list !== undefined) writeListHead(list, groups, ledger, slots);
  else if (given.headline === undefined) writeHeadline(material, ledger, slots);
  if (given.badge === undefined) writeBadge(material, ledger, slots);
  if (given.price === undefined) writePrice(material, ledger, slots);
  if (given.sub === undefined) writeSub(material, ledger, slots);
  if (given.details === undefined) {
    const details = writeDetails(material, ledger, { ...slots, ...given });
    if (details !== undefined) slots.details = details;
  }
  if (button !== undefined) slots.cta = button;
  return { copy: { ...slots, ...given }, left: asTold(ledger.left(), request.statements) };
}

/** With the statements as an ad tells them, and the product's name only while all that it names are products. */
function settledMaterial({ product, ...material }: CopyMaterial): CopyMaterial {
  const statements = settleStatements(material.statements, material.text);
  const named = (all: readonly Statement[]): string =>
    all.flatMap(({ kind, text }) => (kind === 'product' ? [text] : [])).join('\n');
  const whole = named(statements) === named(material.statements);
  return { ...material, statements, ...(whole && product !== undefined ? { product } : {}) };
}

/** The request's own statements of those that were settled. */
const asTold = (left: readonly Statement[], all: readonly Statement[]): readonly Statement[] =>
  all.filter((one) => isLettered(one) && left.some(({ start, end }) => one.start < end && start < one.end));

function writeHeadline(material: CopyMaterial, ledger: Ledger, slots: Slots): void {
  const headline = headlineFor(material, ledger.open().filter(isPrintable));
  if (headline === undefined) return;
  slots.headline = beginning(headline.text);
  for (const group of headline.whole) ledger.tell(group);
  for (const group of headline.roots) ledger.tellRoot(group);
}

/** Of a price list the shop; its first row names the product. */
function writeListHead(
  { head, title, product }: PriceList,
  groups: readonly StatementGroup[],
  ledger: Ledger,
  slots: Slots,
): void {
  slots.headline = beginning(title);
  for (const group of groups) if (group.root === product.root || group.root === head) ledger.tellRoot(group);
}

/** The offer in few words, with what binds it where there is room; else news of the product. */
function writeBadge(material: CopyMaterial, ledger: Ledger, slots: Slots): void {
  const open = ledger.open().filter(isPrintable);
  const offers = open.filter(({ root }) => root.kind === 'offer');
  const short = offers.filter(
    (group) =>
      syllablesOf(rootText(group)) <= BADGE &&
      !DENIES.test(group.root.text) &&
      // What binds one of several offers stands with it.
      (offers.length < 2 || syllablesOf(groupText(group)) <= BOUND_BADGE || namesDeal(group)),
  );
  const group =
    preferred(short, 'badge', material) ??
    short.find(({ root }) => /\d/.test(root.text)) ??
    short[0] ??
    open.find((other) => other.root.kind === 'occasion' && isBadge(other, open, material));
  if (group === undefined) return;
  slots.badge = beginning(wordsFor(group, BOUND_BADGE, ledger));
}

/** The first price of what is sold, with its unit and whose it is; the others are told among the details. */
function writePrice(material: CopyMaterial, ledger: Ledger, slots: Slots): void {
  const prices = ledger
    .open()
    .filter((group) => group.root.kind === 'price' && isPrintable(group) && fits(rootText(group), 'price'));
  const group = preferred(prices, 'price', material) ?? prices.find(({ root }) => !isSidePrice(root.text));
  if (group === undefined) return;
  slots.price = wordsFor(group, PRICE, ledger);
}

const isFor = ({ root }: StatementGroup, slot: PreferredSlot, { prefer }: CopyMaterial): boolean =>
  prefer?.get(root.start) === slot;

/** The group that somebody would have in a slot, where it is among those that suit it. */
const preferred = (
  suiting: readonly StatementGroup[],
  slot: PreferredSlot,
  material: CopyMaterial,
): StatementGroup | undefined => suiting.find((group) => isFor(group, slot, material));

/** The whole group where it is short enough for one place, else its root, for what binds it to stand below. */
function wordsFor(group: StatementGroup, max: number, ledger: Ledger): string {
  const whole = groupText(group);
  if (syllablesOf(whole) <= max && fits(whole, 'price')) {
    ledger.tell(group);
    return whole;
  }
  ledger.tellRoot(group);
  return rootText(group);
}

/** What binds the headline; else the owner's own second statement; else nothing. */
function writeSub(material: CopyMaterial, ledger: Ledger, slots: Slots): void {
  const [half] = ledger.halfTold();
  if (half !== undefined) {
    const binding = bindingText(half, ledger);
    if (!fits(binding, 'sub')) return;
    slots.sub = beginning(binding);
    ledger.tell(half);
    return;
  }
  const open = ledger.open().filter((group) => fits(groupText(group), 'sub'));
  const second =
    preferred(open, 'sub', material) ??
    SECOND.map((suits) => open.find((group) => suits(group) && !isFor(group, 'details', material))).find(
      (group) => group !== undefined,
    );
  if (second === undefined) return;
  slots.sub = beginning(groupText(second));
  ledger.tell(second);
}

const ofKind =
  (kind: StatementKind) =>
  (group: StatementGroup): boolean =>
    group.root.kind === kind && syllablesOf(groupText(group)) <= SUB;

/** What an owner says next, best first. */
const SECOND: readonly ((group: StatementGroup) => boolean)[] = [
  ({ root }) => root.kind === 'product',
  ofKind('occasion'),
  ofKind('description'),
  (group) => ofKind('offer')(group) && !DENIES.test(group.root.text),
  ofKind('audience'),
  (group) =>
    ofKind('schedule')(group) &&
    DATED.test(group.root.text) &&
    !HOURS.test(group.root.text) &&
    !CLOSED.test(group.root.text),
];
