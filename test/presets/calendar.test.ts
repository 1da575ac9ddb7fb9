import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { spanIn } from '../../src/presets/calendar.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { dayInKorea, dayNumber, fromDayNumber, weekdayOf } from '../../src/presets/plain-date.ts';
import { catalogue } from '../../src/studio/catalogue.ts';

const presets = await loadPresets(fileURLToPath(new URL('../../presets', import.meta.url)), catalogue);

const dayOf = (key: string, year: number): string => {
  const when = presets.occasions.named(key).when;
  const day = when === undefined ? undefined : spanIn(when, year, presets.solarTerms)?.first;
  return day === undefined ? 'never' : `${day.month}-${day.day}`;
};

describe('days of the lunar calendar', () => {
  it.each([
    ['seollal', ['2-10', '1-29', '2-17', '2-7', '1-27']],
    ['daeboreum', ['2-24', '2-12', '3-3', '2-21', '2-10']],
    ['buddhas-birthday', ['5-15', '5-5', '5-24', '5-13', '5-2']],
    ['dano', ['6-10', '5-31', '6-19', '6-9', '5-28']],
    ['chilseok', ['8-10', '8-29', '8-19', '8-8', '8-26']],
    ['chuseok', ['9-17', '10-6', '9-25', '9-15', '10-3']],
  ])('%s from 2024 to 2028', (key, days) => {
    expect([2024, 2025, 2026, 2027, 2028].map((year) => dayOf(key, year))).toEqual(days);
  });
});

describe('days of the sun', () => {
  it('puts the dog days on the third and fourth 경일 after 하지, and the first after 입추', () => {
    const dogDays = (year: number): string[] =>
      ['chobok', 'jungbok', 'malbok'].map((key) => dayOf(key, year));
    expect(dogDays(2021)).toEqual(['7-11', '7-21', '8-10']);
    expect(dogDays(2022)).toEqual(['7-16', '7-26', '8-15']);
    // 하지 was a 경일 itself, two minutes before midnight.
    expect(dogDays(2023)).toEqual(['7-11', '7-21', '8-10']);
    expect(dogDays(2024)).toEqual(['7-15', '7-25', '8-14']);
    expect(dogDays(2025)).toEqual(['7-20', '7-30', '8-9']);
    expect(dogDays(2026)).toEqual(['7-15', '7-25', '8-14']);
  });

  it('knows 동지 within its table, and nothing beyond it', () => {
    expect(dayOf('dongji', 2024)).toBe('12-21');
    expect(dayOf('dongji', 2025)).toBe('12-22');
    expect(dayOf('dongji', 2100)).toBe('never');
  });
});

describe('days by weekday', () => {
  it('sets 수능 on the Thursday of the third week of November', () => {
    expect([2021, 2022, 2023, 2024, 2025].map((year) => dayOf('suneung', year))).toEqual([
      '11-18',
      '11-17',
      '11-16',
      '11-14',
      '11-13',
    ]);
  });

  it('sets 성년의날 on the third Monday of May and Black Friday on the fourth Friday of November', () => {
    expect([2024, 2025, 2026].map((year) => dayOf('coming-of-age', year))).toEqual(['5-20', '5-19', '5-18']);
    expect([2024, 2025, 2026].map((year) => dayOf('black-friday', year))).toEqual([
      '11-22',
      '11-28',
      '11-27',
    ]);
  });
});

describe('stretches of days', () => {
  it('may run over the new year', () => {
    const span = spanIn({ from: { month: 12, day: 20 }, to: { month: 1, day: 5 } }, 2026, presets.solarTerms);
    expect(span).toEqual({
      first: { year: 2026, month: 12, day: 20 },
      last: { year: 2027, month: 1, day: 5 },
    });
  });
});

describe('a day in Korea', () => {
  it('begins nine hours before that of Greenwich', () => {
    expect(dayInKorea(new Date('2026-04-10T15:00:00Z'))).toEqual({ year: 2026, month: 4, day: 11 });
    expect(dayInKorea(new Date('2026-04-10T14:59:59Z'))).toEqual({ year: 2026, month: 4, day: 10 });
  });

  it('keeps its number and its weekday', () => {
    const day = { year: 2026, month: 2, day: 17 };
    expect(fromDayNumber(dayNumber(day))).toEqual(day);
    expect(weekdayOf(day)).toBe(2);
  });
});
