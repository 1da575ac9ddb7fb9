import * as z from 'zod';
import { linesOf, Wrong } from './fields.ts';
import { dayNumber, fromDayNumber, type PlainDate, weekdayOf } from './plain-date.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must be a day such as '05-08'")
  .transform((text) => ({ month: Number(text.slice(0, 2)), day: Number(text.slice(3)) }));

const month = z.number().int().min(1).max(12);

/** When a day comes round. */
export const when = z.union([
  /** The same day every year. */
  z.strictObject({ on: monthDay }),
  /** From day to day; over New Year where the end is before the start. */
  z.strictObject({ from: monthDay, to: monthDay }),
  /** A day of the Korean lunar calendar, leap months not counted. */
  z.strictObject({ lunar: monthDay }),
  /** The nth such weekday of a month. */
  z.strictObject({ nth: z.number().int().min(1).max(5), weekday: z.enum(WEEKDAYS), month }),
  /** That weekday in the nth calendar week (from Sunday) of a month: how the 수능 is set. */
  z.strictObject({ week: z.number().int().min(1).max(5), weekday: z.enum(WEEKDAYS), month }),
  /** A solar term of the table. */
  z.strictObject({ term: z.enum(['하지', '입추', '동지']) }),
  /** 초복, 중복, 말복. */
  z.strictObject({ dogDay: z.enum(['first', 'middle', 'last']) }),
]);

export type When = Readonly<z.output<typeof when>>;

/** Days of the solar terms that shops go by, by year: the sun at 90°, 135° and 270°, on Korea's clock. */
export type SolarTerms = ReadonlyMap<number, Readonly<Record<'하지' | '입추' | '동지', PlainDate>>>;

/** Lines of a year and its three days: '2026 06-21 08-07 12-22'. */
export const solarTerms = linesOf((line): readonly [number, ReturnType<typeof daysOf>] | Wrong => {
  const [, year, ...days] = /^(\d{4}) (\d\d-\d\d) (\d\d-\d\d) (\d\d-\d\d)$/.exec(line) ?? [];
  if (year === undefined) return new Wrong("must be a year and three days: '2026 06-21 08-07 12-22'");
  return [Number(year), daysOf(Number(year), days)];
}).transform((rows): SolarTerms => new Map(rows));

function daysOf(year: number, [summer = '', autumn = '', winter = '']: readonly string[]) {
  const day = (text: string): PlainDate => ({
    year,
    month: Number(text.slice(0, 2)),
    day: Number(text.slice(3)),
  });
  return { 하지: day(summer), 입추: day(autumn), 동지: day(winter) };
}

/** First and last day. */
export interface Span {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The days of `rule` that begin in `year`; undefined where the solar terms of that year are not in the table. */
export function spanIn(rule: When, year: number, terms: SolarTerms): Span | undefined {
  if ('from' in rule) {
    const over = rule.to.month < rule.from.month ? 1 : 0;
    return { first: { year, ...rule.from }, last: { year: year + over, ...rule.to } };
  }
  const day = dayIn(rule, year, terms);
  return day && { first: day, last: day };
}

function dayIn(
  rule: Exclude<When, { from: unknown }>,
  year: number,
  terms: SolarTerms,
): PlainDate | undefined {
  if ('on' in rule) return { year, ...rule.on };
  if ('lunar' in rule) return lunarDay(year, rule.lunar);
  if ('term' in rule) return terms.get(year)?.[rule.term];
  if ('dogDay' in rule) return dogDay(rule.dogDay, terms.get(year));
  const first = { year, month: rule.month, day: 1 };
  const offset = WEEKDAYS.indexOf(rule.weekday) - weekdayOf(first);
  const weeks = 'nth' in rule ? rule.nth - (offset < 0 ? 0 : 1) : rule.week - 1;
  return fromDayNumber(dayNumber(first) + offset + 7 * weeks);
}

let dangi: Intl.DateTimeFormat | undefined;

/** The Gregorian day of a Korean lunar month and day, by the runtime's own calendar data. */
function lunarDay(year: number, { month, day }: { month: number; day: number }): PlainDate {
  dangi ??= new Intl.DateTimeFormat('en-u-ca-dangi', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  // Lunar new year falls between 21 January and 21 February; later months follow 29 or 30 days apart.
  const start = dayNumber({ year, month: 1, day: 19 }) + Math.floor((month - 1) * 29.5) + day - 1;
  for (let days = start; days < start + 70; days++) {
    const parts = dangi.formatToParts(days * 86_400_000);
    const part = (type: string): string | undefined => parts.find((found) => found.type === type)?.value;
    if (part('month') === String(month) && part('day') === String(day)) return fromDayNumber(days);
  }
  throw new RangeError(`There is no lunar ${month}-${day} in ${year}`);
}

/**
 * 초복 and 중복 are the third and fourth 경일 from 하지, 말복 the first from 입추, the day itself counted. Every tenth
 * day is a 경일: 10 January 1970, day number 9, was one (庚寅).
 */
function dogDay(
  which: 'first' | 'middle' | 'last',
  terms: Readonly<Record<'하지' | '입추', PlainDate>> | undefined,
): PlainDate | undefined {
  if (terms === undefined) return undefined;
  const start = dayNumber(which === 'last' ? terms.입추 : terms.하지);
  const untilFirst = (((9 - start) % 10) + 10) % 10;
  const later = { first: 20, middle: 30, last: 0 }[which];
  return fromDayNumber(start + untilFirst + later);
}
