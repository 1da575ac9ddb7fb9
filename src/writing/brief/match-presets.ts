import type { AdRequest } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import { spanIn } from '../../presets/calendar.ts';
import type { Mood } from '../../presets/mood.ts';
import { dayInKorea, dayNumber, type PlainDate } from '../../presets/plain-date.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Occasion, Season } from '../../presets/season.ts';
import type { Reading } from '../reading/read-request.ts';
import type { MatchedPresets } from './compose-scene.ts';

/** Words for the time of year at hand: 제철, 환절기, 이 계절. */
const THIS_SEASON = /제철|환절기|이번\s?계절|이\s?계절|시즌\s?메뉴|계절\s?메뉴|seasonal|this season/i;

/** Words for the feast at hand: the nearer of 설 and 추석. */
const FEAST = /명절/;
const FEASTS = ['seollal', 'chuseok'];

/** 복날 is whichever of the three dog days comes next. */
const DOG_DAYS = ['chobok', 'jungbok', 'malbok'];
const DOG_DAY = /복날|삼복/;

/** The rows that a request means: those it names, and those that its words mean on this day. */
export function matchPresets(
  request: AdRequest,
  reading: Reading,
  presets: Presets,
  now: Date,
): MatchedPresets {
  const today = dayInKorea(now);
  const trade = presets.industries.named(request.industry ?? reading.trade.key);
  const occasion = findOccasion(request.text, reading, presets, today);
  const season = findSeason(request.text, reading, presets, today);
  return {
    trade,
    ...defined({ season, occasion, mood: findMood(reading, { season, occasion }, presets) }),
  };
}

/** The mood that is asked for; else that of the season, unless the day has colours of its own, or one is asked for. */
function findMood(
  { mood, scene, colours }: Reading,
  { season, occasion }: { readonly season: Season | undefined; readonly occasion: Occasion | undefined },
  { moods }: Presets,
): Mood | undefined {
  if (mood !== undefined) return moods.find(mood);
  if (occasion?.palette !== undefined || scene.colour !== undefined || colours.letters !== undefined)
    return undefined;
  const of = season?.key ?? occasion?.season;
  return of === undefined ? undefined : moods.find(of);
}

function findOccasion(
  text: string,
  reading: Reading,
  presets: Presets,
  today: PlainDate,
): Occasion | undefined {
  if (DOG_DAY.test(text)) return nextOf(DOG_DAYS, presets, today);
  if (reading.occasion !== undefined) return presets.occasions.find(reading.occasion.key);
  return FEAST.test(text) ? nextOf(FEASTS, presets, today) : undefined;
}

function findSeason(text: string, reading: Reading, presets: Presets, today: PlainDate): Season | undefined {
  if (reading.season !== undefined) return presets.seasons.find(reading.season.key);
  if (!THIS_SEASON.test(text)) return undefined;
  return presets.seasons.rows.find((season) => season.months.includes(today.month));
}

/** The one of these days that comes next, today counted. */
function nextOf(keys: readonly string[], presets: Presets, today: PlainDate): Occasion | undefined {
  const from = dayNumber(today);
  let next: { row: Occasion; day: number } | undefined;
  for (const key of keys) {
    const row = presets.occasions.find(key);
    if (row?.when === undefined) continue;
    for (const year of [today.year, today.year + 1]) {
      const span = spanIn(row.when, year, presets.solarTerms);
      const day = span === undefined ? Number.NEGATIVE_INFINITY : dayNumber(span.last);
      if (day >= from && (next === undefined || day < next.day)) next = { row, day };
    }
  }
  return next?.row;
}
