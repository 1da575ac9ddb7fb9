import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { loadFaces } from '../../src/presets/load-faces.ts';
import { GENERAL_TRADE } from '../../src/presets/presets.ts';
import { catalogue } from '../../src/studio/catalogue.ts';

const FOLDER = fileURLToPath(new URL('../../presets', import.meta.url));
const FONTS = fileURLToPath(new URL('../../fonts', import.meta.url));

const presets = await loadPresets(FOLDER, catalogue);

describe('the presets as they are', () => {
  it('know trades and the general one, four styles, five formats, four seasons', () => {
    expect(presets.industries.rows.length).toBeGreaterThanOrEqual(30);
    expect(presets.industries.find(GENERAL_TRADE)).toBeDefined();
    expect(presets.styles.rows.map((row) => row.key)).toEqual([...catalogue.styles.names]);
    expect(presets.formats.rows.map((row) => row.key)).toEqual(['1:1', '4:5', '9:16', '16:9', '1.91:1']);
    expect(presets.seasons.rows).toHaveLength(4);
  });

  it('name faces that there are', async () => {
    const faces = new Set((await loadFaces(FONTS)).map((face) => face.name));
    expect(presets.industries.rows.filter((row) => !faces.has(row.face))).toEqual([]);
  });

  it('are found by key, name and alias in both languages, whatever the case and the blanks', () => {
    expect(presets.requestRules.industry('카페')).toBe('cafe');
    expect(presets.requestRules.industry('Coffee Shop')).toBe('cafe');
    expect(presets.requestRules.industry('hair salon')).toBe('hair-salon');
    expect(presets.requestRules.style('수채화')).toBe('illustration');
    expect(presets.requestRules.format('정사각형')).toBe('1:1');
    expect(presets.requestRules.format('스토리')).toBe('9:16');
    expect(presets.requestRules.format('story')).toBe('9:16');
  });

  it('keep to the law in whole classes', () => {
    const ofMiddle = (...middles: readonly string[]) =>
      presets.industries.rows.filter((row) => middles.includes(row.tradeClass?.middle ?? ''));
    expect(ofMiddle('의원', '병원', '동물병원').filter((row) => !row.forbid.includes('clinic'))).toEqual([]);
    expect(
      ofMiddle('주점').filter((row) => row.notice === undefined || !row.forbid.includes('alcohol')),
    ).toEqual([]);
    const inherited = new Set(
      presets.industries.rows.filter(({ omit }) => omit !== undefined).map(({ key }) => key),
    );
    expect([...inherited]).toEqual(['pharmacy']);
  });

  it('answer a mistyped name with the nearest ones, in its own script', () => {
    const suggestions = (name: string): unknown => {
      try {
        return presets.requestRules.industry(name);
      } catch (error) {
        return error instanceof UserError && error.code === 'unknown-name' ? error.params : error;
      }
    };
    expect(suggestions('카패')).toMatchObject({ name: '카패', nearest: expect.arrayContaining(['카페']) });
    expect(suggestions('resturant')).toMatchObject({ nearest: expect.arrayContaining(['restaurant']) });
  });

  it('cannot be changed', () => {
    const [row] = presets.industries.rows;
    expect(() => Object.assign(row ?? {}, { key: 'other' })).toThrow(TypeError);
    expect(() => Object.assign(row?.goods.ko ?? [], { 0: 'other' })).toThrow(TypeError);
  });

  it('order the pack of sizes from 1 without a gap', () => {
    expect(presets.formats.rows.map((row) => row.pack).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('changed presets', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'presets-'));
    await cp(FOLDER, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const change = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };

  const mistake = async (): Promise<unknown> => {
    const error = await loadPresets(folder, catalogue).catch((caught: unknown) => caught);
    return error instanceof UserError && error.code === 'bad-preset' ? error.params : error;
  };

  it.each([
    ['families.yaml', "ink: '#3a2415'", 'ink: brown', 'sweet-table, palette.ink', 'colour'],
    ['families.yaml', 'lighting: window', 'lighting: moonlight', 'sweet-table, lighting', 'window'],
    ['trades/food.yaml', 'family: night', 'family: day', 'chicken, family', 'day'],
    ['trades/food.yaml', '음식 > 비알코올 > 카페', '음식 > 카페', 'cafe, class', 'large > middle > small'],
    ['trade-acts.yaml', 'phone-repair: [mobile-shop]', 'phone-repair: [phones]', 'repair', 'phones'],
    ['seasons.yaml', "when: { on: '02-14' }", "when: { on: '14 Feb' }", 'valentine, when.on', '05-08'],
    ['formats.yaml', 'height: 1350', 'height: 1300', '4:5, width', 'ratio'],
    ['forbidden.yaml', '최고기온', '최고(기온', 'superlatives, except', 'regular expression'],
    ['lexicon/drinks.yaml', '라떼: latte', '라떼 latte', 'row 1, words', '한국어: english'],
    ['lexicon/drinks.yaml', '라떼: latte,', '라떼: 라테,', 'row 1, words', 'English'],
    ['tints.yaml', '#e0475b', 'red', 'tints', '#rrggbb'],
  ])('%s: “%s” as “%s” is told with its place', async (file, from, to, place, problem) => {
    await change(file, from, to);
    expect(await mistake()).toMatchObject({ file, place, problem: expect.stringContaining(problem) });
  });

  it('tell the line where a file is no YAML', async () => {
    await change('formats.yaml', "- key: '4:5'", "- key: '4:5");
    expect(await mistake()).toMatchObject({
      file: 'formats.yaml',
      place: expect.stringMatching(/^line \d+$/),
    });
  });

  it.each([
    ['nests a list 2,000 deep', '['.repeat(2000) + ']'.repeat(2000)],
    ['nests without end', '['.repeat(100_000)],
    ['nests lists on a line', '- '.repeat(50_000)],
    ['nests tables on a line', '? '.repeat(50_000)],
    ['nests tables behind words', `a:\n  b: 1\n  ${'c: '.repeat(10_000)}\n  d: 1`],
    [
      'is a bomb of aliases',
      [
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefghi'].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join()}]`),
      ].join('\n'),
    ],
    ['names an alias of nothing', 'a: *nothing'],
    ['refers to itself', 'a: &a [*a]'],
    ['has a key twice', "- key: '1:1'\n  key: '4:5'"],
    ['has tables for keys', '? { a: b }\n: c'],
    ['has 50,000 keys', Array.from({ length: 25_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['is a megabyte', `a: ${'x'.repeat(2 ** 20)}`],
    ['has anchors without end', '&a '.repeat(80_000)],
    ['closes what was never open', '}'.repeat(50_000)],
    ['has tags of its own', 'a: !!js/function "function () {}"\n'],
    ['has another prototype', '__proto__: { rows: 1 }'],
    ['is empty', ''],
    ['is no text', '\0\x01\x02'],
  ])('tell a file that %s', async (_, text) => {
    await writeFile(join(folder, 'formats.yaml'), text);
    const told = await mistake();
    expect(told).toMatchObject({ file: 'formats.yaml' });
    expect((told as { problem: string }).problem.length).toBeLessThanOrEqual(300);
  });

  it('refuse patterns that take any time', async () => {
    await change('forbidden.yaml', '최고기온', '(최고+)+기온$');
    expect(await mistake()).toMatchObject({ file: 'forbidden.yaml', place: 'superlatives, except' });
  });

  it('tell a folder or a pipe that is called a file', async () => {
    await rm(join(folder, 'formats.yaml'));
    await mkdir(join(folder, 'formats.yaml'));
    expect(await mistake()).toMatchObject({ file: 'formats.yaml', problem: 'it is not a file' });
    await rm(join(folder, 'formats.yaml'), { recursive: true });
    execFileSync('mkfifo', [join(folder, 'formats.yaml')]);
    expect(await mistake()).toMatchObject({ file: 'formats.yaml', problem: 'it is not a file' });
  });

  it('tell a file that is missing', async () => {
    await rm(join(folder, 'tints.yaml'));
    expect(await mistake()).toMatchObject({ file: 'tints.yaml' });
  });

  it('have another digest', async () => {
    await change('formats.yaml', 'pack: 5', 'pack: 6');
    const changed = await loadPresets(folder, catalogue);
    expect(changed.digest).toMatch(/^[0-9a-f]{12}$/);
    expect(changed.digest).not.toBe(presets.digest);
  });

  it('are read from the cache while they are the same, and anew when they are not', async () => {
    const cache = join(folder, 'cache');
    const first = await loadPresets(folder, catalogue, { caches: [cache] });
    const [kept] = await readdir(cache);
    expect(kept).toBe(`presets-${first.digest}.json`);
    const second = await loadPresets(folder, catalogue, { caches: [cache] });
    expect(second.industries.named('cafe')).toEqual(first.industries.named('cafe'));
    await change('families.yaml', "accent: '#c2410c'", "accent: '#112233'");
    expect(
      (await loadPresets(folder, catalogue, { caches: [cache] })).industries.named('cafe').palette.accent,
    ).toBe('#112233');
  });

  it('are read from the first cache that has them, and kept in the last where none has', async () => {
    const [built, own] = [join(folder, 'built'), join(folder, 'own')];
    await loadPresets(folder, catalogue, { caches: [built] });
    await loadPresets(folder, catalogue, { caches: [built, own] });
    await expect(readdir(own)).rejects.toThrow('ENOENT');
    await change('families.yaml', "accent: '#c2410c'", "accent: '#112233'");
    const { digest } = await loadPresets(folder, catalogue, { caches: [built, own] });
    expect(await readdir(own)).toEqual([`presets-${digest}.json`]);
    expect(await readdir(built)).toHaveLength(1);
  });

  it('are checked when they are used, where a cache holds what was checked by other rules', async () => {
    const cache = join(folder, 'cache');
    const { digest } = await loadPresets(folder, catalogue, { caches: [cache] });
    const file = join(cache, `presets-${digest}.json`);
    const kept = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...kept, 'formats.yaml': [{ key: '2:3' }] }));
    const changed = await loadPresets(folder, catalogue, { caches: [cache] });
    expect(changed.requestRules.industry('카페')).toBe('cafe');
    expect(() => changed.formats).toThrow('formats.yaml');
  });

  it('survive a cache that is broken or cannot be written', async () => {
    const cache = join(folder, 'cache');
    const { digest } = await loadPresets(folder, catalogue, { caches: [cache] });
    await writeFile(join(cache, `presets-${digest}.json`), '{"families.yaml": [');
    expect((await loadPresets(folder, catalogue, { caches: [cache] })).digest).toBe(digest);
    await writeFile(join(folder, 'a-file'), '');
    expect((await loadPresets(folder, catalogue, { caches: [join(folder, 'a-file')] })).digest).toBe(digest);
  });
});

describe("the shop's own fonts", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fonts-'));
    await cp(FONTS, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each<readonly [string, (path: string) => unknown]>([
    ['a link to nowhere', (path) => symlink('/nowhere/at/all.ttf', path)],
    ['a link to itself', (path) => symlink(path, path)],
    ['a folder', (path) => mkdir(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a device', (path) => symlink('/dev/zero', path)],
    ['empty', (path) => writeFile(path, '')],
    ['no font', (path) => writeFile(path, 'wOF2 and more')],
    [
      'larger than any font',
      async (path) => {
        await writeFile(path, Buffer.from([0, 1, 0, 0]));
        await truncate(path, 2 ** 34);
      },
    ],
  ])('are told where one is %s', async (_, put) => {
    await put(join(folder, 'Shop-Bold.ttf'));
    const error: unknown = await loadFaces(folder).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: 'bad-preset', params: { file: 'fonts/Shop-Bold.ttf' } });
  });
});

describe('the listed faces', () => {
  it.each([
    ['below the folder', '', 'this folder'],
    ['in a package', '  package: yaml\n', 'the package yaml'],
  ])('are told by name where a file is not %s', async (_, line, place) => {
    const folder = await mkdtemp(join(tmpdir(), 'fonts-'));
    try {
      await writeFile(
        join(folder, 'fonts.yaml'),
        `- name: Nowhere\n${line}  files:\n    400: gone/Nowhere-Regular.otf\n`,
      );
      await expect(loadFaces(folder)).rejects.toMatchObject({
        code: 'bad-preset',
        params: {
          file: 'fonts.yaml',
          place: 'Nowhere',
          problem: `there is no gone/Nowhere-Regular.otf in ${place}`,
        },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
