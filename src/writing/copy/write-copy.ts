import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import { capitalised } from '../../language/english.ts';
import { syllablesOf } from '../../language/hangul.ts';
import { arrangeFacts, type FactPlan } from './arrange-facts.ts';
import { chooseHeadline } from './choose-headline.ts';
import { chooseLine } from './choose-line.ts';
import type { CopyBrief } from './copy-brief.ts';
import type { Fact } from './facts.ts';
import { canFill, parsePattern } from './fill-pattern.ts';

export interface WrittenCopy {
  /** The person's slots, and what was written for the others. */
  readonly copy: AdCopy;
  readonly warnings: readonly LocalizedText[];
}

/** Most facts in a sub, and how long it may be in syllables. */
const SUB_FACTS = 2;
const SUB_SYLLABLES = 26;

/** UTF-16 units of the longest fact that is lettered: an address, or a link. */
const LONGEST_FACT = 150;

/** Most lines of the details. */
const DETAILS_PARTS = 4;

/** Purposes whose button is the same in every trade. */
const GENERAL_CTA: readonly CopyBrief['purpose'][] = ['notice', 'enrol', 'event'];

const BOOKED: readonly CopyBrief['purpose'][] = ['sale', 'new'];

const JOIN = ' · ';

/**
 * Writes the slots that the person left open: the headline by the trade's patterns, the facts where each is looked
 * for. One discount and two facts are told at most; what finds no room is named in a warning.
 */
export function writeCopy(brief: CopyBrief): WrittenCopy {
  const { given } = brief;
  const said = Object.values(given).join('\n');
  // What the person has put into a slot themselves is not said again.
  const open = brief.facts.filter((fact) => !saysAll(said, fact.text));
  const plan = printable(arrangeFacts(brief.text, open, brief.purpose, brief.product?.text));
  const headline = given.headline === undefined ? chooseHeadline(brief, plan.deal?.text) : undefined;
  const dealInHeadline = headline?.pattern.slots.has('deal') ?? false;
  const price = plan.price ?? (dealInHeadline ? undefined : plan.deal?.text);
  const dealLeft = plan.deal !== undefined && !dealInHeadline && price !== plan.deal.text ? [plan.deal] : [];
  const told = subFacts([...dealLeft, ...plan.sub]);
  const written: { [slot in CopySlot]?: string | undefined } = {
    headline: headline?.text,
    sub:
      told.length > 0
        ? told.map((fact) => fact.text).join(JOIN)
        : chooseLine(brief, headline?.text ?? given.headline ?? ''),
    badge: undefined,
    price,
    cta: chooseCta(brief, plan.details),
    details: detailsOf(brief, plan.details, headline?.pattern.slots.has('shop') ?? false),
  };
  const copy: { [slot in CopySlot]?: string } = {};
  for (const slot of COPY_SLOTS) {
    const words = given[slot] ?? written[slot];
    if (words === undefined || words.trim() === '') continue;
    copy[slot] = given[slot] === undefined && brief.locale === 'en' ? capitalised(words) : words;
  }
  const shown = Object.values(copy).join('\n');
  const left = open.filter(
    (fact) => !plan.tooMany.includes(fact) && !shown.toLowerCase().includes(fact.text.toLowerCase()),
  );
  return { copy, warnings: [...tooMany(plan.tooMany), ...leftOut(left)] };
}

/** The plan without what no line of an ad has room for: it is told with what is left out. */
function printable({ deal, price, ...plan }: FactPlan): FactPlan {
  const fits = (text: string): boolean => text.length <= LONGEST_FACT;
  return {
    ...plan,
    ...defined({
      deal: deal === undefined || !fits(deal.text) ? undefined : deal,
      price: price === undefined || !fits(price) ? undefined : price,
    }),
    sub: plan.sub.filter((fact) => fits(fact.text)),
    details: plan.details.filter((fact) => fits(fact.text)),
  };
}

const digits = (text: string): readonly string[] => text.replaceAll(',', '').match(/\d+/g) ?? [];

/** Whether a text already holds a fact: its words, or all its numbers. */
function saysAll(text: string, fact: string): boolean {
  const numbers = digits(fact);
  if (numbers.length === 0) return text.includes(fact);
  const there = new Set(digits(text));
  return numbers.every((number) => there.has(number));
}

function subFacts(facts: readonly Fact[]): readonly Fact[] {
  const told: Fact[] = [];
  let length = 0;
  for (const fact of facts) {
    length += syllablesOf(fact.text);
    if (told.length === SUB_FACTS || (told.length > 0 && length > SUB_SYLLABLES)) break;
    told.push(fact);
  }
  return told;
}

/** A button; with a telephone number in the picture, one that speaks of calling where there is one. */
function chooseCta(brief: CopyBrief, details: readonly Fact[]): string | undefined {
  const own = brief.trade.copy[brief.locale].cta;
  const general = brief.general.copy[brief.locale].cta;
  const shared = GENERAL_CTA.includes(brief.purpose) ? general[brief.purpose] : undefined;
  // A service is booked, whatever the ad is for.
  const booked =
    brief.product?.kind === 'service' && BOOKED.includes(brief.purpose) ? own.booking : undefined;
  const words = suiting(booked ?? own[brief.purpose] ?? shared ?? own.everyday ?? [], brief);
  const all = Object.values(own).flatMap((list) => suiting(list ?? [], brief));
  const calling = details.some((fact) => fact.kind === 'phone')
    ? all.filter((word) => /전화|문의|call/i.test(word))
    : [];
  const pool = calling.length > 0 ? [...new Set(calling)] : words;
  return pool[Math.floor(brief.random() * pool.length)];
}

/** The words for the product's kind where there are such, else those for any. */
function suiting(lines: readonly string[], { product }: CopyBrief): readonly string[] {
  const patterns = lines.map(parsePattern).filter((pattern) => canFill(pattern, {}, product?.kind));
  const own = patterns.filter(({ only }) => only !== undefined);
  return (own.length > 0 ? own : patterns).map(({ text }) => text);
}

function detailsOf(brief: CopyBrief, facts: readonly Fact[], shopIsInHeadline: boolean): string | undefined {
  const parts = [
    ...(brief.shop === undefined || shopIsInHeadline ? [] : [brief.shop]),
    ...facts.map((fact) => fact.text),
  ].slice(0, DETAILS_PARTS);
  const notice = brief.trade.copy[brief.locale].notice ?? [];
  const all = [...parts, ...notice];
  return all.length === 0 ? undefined : all.join('\n');
}

function tooMany(deals: readonly Fact[]): readonly LocalizedText[] {
  if (deals.length === 0) return [];
  const names = deals.map((fact) => `“${fact.text}”`).join(', ');
  return [
    {
      ko: `혜택은 한 장에 하나만 크게 보여 드려요. ${names}: 다음 광고에 써 보세요.`,
      en: `One discount a picture reads best. Left for another ad: ${names}.`,
    },
  ];
}

function leftOut(facts: readonly Fact[]): readonly LocalizedText[] {
  if (facts.length === 0) return [];
  const names = facts.map((fact) => `“${fact.text}”`).join(', ');
  return [
    {
      ko: `자리가 모자라 넣지 못한 내용이 있어요: ${names}. 문구를 직접 정해서 넣을 수 있어요.`,
      en: `There was no room for ${names}. Give the words yourself to place them.`,
    },
  ];
}
