/** A day of the Gregorian calendar, as Korea writes it. */
export interface PlainDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = ({ year, month, day }: PlainDate): number => Date.UTC(year, month - 1, day) / DAY_MS;

export function fromDayNumber(days: number): PlainDate {
  const date = new Date(days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 = Sunday. */
export const weekdayOf = (date: PlainDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The day it is in Korea at a moment. */
export function dayInKorea(moment: Date): PlainDate {
  return fromDayNumber(Math.floor((moment.getTime() + 9 * 3_600_000) / DAY_MS));
}
