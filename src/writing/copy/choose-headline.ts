import type { PurposeName } from '../../ad/purpose.ts';
import { defined } from '../../collections/defined.ts';
import { exactSyllables, syllablesOf } from '../../language/hangul.ts';
import { SLOT } from '../../presets/pattern.ts';
import type { CopyBrief } from './copy-brief.ts';
import { canFill, fillPattern, type Pattern, parsePattern, type SlotValues } from './fill-pattern.ts';
import { HEADLINE_SYLLABLES, headlineOf } from './line-fit.ts';

/** What makes a headline say more: the deal first, then the product, the day, the season. */
const WEIGHTS = { deal: 4, product: 3, occasion: 2, season: 1 } as const;

/** Opening ads are about the shop. */
const SHOP = 2;

/** A word of the pattern that the product's name holds too: 건강상담, 상담해 드립니다. */
const REPEATED = 2;

/** A cut name says less than a whole one. */
const CUT = 0.5;

/** Words of a name in a headline. */
const MAX_WORDS = 30;

/** Patterns this close to the best are all good, and one is drawn. */
const CLOSE = 1;

export interface Headline {
  readonly text: string;
  readonly pattern: Pattern;
}

/** For these a day of the calendar gives the patterns too, besides the trade's own. */
const ON_THE_DAY: readonly PurposeName[] = ['season', 'everyday', 'event', 'new'];

/** The headline that says most of what is known, drawn from those that fit two lines. */
export function chooseHeadline(brief: CopyBrief, deal: string | undefined): Headline | undefined {
  const scored = patternsFor(brief).flatMap(({ pattern, ofTheDay }) => {
    const filled = fill(pattern, brief, deal, ofTheDay);
    return filled === undefined ? [] : [{ ...filled, pattern }];
  });
  const best = Math.max(...scored.map(({ score }) => score));
  const pool = scored.filter(({ score }) => score >= best - CLOSE);
  return pool[Math.floor(brief.random() * pool.length)];
}

function patternsFor(brief: CopyBrief): readonly { pattern: Pattern; ofTheDay: boolean }[] {
  const own = brief.trade.copy[brief.locale].headline;
  const general = brief.general.copy[brief.locale].headline;
  const lines = own[brief.purpose] ?? general[brief.purpose] ?? own.everyday ?? [];
  const patterns = lines.map((line) => ({ pattern: parsePattern(line), ofTheDay: false }));
  if (brief.occasion === undefined || !ON_THE_DAY.includes(brief.purpose)) return patterns;
  const day = brief.occasion.row.headline[brief.locale];
  return [...patterns, ...day.map((line) => ({ pattern: parsePattern(line), ofTheDay: true }))];
}

function fill(
  pattern: Pattern,
  brief: CopyBrief,
  deal: string | undefined,
  ofTheDay: boolean,
): { text: string; score: number } | undefined {
  const dated = ofTheDay || pattern.slots.has('occasion') || pattern.slots.has('season');
  const names = productNames(brief, dated);
  for (const [cut, product] of names.entries()) {
    const values: SlotValues = defined({
      product,
      deal,
      // '여름 세일, 여름 옷장 정리' would say it twice.
      season: brief.season === undefined || deal?.includes(brief.season) ? undefined : brief.season,
      occasion: brief.occasion?.name,
      shop: brief.shop,
      mood: brief.mood,
      taste: brief.taste,
    });
    if (!canFill(pattern, values, brief.product?.kind)) continue;
    const text = headlineOf(fillPattern(pattern, values));
    if (text === undefined) continue;
    const said = (slot: keyof typeof WEIGHTS): number => (pattern.slots.has(slot) ? WEIGHTS[slot] : 0);
    const score =
      said('deal') +
      said('product') +
      Math.max(said('occasion'), ofTheDay && brief.purpose !== 'new' ? WEIGHTS.occasion : 0) +
      said('season');
    const shop = pattern.slots.has('shop') && brief.purpose === 'opening' ? SHOP : 0;
    const twice = product !== undefined && repeats(pattern, product) ? REPEATED : 0;
    return { text, score: score + shop - twice - (cut === 0 || !pattern.slots.has('product') ? 0 : CUT) };
  }
  return undefined;
}

/** How the product may be called, best first: with its season or day unless the pattern says it, then shorter. */
function productNames(brief: CopyBrief, dated: boolean): readonly (string | undefined)[] {
  if (brief.product === undefined) return [undefined];
  const { text, full, long } = brief.product;
  return [
    ...new Set([
      dated ? text : brief.purpose === 'sale' ? long : full,
      dated ? text : full,
      text,
      ...shorterNames(text),
    ]),
  ].filter((name) => syllablesOf(name) > 0);
}

/** A name without its first word, its first two, and so on, as far as a headline has room for one. */
function shorterNames(name: string): readonly string[] {
  const words = name.split(' ').slice(1);
  const names: string[] = [];
  let syllables = 0;
  for (const [back, word] of words.slice(-MAX_WORDS).reverse().entries()) {
    syllables += exactSyllables(word);
    if (syllables > HEADLINE_SYLLABLES) break;
    names.push(words.slice(words.length - 1 - back).join(' '));
  }
  return names.reverse();
}

/** Whether the pattern's own words and the product's name share a beginning of two letters. */
function repeats(pattern: Pattern, product: string): boolean {
  const literal = pattern.text.replaceAll(SLOT, '').match(/[가-힣]{2,}/gu) ?? [];
  return literal.some((word) => product.includes(word.slice(0, 2)));
}
