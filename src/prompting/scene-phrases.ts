import type { BackdropName, LightingName, MaterialName } from '../ad/scene.ts';
import { withArticle } from '../language/english.ts';
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
  shelf: (surface) => `in front of ${withArticle(`${surface} shelf`)}, softly out of focus`,
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
  window: 'soft daylight through a window',
  blinds: 'slanted sunlight through blinds',
  leaves: 'dappled light through leaves',
  softbox: 'large even softbox light',
  sun: 'bright direct sunlight',
  spot: 'one focused spotlight from above',
  neon: 'glowing neon rim light',
  dawn: 'pale dawn light from low on one side',
  sunset: 'low golden sunset light',
  candle: 'the warm glow of lamps and candles',
  overcast: 'even overcast light',
};

export const lightPhrase = (lighting: LightingName): string => LIGHTS[lighting];

/** Where the subject stands: 'on a white marble table top in a neighbourhood coffee shop'. */
export function stagePhrase({ scene, keywords, trade }: PromptRequest): string {
  const [backdrop = 'sweep'] = scene.backdrops;
  const [material] = scene.materials;
  const asked = keywords.surfaces.find(
    (surface) => !/table|wall|backdrop|podium|arch|shelf|tile/.test(surface),
  );
  const surface = asked ?? (material === undefined ? 'plain' : MATERIALS[material]);
  const stage = STAGES[backdrop](surface, colourName(scene.palette.background));
  if (!IN_A_PLACE.has(backdrop)) return stage;
  const [setting] = keywords.setting.filter((word) =>
    /^(?:in|on|by|at) |house|street|market|rooftop|terrace/.test(word),
  );
  return setting === undefined ? `${stage} ${trade.theme.at} ${trade.theme.en}` : `${stage}, ${setting}`;
}

/** 'a, b and c'. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return last ?? '';
  return `${words.slice(0, -1).join(', ')} and ${last}`;
}
