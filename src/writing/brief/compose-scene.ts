import type { HexColour, LightingName, Palette, SceneBrief, SceneName } from '../../ad/scene.ts';
import { DEFAULT_SCENE, LETTERING_SCENE, type StudioCatalogue } from '../../ad/studio-catalogue.ts';
import { defined } from '../../collections/defined.ts';
import type { Industry } from '../../presets/industry.ts';
import { isAsked, type Mood } from '../../presets/mood.ts';
import type { Occasion, Season } from '../../presets/season.ts';
import type { Reading } from '../reading/read-request.ts';
import { composePalette } from './compose-palette.ts';

/** The rows of the presets that a reading names. */
export interface MatchedPresets {
  readonly trade: Industry;
  readonly season?: Season;
  readonly occasion?: Occasion;
  /** Asked for, or the season's. */
  readonly mood?: Mood;
}

/** Light of the day and of the night, for trades whose own light contradicts the hour that was asked for. */
const DAYLIGHT: ReadonlySet<LightingName> = new Set([
  'window',
  'blinds',
  'leaves',
  'softbox',
  'sun',
  'overcast',
  'dawn',
]);
const NIGHT_LIGHT: ReadonlySet<LightingName> = new Set(['neon', 'candle', 'spot']);
/** Light of rooms, and the scene that has none. */
const INDOORS: ReadonlySet<LightingName> = new Set(['window', 'blinds', 'softbox', 'spot', 'neon', 'candle']);
const OPEN_AIR: SceneName = 'outdoor';

const NIGHT = 0.55;
const DAY = 0.3;

/** Most things around the product. */
const MAX_PROPS = 4;

/** The scene: what the request says first, then the day, what suits the subject, and the trade. */
export function composeScene(
  reading: Reading,
  rows: MatchedPresets,
  studio: StudioCatalogue,
  brand?: readonly HexColour[],
): SceneBrief {
  const { scene, subject } = reading;
  const { trade, season, occasion } = rows;
  const suits = subject?.head?.group.suits;
  const materials = without(
    unique([
      ...scene.materials,
      ...(occasion?.materials ?? []),
      ...(suits?.materials ?? []),
      ...trade.materials,
    ]),
    scene.denied.materials,
  );
  const shown =
    scene.backdrops.length > 0 ? [] : scene.materials.map((name) => studio.materials.get(name).shownBy);
  const asked = unique([...scene.backdrops, ...shown]);
  // A maker of pictures varies among these, so what was asked for stands alone.
  const backdrops = without(
    asked.length > 0
      ? asked
      : unique([
          ...(occasion?.backdrops ?? []),
          ...(suits?.backdrops ?? []),
          ...(season?.backdrops ?? []),
          ...trade.backdrops,
        ]),
    scene.denied.backdrops,
  );
  const darkness = darknessOf(reading, rows);
  const seasonName = season?.key ?? occasion?.season;
  return {
    backdrops: backdrops.length > 0 ? backdrops : [DEFAULT_SCENE],
    materials,
    lighting: lightingOf(reading, rows, darkness, backdrops.includes(OPEN_AIR)),
    palette: paletteOf(reading, rows, darkness, brand),
    ...defined({ asked: scene.colour, season: seasonName, outlook: scene.outlook }),
    darkness,
    props: propsOf(reading, rows),
  };
}

/**
 * Backdrops for words alone: those that were asked for; else the one that is made for it and, of those that suit, the ones
 * that need nothing on them, first where a day or season has brought them.
 */
export function lettersBackdrops(
  { scene }: Reading,
  { season, occasion }: MatchedPresets,
  { backdrops }: SceneBrief,
  { scenes }: StudioCatalogue,
): readonly SceneName[] {
  if (scene.backdrops.length + scene.materials.length > 0) return backdrops;
  const bare = backdrops.filter((name) => scenes.get(name).bare);
  return unique(
    season === undefined && occasion === undefined ? [LETTERING_SCENE, ...bare] : [...bare, LETTERING_SCENE],
  );
}

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

const without = <T>(values: readonly T[], denied: readonly T[]): readonly T[] =>
  values.filter((value) => !denied.includes(value));

/** What the words say, else what a dark day's palette needs, else the trade's. */
function darknessOf({ scene }: Reading, { trade, occasion, mood }: MatchedPresets): number {
  const asked = scene.darkness ?? mood?.darkness;
  if (asked !== undefined) return asked;
  if (occasion?.palette !== undefined)
    return isDark(occasion.palette) ? Math.max(trade.darkness, 0.7) : Math.min(trade.darkness, 0.4);
  return trade.darkness;
}

const isDark = (palette: Palette): boolean => Number.parseInt(palette.background.slice(3, 5), 16) < 100;

function lightingOf(
  { scene }: Reading,
  { trade, occasion, mood }: MatchedPresets,
  darkness: number,
  mayBeOutside: boolean,
): LightingName {
  if (scene.lighting !== undefined) return scene.lighting;
  // A mood's light of a room would contradict the sky.
  if (mood?.lighting !== undefined && !(mayBeOutside && INDOORS.has(mood.lighting))) return mood.lighting;
  const usual = occasion?.lighting ?? trade.lighting;
  const wanted = scene.denied.lightings.includes(usual) ? 'softbox' : usual;
  if (darkness >= NIGHT && DAYLIGHT.has(wanted)) return 'candle';
  if (darkness < DAY && NIGHT_LIGHT.has(wanted) && trade.darkness >= NIGHT) return 'softbox';
  return wanted;
}

function paletteOf(
  reading: Reading,
  { trade, season, occasion, mood }: MatchedPresets,
  darkness: number,
  brand?: readonly HexColour[],
): Palette {
  const { colour } = reading.scene;
  const { letters } = reading.colours;
  return composePalette({
    trade: trade.palette,
    darkness,
    ...defined({
      brand: brand === undefined || brand.length === 0 ? undefined : brand,
      colour,
      letters,
      mood: mood !== undefined && isAsked(mood) ? mood : undefined,
      occasion: occasion?.palette,
      seasonTint: season?.tint,
    }),
  });
}

/** Asked-for things first; none that is denied, and none that is the subject itself. */
function propsOf(
  { scene, subject }: Reading,
  { trade, season, occasion }: MatchedPresets,
): readonly string[] {
  const all = unique([...scene.props, ...(occasion?.props ?? []), ...(season?.props ?? []), ...trade.props]);
  const known = subject?.terms.map((term) => term.en) ?? [];
  const subjectWords = (known.length > 0 ? known : [subject?.en ?? '']).flatMap(wordsOf);
  const unwanted = [...scene.denied.words.flatMap(wordsOf), ...subjectWords];
  return all.filter((prop) => !wordsOf(prop).some((word) => unwanted.includes(word))).slice(0, MAX_PROPS);
}

/** Words of at least three letters, in the singular. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word !== 'the');
