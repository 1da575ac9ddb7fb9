import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecipeReader } from '../../../src/ad/parse/parse-recipe.ts';
import type { Recipe } from '../../../src/ad/recipe.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { watchEventLoop } from '../../event-loop.ts';

const { parse: parseRecipe } = createRecipeReader(catalogue);

/** As the product wrote them before recipes had bounds. */
const FOLDER = join(import.meta.dirname, '../../fixtures/recipes');
const STORED = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const PHOTO = readFileSync(join(FOLDER, 'photo.json'), 'utf8');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The recipe of the photo, with something put in place of what is at a path. */
function changed(path: string, value: unknown): string {
  const recipe = JSON.parse(PHOTO) as Json;
  const steps = path.split('.');
  const last = steps.pop() as string;
  const place = steps.reduce<Json>((here, step) => (here as { [key: string]: Json })[step] as Json, recipe);
  // Assigned, `__proto__` would be no key.
  Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
  return JSON.stringify(recipe);
}

/**
 * A recipe of before, in today's words: the small print was a footer, a season or a booking was what an ad could be for,
 * and nobody wrote down a request's statements.
 */
function inTodaysWords(text: string): unknown {
  const renamed = text.replaceAll('"footer"', '"details"');
  const recipe = JSON.parse(renamed.replace(/"purpose":\s*"(?:season|booking)"/, '"purpose":"everyday"'));
  recipe.decided.brief = { statements: [], leftOut: [], ...recipe.decided.brief };
  return recipe;
}

/** What is wrong with a text, as the person is told. */
function fault(text: string): string {
  try {
    parseRecipe(text, 'ad.png');
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.code).toBe('bad-recipe');
    return error.in('en');
  }
  return 'it is taken';
}

const taken = (path: string, value: unknown): Recipe => parseRecipe(changed(path, value), 'ad.png');

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

const layout = JSON.parse(PHOTO).decided.textLayout;
const [block] = layout.blocks;
const [underlay] = layout.underlays;
const [placement] = JSON.parse(PHOTO).decided.productLayout.placements;

const HOSTILE: readonly (readonly [what: string, path: string, value: unknown])[] = [
  ['2,000 underlays', 'decided.textLayout.underlays', many(2000, underlay)],
  ['2,000 placements', 'decided.productLayout.placements', many(2000, placement)],
  ['a photo placed four times', 'decided.productLayout.placements', many(4, placement)],
  ['a photo that is not there', 'decided.productLayout.placements.0.photo', 3],
  ['a size of 1e9', 'decided.textLayout.size', { width: 1e9, height: 1e9 }],
  ['a size of none', 'decided.textLayout.size', { width: 0, height: 1080 }],
  ['a product of 1e9', 'decided.productLayout.placements.0.box.width', 1e9],
  ['letters of 4096', 'decided.textLayout.blocks.0.size', 4096],
  ['letters larger than the picture bears', 'decided.textLayout.blocks.0.size', 400],
  ['words beside the picture', 'decided.textLayout.blocks.0.box.x', 1075],
  ['two headlines', 'decided.textLayout.blocks', [block, block]],
  ['1,000 blocks', 'decided.textLayout.blocks', many(1000, block)],
  ['1,000 lines', 'decided.textLayout.blocks.0.lines', many(1000, '가')],
  ['a line of a megabyte', 'decided.textLayout.blocks.0.lines', ['가'.repeat(300_000)]],
  ['no lines', 'decided.textLayout.blocks.0.lines', []],
  ['an underlay of 1e9', 'decided.textLayout.underlays.0.box', { x: -1e9, y: -1e9, width: 2e9, height: 2e9 }],
  ['an underlay outside', 'decided.textLayout.underlays.0.box', { x: 3000, y: 0, width: 10, height: 10 }],
  ['a rim of 2,000', 'decided.textLayout.underlays.0.feather', 2000],
  ['a contrast without bounds', 'decided.textLayout.blocks.0.contrast.wcag', 1e300],
  ['a line height of 1e6', 'decided.textLayout.blocks.0.lineHeight', 1e6],
  ['a text of a megabyte', 'request.text', '딸기라떼 '.repeat(100_000)],
  ['a text of 2,001', 'request.text', '가'.repeat(2001)],
  ['a text of marks alone', 'request.text', '\u0301'.repeat(300)],
  ['a mark with 100,000 marks', 'request.text', `가${'\u0301'.repeat(100_000)}`],
  ['a headline of 61', 'request.copy.headline', '가'.repeat(61)],
  ['a headline with 100,000 marks', 'request.copy.headline', `가${'\u0301'.repeat(100_000)}`],
  ['a shop name of 1,000', 'request.brand', { shopName: '가'.repeat(1000) }],
  ['100,000 colours', 'request.brand', { colours: many(100_000, '#123456') }],
  ['five photos', 'request.photos', many(5, { sha256: 'a'.repeat(64) })],
  ['a photo by a path', 'request.photos', [{ sha256: `../../${'a'.repeat(58)}` }]],
  ['a strength of none', 'request.strength', 0],
  ['a scale of none', 'request.scale', 0],
  ['no backdrop', 'decided.brief.scene.backdrops', []],
  ['100,000 backdrops', 'decided.brief.scene.backdrops', many(100_000, 'sweep')],
  ['100,000 props', 'decided.brief.scene.props', many(100_000, 'a cup')],
  ['a prompt of a megabyte', 'decided.brief.prompt.positive', 'cup '.repeat(200_000)],
  ['10,000 reasons', 'decided.brief.why', many(10_000, { ko: '가', en: 'a' })],
  ['a key that nobody knows', 'request.shell', 'rm'],
  ['a key that nobody knows, deep', 'decided.textLayout.blocks.0.box.z', 1],
  ['a prototype', 'request.__proto__', { lettering: false }],
  ['a constructor', 'request.copy.constructor', 'x'],
  ['no number', 'request.seed', null],
  ['a number as text', 'request.seed', '1'],
  ['a seed too large', 'request.seed', 2 ** 32],
];

describe('a stored recipe', () => {
  it.each(readdirSync(FOLDER))('%s opens as it was written', (name) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(parseRecipe(text, name)).toEqual(inTodaysWords(text));
  });

  it('opens as a part of what --json printed', () => {
    const printed = JSON.stringify({ ok: true, images: [], recipe: JSON.parse(PHOTO), report: {} });
    expect(parseRecipe(printed, 'out.json')).toEqual(inTodaysWords(PHOTO));
  });

  it('may say which of several things in a photo is meant', () => {
    const photo: unknown = JSON.parse(PHOTO).request.photos[0];
    const picked = (pick: unknown) => changed('request.photos', [{ ...Object(photo), pick }]);
    expect(parseRecipe(picked(2), 'picked').request.photos[0]?.pick).toBe(2);
    expect(parseRecipe(picked(0), 'picked').request.photos[0]?.pick).toBe(0);
    for (const wrong of [-1, 1.5, 99, '2'])
      expect(() => parseRecipe(picked(wrong), 'picked')).toThrow(UserError);
  });

  it('may have a brand, a backdrop and what another version told of its prompt', () => {
    const photo = { sha256: 'b'.repeat(64), name: 'logo.png' };
    const brand = { shopName: '한글 가게', logo: photo, colours: ['#123456'], face: 'Jua' };
    expect(taken('request.brand', brand).request.brand).toEqual(brand);
    expect(taken('request.backdrop', { photo, strength: 0.3 }).request.backdrop).toEqual({
      photo,
      strength: 0.3,
    });
    expect(taken('decided.brief.parts', { sentence: 'one' }).decided.brief).not.toHaveProperty('parts');
  });
});

describe('a recipe from outside', () => {
  it('is read without what is not seen and without halves of letters, wherever its words are', () => {
    const halved = changed('request.text', 'a\ud801b\u200b').replace(
      '"headline":"',
      '"headline":"\\udc00\\u0007',
    );
    const recipe = parseRecipe(halved, 'ad.png');
    expect(recipe.request.text).toBe('a\ufffdb');
    expect(JSON.stringify(recipe)).toMatch(/"headline":"\ufffd/);
    expect(JSON.stringify(recipe)).not.toMatch(/\\ud[89a-f]/);
  });

  it.each(HOSTILE)('is refused with %s', (_, path, value) => {
    const sentence = fault(changed(path, value));
    expect(sentence).toMatch(
      /^The recipe ad\.png cannot be used \(((request|decided)\.[\w.]+|it is too long)\)\. Check/,
    );
    expect(sentence.length).toBeLessThan(300);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['another kind of value', '[]'],
    ['nothing as a recipe', '{"recipe":null}'],
    ['a megabyte of brackets', '['.repeat(2 ** 20)],
    ['brackets that close again', `${'['.repeat(5e5)}${']'.repeat(5e5)}`],
    ['depth where nobody looks', `{"recipe":{"version":1,"x":${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}}}`],
    ['more than a recipe can be', ' '.repeat(2 ** 19 + 1)],
    ['40,000 keys', `{${Array.from({ length: 4e4 }, (_, i) => `"k${i}":1`).join()}}`],
    ['100,000 keys', `{${Array.from({ length: 1e5 }, (_, i) => `"k${i}":1`).join()}}`],
  ])('is refused as %s', (_, text) => {
    expect(fault(text)).toMatch(/^The recipe ad\.png cannot be used/);
  });

  it('counts the last of two keys, and nothing but that', () => {
    const twice = PHOTO.replace('"seed":', '"seed":4,"seed":');
    expect(parseRecipe(twice, 'ad.png')).toEqual(inTodaysWords(PHOTO));
    expect(fault(PHOTO.replace('"seed":', '"seed":5,"seed":-1,"lettering":true,"seed":-'))).toMatch(/cannot/);
  });

  it('holds the event loop no longer than a recipe does', async () => {
    const texts = HOSTILE.map(([, path, value]) => changed(path, value));
    texts.push('['.repeat(2 ** 20), `${'['.repeat(5e5)}${']'.repeat(5e5)}`);
    texts.push(`{"a":${JSON.stringify(many(120_000, 'x'))}}`);
    texts.push(`{${Array.from({ length: 40_000 }, (_, i) => `"k${i}":1`).join()}}`);
    for (const text of STORED) parseRecipe(text, 'warm');
    const loop = watchEventLoop();
    for (const text of texts) {
      await setImmediate();
      fault(text);
      await setImmediate();
    }
    const { longestWork } = loop.stop();
    if (!Number.isNaN(longestWork)) expect(longestWork).toBeLessThan(50);
  });

  it('is a recipe within bounds or refused with a sentence, whatever is changed in it', () => {
    const odd = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.constantFrom('__proto__', 'constructor', '', null, true, [], {}, 1e9, -1, Number.MAX_VALUE),
      fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 50 }),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...STORED),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('put', 'repeat', 'remove', 'add'), odd), {
          minLength: 1,
          maxLength: 4,
        }),
        (text, changes) => {
          const recipe = JSON.parse(text) as Json;
          for (const [where, how, value] of changes) mutate(recipe, where, how, value as Json);
          let parsed: Recipe;
          try {
            parsed = parseRecipe(JSON.stringify(recipe), 'ad.png');
          } catch (error) {
            if (error instanceof UserError && error.code === 'bad-recipe') return;
            throw error;
          }
          const { placements = [] } = parsed.decided.productLayout ?? {};
          const { blocks = [], underlays = [] } = parsed.decided.textLayout ?? {};
          expect(placements.length).toBeLessThanOrEqual(parsed.request.photos.length);
          expect(blocks.length).toBeLessThanOrEqual(5);
          expect(underlays.length).toBeLessThanOrEqual(10);
          expect(parseRecipe(JSON.stringify(parsed), 'again')).toEqual(parsed);
        },
      ),
      { numRuns: 1500, seed: 11 },
    );
  });
});

/** Changes the n-th place in a value, counted through. */
function mutate(root: Json, n: number, how: string, value: Json): void {
  const places: [holder: Json[] | { [key: string]: Json }, key: string][] = [];
  const visit = (here: Json): void => {
    if (typeof here !== 'object' || here === null) return;
    for (const key of Object.keys(here)) {
      places.push([here, key]);
      visit((here as { [key: string]: Json })[key] as Json);
    }
  };
  visit(root);
  const place = places[n % places.length];
  if (place === undefined) return;
  const [holder, key] = place as [{ [key: string]: Json }, string];
  if (how === 'remove') delete holder[key];
  else if (how === 'add') holder[`${key}2`] = value;
  else if (how === 'put') holder[key] = value;
  else holder[key] = many(200, holder[key] as Json);
}
