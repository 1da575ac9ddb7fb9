import { defined } from '../../collections/defined.ts';
import type { PatternTable } from '../../presets/pattern.ts';
import type { CopyBrief } from './copy-brief.ts';
import { canFill, fillPattern, parsePattern, type SlotValues } from './fill-pattern.ts';
import { plainLine } from './line-fit.ts';

/** Saying the person's own adjectives is worth more than saying nothing of theirs. */
const OWN_WORDS = 2;

/** A word that the headline has already. */
const REPEATED = 1.5;

/** The sub where no fact is to be told: the line that takes up most of the person's words, drawn among equals. */
export function chooseLine(brief: CopyBrief, headline: string): string | undefined {
  const values: SlotValues = defined({
    mood: brief.mood,
    taste: brief.taste,
    occasion: brief.occasion?.name,
    season: brief.season,
  });
  const scored = linesFor(brief).flatMap((line) => {
    const pattern = parsePattern(line);
    if (!canFill(pattern, values, brief.product?.kind)) return [];
    const text = plainLine(fillPattern(pattern, values));
    const own = pattern.slots.has('mood') || pattern.slots.has('taste') ? OWN_WORDS : 0;
    return [{ text, score: own - REPEATED * repeated(text, headline) }];
  });
  const best = Math.max(...scored.map(({ score }) => score));
  const pool = scored.filter(({ score }) => score === best);
  return pool[Math.floor(brief.random() * pool.length)]?.text;
}

function linesFor({ trade, general, locale, purpose, occasion }: CopyBrief): readonly string[] {
  const day =
    purpose === 'enrol' || purpose === 'notice' || purpose === 'opening'
      ? []
      : (occasion?.row.sub?.[locale] ?? []);
  return [...day, ...linesOfTable(trade.copy[locale].sub, general.copy[locale].sub, purpose)];
}

/** Ads that the trade's everyday words do not belong to. */
const ALONE: readonly CopyBrief['purpose'][] = ['opening', 'notice', 'enrol'];

function linesOfTable(
  own: PatternTable,
  general: PatternTable,
  purpose: CopyBrief['purpose'],
): readonly string[] {
  const shared = general[purpose] ?? [];
  return own[purpose] ?? (ALONE.includes(purpose) ? shared : [...shared, ...(own.everyday ?? [])]);
}

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];

/** Words of at least two letters that both hold. */
function repeated(line: string, headline: string): number {
  const there = new Set(wordsIn(headline).map((word) => word.slice(0, 2)));
  return wordsIn(line).filter((word) => there.has(word.slice(0, 2))).length;
}
