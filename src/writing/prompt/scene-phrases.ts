import type { LightingName } from '../../ad/scene.ts';
import { DEFAULT_SCENE } from '../../ad/studio-catalogue.ts';
import { withArticle } from '../../language/english.ts';
import { colourName } from './colour-name.ts';
import type { PromptRequest } from './prompt-request.ts';

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

/** The set alone: 'on a white marble table top'. */
export function setPhrase({ scene, studio, keywords }: PromptRequest): string {
  const backdrop = studio.scenes.get(scene.backdrops[0] ?? DEFAULT_SCENE);
  const material = scene.materials
    .map((name) => studio.materials.get(name))
    .find(({ wall }) => wall === undefined || backdrop.flat === undefined);
  const asked = keywords.surfaces.find(
    (surface) => !/table|wall|backdrop|podium|arch|shelf|tile/.test(surface),
  );
  const surface = asked ?? material?.prompt ?? 'plain';
  const said = {
    surface,
    'a surface': withArticle(surface),
    ground: colourName(scene.palette.background),
  };
  return backdrop.prompt.replaceAll(
    /\{(surface|a surface|ground)\}/g,
    (_, slot: keyof typeof said) => said[slot],
  );
}

/** Where the subject stands: 'on a white marble table top in a neighbourhood coffee shop'. */
export function stagePhrase(request: PromptRequest): string {
  const { scene, studio, keywords, trade } = request;
  const set = setPhrase(request);
  if (studio.scenes.get(scene.backdrops[0] ?? DEFAULT_SCENE).inPlace === undefined) return set;
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
