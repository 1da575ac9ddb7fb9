import type { BackdropName, LightingName, MaterialName } from '../../ad/scene.ts';
import { withArticle } from '../../language/english.ts';
import { colourName } from './colour-name.ts';
import type { PromptRequest } from './prompt-request.ts';

const MATERIALS: Readonly<Record<MaterialName, string>> = {
  oak: 'light oak',
  walnut: 'dark walnut',
  marble: 'white marble',
  'dark-marble': 'black marble',
  linen: 'natural linen',
  terrazzo: 'pale terrazzo',
  concrete: 'smooth concrete',
  plaster: 'hand-trowelled plaster',
  slate: 'dark slate',
  silk: 'silk',
  hanji: 'hanji paper',
  kraft: 'kraft paper',
};

/** How a place for the subject is told, by backdrop; `surface` is the material asked for or the trade's. */
const STAGES: Readonly<Record<BackdropName, (surface: string, ground: string) => string>> = {
  table: (surface) => `on ${withArticle(`${surface} table top`)}`,
  sweep: (_, ground) => `on a seamless ${ground} studio sweep`,
  podium: (surface, ground) => `on a round ${surface} podium against a ${ground} wall`,
  arch: (surface) => `before an arched niche of ${surface}`,
  gobo: (surface) => `in front of ${withArticle(`${surface} wall`)} with shadows playing over it`,
  bokeh: (surface) => `on ${withArticle(`${surface} surface`)} with soft out-of-focus lights behind`,
  'colour-block': (_, ground) => `against bold flat blocks of ${ground} and a second colour`,
  'paper-cut': (_, ground) => `among layered cut paper shapes in ${ground}`,
  fabric: (surface) => `on softly draped ${surface} fabric`,
  outdoor: () => 'outdoors under an open sky with grass in front',
  water: () => 'on a shallow sheet of water with fine ripples',
  sunburst: (_, ground) => `against a ${ground} sunburst of flat rays`,
  hanji: () => 'on layered hanji paper with visible fibres',
  chalkboard: () => 'before an empty dark chalkboard',
  shelf: () => 'in front of full shelves, softly out of focus',
  tiles: (_, ground) => `before glossy ${ground} wall tiles`,
};

/** Where the trade's place makes sense around the stage; a studio set stands nowhere. */
const IN_A_PLACE: ReadonlySet<BackdropName> = new Set([
  'table',
  'gobo',
  'bokeh',
  'shelf',
  'tiles',
  'chalkboard',
]);

const LIGHTS: Readonly<Record<LightingName, string>> = {
  window: 'soft daylight through a window, gentle shadows',
  blinds: 'slanted sunlight through blinds, striped shadows',
  leaves: 'dappled light through leaves, leaf shadows',
  softbox: 'large even softbox light, smooth falloff',
  sun: 'bright direct sunlight, crisp shadows',
  spot: 'one focused spotlight from above, the edges falling into shade',
  neon: 'glowing neon rim light, glossy highlights',
  dawn: 'pale dawn light from low on one side, long soft shadows',
  sunset: 'low golden sunset light, long warm shadows',
  candle: 'the warm glow of lamps and candles',
  overcast: 'even overcast light, hardly any shadow',
};

export const lightPhrase = (lighting: LightingName): string => LIGHTS[lighting];

/** Backdrops whose material lies flat: no wall's plaster there. */
const FLAT: ReadonlySet<BackdropName> = new Set(['table', 'bokeh', 'podium']);

/** The set alone: 'on a white marble table top'. */
export function setPhrase({ scene, keywords }: PromptRequest): string {
  const [backdrop = 'sweep'] = scene.backdrops;
  const material = scene.materials.find((name) => name !== 'plaster' || !FLAT.has(backdrop));
  const asked = keywords.surfaces.find(
    (surface) => !/table|wall|backdrop|podium|arch|shelf|tile/.test(surface),
  );
  const surface = asked ?? (material === undefined ? 'plain' : MATERIALS[material]);
  return STAGES[backdrop](surface, colourName(scene.palette.background));
}

/** Where the subject stands: 'on a white marble table top in a neighbourhood coffee shop'. */
export function stagePhrase(request: PromptRequest): string {
  const { scene, keywords, trade } = request;
  const set = setPhrase(request);
  if (!IN_A_PLACE.has(scene.backdrops[0] ?? 'sweep')) return set;
  const setting = keywords.setting.find((word) => PLACE.test(word));
  return setting === undefined ? `${set} ${trade.theme.at} ${trade.theme.en}` : `${set}, ${setting}`;
}

/** Settings that are places, and take the trade's place. */
const PLACE = /^(?:in|on|by|at) |house|street|alley|market|rooftop|terrace/;

/** 'a, b and c'. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}
