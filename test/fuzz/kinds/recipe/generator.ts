import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../../src/app/config/project-root.ts';
import { encodePng } from '../../../../src/imaging/encode-png.ts';
import { createRaster } from '../../../../src/imaging/raster.ts';
import { RECIPE_KEYWORD } from '../../../../src/workflow/nodes/save-image.ts';
import { newJob } from '../../../jobs/orders.ts';
import type { Dice } from '../../dice.ts';
import { type Generator, type Input, jsonInput } from '../../input.ts';
import { mutateBytes } from '../../mutate/bytes.ts';
import { isObject, mutateJson, pathsIn, rawJson, repeated, replacedAt, valueAt } from '../../mutate/json.ts';
import { mutateYaml } from '../../mutate/yaml.ts';
import { withChecksums } from '../photo/png.ts';
import { sampleRecipes } from './samples.ts';

/** Presets that are small enough to be mutated with an effect; their parts, not their length, are what matters. */
const PRESETS = readdirSync(join(PROJECT_ROOT, 'presets'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml') && !name.startsWith('lexicon/'),
);

const SETTINGS = {
  shopName: '봄봄꽃집',
  logo: { sha256: 'a'.repeat(64), name: 'logo.svg' },
  colours: ['#e8486f', '#fff5ee'],
  face: 'Pretendard',
  industry: 'flower-shop',
  style: 'realistic',
  format: '1:1',
};

const WORDS = ['iTXt', 'tEXt', 'zTXt', 'Recipe\0', 'IDAT', 'IEND', '__proto__\0'].map((word) =>
  Buffer.from(word),
);

let recipes: readonly object[] = [];

/** Recipes by themselves, in what `--json` prints and in PNGs; presets; and rows and settings as they lie in the database. */
export const recipeGenerator: Generator = {
  shapeOf: (way) => (way === 'png' || way.startsWith('preset/') ? 'bytes' : 'json'),
  isLive: (way) => way === 'settings' || way === 'row',
  async seeds() {
    recipes = await sampleRecipes();
    return [
      ...recipes.map((recipe) => jsonInput('json', recipe)),
      ...recipes.slice(0, 1).map((recipe) => jsonInput('json', { ok: true, images: [], recipe })),
      ...(await Promise.all(recipes.map((recipe) => inPng(JSON.stringify(recipe))))),
      presetInput('unwanted.yaml'),
      presetInput('formats.yaml'),
      jsonInput('settings', SETTINGS),
      jsonInput('row', { takes: newJob().variants, variation: { kind: 'regenerate' }, error: null }),
    ];
  },
  mutate(input, dice, other) {
    const { way, bytes } = input;
    if (way.startsWith('preset/'))
      return { way, bytes: Buffer.from(mutateYaml(Buffer.from(bytes).toString('utf8'), dice)) };
    if (way === 'png') return { way, bytes: withChecksums(mutateBytes(bytes, dice, other.bytes, WORDS)) };
    const value = recipeIn(bytes);
    if (way === 'row') return jsonInput(way, mutatedRow(value, dice));
    return { way, bytes: Buffer.from(rawJson(mutateJson(value, dice), dice)) };
  },
  invent(dice) {
    if (dice.chance(0.2)) {
      const input = presetInput(dice.pick(PRESETS));
      return { ...input, bytes: Buffer.from(mutateYaml(Buffer.from(input.bytes).toString('utf8'), dice)) };
    }
    return {
      way: 'json',
      bytes: Buffer.from(rawJson(mutateJson(enlarged(dice.pick(recipes), dice), dice), dice)),
    };
  },
};

function presetInput(name: string): Input {
  return { way: `preset/${name}`, bytes: readFileSync(join(PROJECT_ROOT, 'presets', name)) };
}

/** In a picture as an ad carries it, but small. */
async function inPng(text: string): Promise<Input> {
  const picture = createRaster(40, 40);
  picture.data.fill(255);
  return { way: 'png', bytes: await encodePng(picture, { [RECIPE_KEYWORD]: text }) };
}

function recipeIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return recipes[0];
  }
}

/** A row keeps its columns: what they say is what changes. */
function mutatedRow(value: unknown, dice: Dice): unknown {
  const row = isObject(value) ? value : {};
  const column = dice.pick(['takes', 'variation', 'error']);
  return { ...row, [column]: mutateJson(row[column], dice) };
}

/** One list of a recipe many times as long, or one of its measures many times as large. */
function enlarged(value: unknown, dice: Dice): unknown {
  const places = pathsIn(value);
  const lists = places.filter((path) => Array.isArray(valueAt(value, path)));
  const measures = places.filter((path) => typeof valueAt(value, path) === 'number');
  const place = dice.pick(dice.chance(0.6) || measures.length === 0 ? lists : measures);
  return replacedAt(value, place, (old) =>
    Array.isArray(old) ? repeated(old, dice) : Number(old) * dice.length(1_000_000),
  );
}
