import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecipeReader } from '../../src/ad/parse/parse-recipe.ts';
import { createPromptWriter } from '../../src/engines/offline/prompt-writer.ts';
import type { PictureRequest } from '../../src/engines/ports.ts';
import { createStudioEngine } from '../../src/engines/studio/studio-engine.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { defineMaterial } from '../../src/studio/materials/define-material.ts';
import { paintCoat } from '../../src/studio/materials/paint.ts';
import { defineProp } from '../../src/studio/props/define-prop.ts';
import { matt } from '../../src/studio/props/solid-materials.ts';
import { renderScene } from '../../src/studio/render-scene.ts';
import { block } from '../../src/studio/renderer/block.ts';
import { hexToLinear } from '../../src/studio/renderer/linear-colour.ts';
import { type BackdropRequest, defineScene } from '../../src/studio/scene.ts';
import { builtIn, type Studio } from '../../src/studio/studio.ts';
import { tasks } from '../../src/workers/tasks.ts';
import { requestOf } from '../engines/offline/write.ts';
import { directPoolOf } from '../workers/direct-pool.ts';

const PRESETS = join(import.meta.dirname, '../../presets');

const felt = defineMaterial({
  name: 'felt',
  title: { ko: '펠트', en: 'felt' },
  words: [{ ko: { 펠트천: 'felt' }, en: ['wool felt'] }],
  shownBy: 'table',
  scenes: ['table'],
  prompt: 'soft grey felt',
  lightness: { natural: 0.6, range: [0.4, 0.8] },
  make: ({ tint }) => paintCoat(hexToLinear(tint), 0.2),
});

const theremin = defineProp({
  name: 'theremin',
  standsFor: { ko: '테레민 ~테레민', en: 'theremin' },
  words: [{ kind: 'goods', ko: { 테레민: 'theremin' } }],
  eyeLift: 0.05,
  make: ({ x, y, z }) => ({
    solids: [block({ x, y, z, width: 0.8, height: 2.2, depth: 0.3, material: matt([0.6, 0.1, 60]) })],
    height: 2.2,
    halfWidth: 0.4,
  }),
});

/** What the scene was asked for, since it draws no more than a colour. */
const asked: BackdropRequest[] = [];

const stairs = defineScene({
  name: 'stairs',
  title: { ko: '돌계단', en: 'stone steps' },
  description: { ko: '햇빛이 드는 돌계단', en: 'stone steps in the sun' },
  effect: { ko: '산책길에 만난 느낌이 나요', en: 'it feels like a find on a walk' },
  words: [{ ko: { 돌계단: 'stone steps' }, en: ['staircase'] }],
  trades: ['cafe'],
  materials: ['concrete', felt.name],
  prompt: 'on {a surface} staircase before a {ground} wall',
  render(request) {
    asked.push(request);
    const { width, height } = request.size;
    const image = createRaster(width, height);
    image.data.fill(255);
    return {
      image,
      stage: {
        light: { azimuth: 2, elevation: 1, softness: 0.3, tint: '#ffffff' },
        horizon: height / 2,
        floor: { top: height / 2, bottom: height, colour: '#ffffff', gloss: 0 },
        freeSpace: [{ x: 0, y: 0, width, height: height / 2 }],
      },
    };
  },
});

const studio = builtIn.with({ scenes: [stairs], materials: [felt], props: [theremin] });
const presets = await loadPresets(PRESETS, studio);
const writer = createPromptWriter({ presets, now: () => new Date('2026-04-10T03:00:00Z') });
const signal = new AbortController().signal;
const briefOf = (text: string) => writer.write(requestOf(text), { signal });

/** The studio's engine, with the pool's work done here, by the studio that has more. */
const engine = createStudioEngine(
  directPoolOf({ ...tasks, backdrop: async (request) => renderScene(request, studio) }),
  studio,
);

async function pictureOf(text: string) {
  const { scene, prompt, style } = await briefOf(text);
  const request: PictureRequest = {
    scene,
    prompt,
    style,
    size: { width: 160, height: 160 },
    seed: 3,
    room: { product: false, words: true },
  };
  return { scene, prompt, picture: await engine.textToImage(request, { signal }) };
}

describe('a scene that is defined elsewhere', () => {
  it.each(['카페 딸기라떼, 돌계단 배경으로', 'cafe strawberry latte on a staircase'])(
    'is picked by “%s” and rendered',
    async (text) => {
      const { scene, prompt, picture } = await pictureOf(text);
      expect(scene.backdrops).toEqual(['stairs']);
      expect(prompt.positive).toMatch(/staircase before a .* wall/);
      expect(picture.image.data[0]).toBe(255);
      expect(picture.stage?.horizon).toBe(80);
      expect(picture.why.map((why) => why.ko).join(' ')).toContain('햇빛이 드는 돌계단');
      expect(picture.why.map((why) => why.en).join(' ')).toContain(
        'stone steps in the sun: it feels like a find on a walk',
      );
    },
  );

  it('is told of in the brief', async () => {
    const { sceneWhy = [] } = await briefOf('카페 딸기라떼, 돌계단 배경으로');
    expect(sceneWhy.map(({ ko }) => ko).join()).toContain('돌계단');
    expect(sceneWhy.map(({ en }) => en).join()).toContain('stone steps');
  });

  it('suits the trades that it names, after what they list', async () => {
    const own = (await loadPresets(PRESETS, builtIn)).industries.named('cafe').backdrops;
    expect(presets.industries.named('cafe').backdrops).toEqual([...own, 'stairs']);
  });

  it('is handed the materials and props that a request names, also those of elsewhere', async () => {
    const { picture } = await pictureOf('악기점 테레민, 돌계단 배경, 펠트천');
    expect(asked.at(-1)).toMatchObject({ material: felt, subject: theremin });
    expect(picture.why.map((why) => why.ko).join(' ')).toContain('펠트 질감');
  });

  it('may be named by presets and recipes where it is, and nowhere else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'studio-'));
    await cp(PRESETS, folder, { recursive: true });
    const file = join(folder, 'families.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^ {2}backdrops: \[/m, '  backdrops: [stairs, '));
    expect(
      (await loadPresets(folder, studio)).industries.rows.some((row) => row.backdrops[0] === 'stairs'),
    ).toBe(true);
    await expect(loadPresets(folder, builtIn)).rejects.toMatchObject({ code: 'bad-preset' });
    await rm(folder, { recursive: true });

    const stored = await readFile(join(import.meta.dirname, '../fixtures/recipes/photo.json'), 'utf8');
    const recipe = stored.replace(/"backdrops":\[/, '"backdrops":["stairs",');
    expect(createRecipeReader(studio).parse(recipe, 'ad.png').decided.brief.scene.backdrops[0]).toBe(
      'stairs',
    );
    expect(() => createRecipeReader(builtIn).parse(recipe, 'ad.png')).toThrow(/backdrops/);
  });
});

describe('a prop that is defined elsewhere', () => {
  it.each(['악기점 테레민 입고', 'music shop, new theremin'])(
    'is picked by “%s” and rendered',
    async (text) => {
      const { scene, picture } = await pictureOf(text);
      expect(scene.subject).toBe('theremin');
      expect(picture.stage?.subject?.height).toBeGreaterThan(30);
    },
  );
});

describe('a material that is defined elsewhere', () => {
  it.each(['카페 딸기라떼, 펠트천 느낌으로', 'cafe strawberry latte on wool felt'])(
    'is picked by “%s” and rendered by the scene that shows it',
    async (text) => {
      const { scene, picture } = await pictureOf(text);
      expect(scene.backdrops).toEqual(['table']);
      expect(scene.materials[0]).toBe('felt');
      expect(picture.why.map((why) => why.en).join(' ')).toContain('in felt');
      const oak = { ...scene, materials: ['oak' as const] };
      const other = await engine.textToImage(
        {
          scene: oak,
          prompt: { positive: '', negative: '' },
          style: 'realistic',
          size: { width: 160, height: 160 },
          seed: 3,
          room: { product: false, words: true },
        },
        { signal },
      );
      expect(other.image.data).not.toEqual(picture.image.data);
    },
  );
});

describe('a studio', () => {
  const refused = (more: Parameters<Studio['with']>[0]): unknown => {
    try {
      return builtIn.with(more);
    } catch (error) {
      return error instanceof TypeError ? error.message : error;
    }
  };

  it('refuses what it has already, and names of nothing', () => {
    const [table] = builtIn.scenes.all.filter(({ name }) => name === 'table');
    expect(refused({ scenes: table === undefined ? [] : [table] })).toContain('"table" twice');
    expect(refused({ scenes: [stairs] })).toContain('"felt"');
    expect(refused({ materials: [{ ...felt, shownBy: stairs.name }] })).toContain('"stairs"');
    expect(() => defineProp({ ...theremin, name: 'Theremin of mine' })).toThrow(TypeError);
  });

  it('refuses to render what it does not have', () => {
    const request = {
      lighting: 'window',
      palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
      darkness: 0,
      style: 'realistic',
      room: { product: true, words: true },
      size: { width: 64, height: 64 },
      seed: 1,
    } as const;
    expect(() => renderScene({ ...request, recipe: stairs.name })).toThrow(RangeError);
  });

  it('has no word for two props, and knows the trades that its scenes name', async () => {
    const twice = builtIn.with({ props: [{ ...theremin, standsFor: { ko: '마카롱' } }] });
    await expect(loadPresets(PRESETS, twice)).rejects.toMatchObject({ code: 'bad-preset' });
    const lost = builtIn.with({ scenes: [{ ...stairs, materials: [], trades: ['luthier'] }] });
    await expect(loadPresets(PRESETS, lost)).rejects.toMatchObject({ code: 'bad-preset' });
  });
});

const HANGUL = /[가-힣]/;
const both = ({ ko, en }: { readonly ko: string; readonly en: string }): void => {
  expect(ko).toMatch(HANGUL);
  expect(en).toMatch(/^[a-z][^가-힣]+$/);
};

describe.each(builtIn.scenes.all)(
  'scene $name',
  ({ name, title, description, effect, words, prompt, materials }) => {
    it('is described in both languages', () => {
      both(title);
      both(description);
      both(effect);
      expect(prompt.replaceAll(/\{(?:a )?surface\}|\{ground\}/g, '')).toMatch(/^[a-z, -]+$/);
    });

    it('can be asked for in both languages, by its own words or by a material', () => {
      const shown = builtIn.materials.all.flatMap((material) =>
        material.shownBy === name ? material.words : material.words.filter(({ scene }) => scene === name),
      );
      const all = [...words, ...shown];
      expect(all.flatMap(({ ko }) => Object.keys(ko)).some((word) => HANGUL.test(word))).toBe(true);
      expect(all.flatMap(({ en = [] }) => en).length).toBeGreaterThan(0);
    });

    it('names its surface where it has one to name', () => {
      if (/surface/.test(prompt)) expect(materials.length).toBeGreaterThan(0);
    });
  },
);

describe.each(builtIn.materials.all)(
  'material $name',
  ({ name, title, words, shownBy, prompt, lightness }) => {
    it('is described in both languages, and can be asked for in both', () => {
      both(title);
      expect(prompt).toMatch(/^[a-z -]+$/);
      expect(words.flatMap(({ ko }) => Object.keys(ko)).every((word) => HANGUL.test(word))).toBe(true);
      expect(builtIn.scenes.has(shownBy)).toBe(true);
      expect(presets.lexicon.some(({ group }) => group.means.material === name)).toBe(true);
    });

    it('looks like itself at its own lightness', () => {
      const [darkest, lightest] = lightness.range;
      expect(darkest).toBeLessThan(lightest);
      if (lightness.natural === undefined) return;
      expect(lightness.natural).toBeGreaterThanOrEqual(darkest);
      expect(lightness.natural).toBeLessThanOrEqual(lightest);
    });
  },
);

describe.each(builtIn.props.all)('prop $name', ({ standsFor }) => {
  it('stands for something in Korean', () => {
    expect(standsFor.ko.split(' ').every((word) => /^~?[가-힣A-Z0-9]+$/.test(word))).toBe(true);
    expect(standsFor.en ?? 'a').toMatch(/^[a-z]+(?:[ ,]+[a-z]+)*$/);
  });
});

describe.each(builtIn.styles.all)('style $name', ({ title, names, finish, drawing }) => {
  it('is described in both languages, and says as what it is drawn', () => {
    for (const { ko, en } of [title, names]) {
      expect(ko).toMatch(HANGUL);
      expect(en).toMatch(/^[A-Za-z-]+$/);
    }
    if (finish !== undefined) both(finish);
    expect(finish === undefined).toBe(drawing === undefined);
  });
});
