import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ad } from '../../src/cli/ad.ts';
import { type Ran, runInProcess } from './run-in-process.ts';

const TEXT = '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기';
const PHOTO = 'samples/strawberry-latte.jpg';

let folder: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-ad-'));
  out = join(folder, 'out');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], signal?: AbortSignal): Promise<Ran> {
  return runInProcess(ad, args, { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }, signal);
}

interface Shown {
  readonly images: readonly { path: string; width: number; height: number; origin?: string }[];
  readonly layout: {
    readonly reasoning: readonly string[];
    readonly text?: { readonly blocks: readonly { slot: string; lines: readonly string[] }[] };
  };
  readonly recipe: { readonly request: { seed: number } };
  readonly report: { readonly nodes: readonly { name: string; status: string; cached?: boolean }[] };
}

async function show(...args: readonly string[]): Promise<Shown> {
  const { code, out: printed, err } = await run([...args, '--json', '--out', out]);
  expect(code, `${printed}\n${err}`).toBe(0);
  return JSON.parse(printed) as Shown;
}

const wordsOf = ({ layout }: Shown): string[] =>
  (layout.text?.blocks ?? []).flatMap((block) => block.lines).map((line) => line.replaceAll('~~', ''));

async function filesUnder(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('npm run ad', () => {
  it('makes an ad of a photographed product, says where it is and why it looks so', async () => {
    const { code, out: told, err } = await run([TEXT, '--photo', PHOTO, '--seed', '7', '--out', out]);
    expect(code).toBe(0);
    const [path] = told.split('\n');
    expect(await sharp(path).metadata()).toMatchObject({ format: 'png', width: 1080, height: 1080 });
    expect(told).toContain('이렇게 만들었어요');
    expect(told.match(/^ {2}· /gm)?.length).toBeGreaterThanOrEqual(3);
    // Off a terminal, progress comes in plain lines.
    expect(err.split('\n').length).toBeGreaterThanOrEqual(6);
    expect(told + err).not.toContain('\x1b');
  });

  it('prints one object for programs, and makes the same ad from the same seed', async () => {
    const scene = [TEXT, '--photo', PHOTO, '--seed', '7', '--family', 'scene'];
    const first = await show(...scene);
    expect(first).toMatchObject({ ok: true, recipe: { request: { seed: 7 } } });
    expect(first.images).toMatchObject([{ width: 1080, height: 1080 }]);
    expect(wordsOf(first).join(' ')).toContain('딸기라떼');
    // The path is made of the pixels' hash.
    expect(basename(first.images[0]!.path)).toMatch(/^[0-9a-f]{12,}\.png$/);
    expect(first.images[0]!.origin).toContain('origin');
    const again = await show(...scene);
    expect(again.images).toEqual(first.images);
    expect(again.report.nodes.every((node) => node.status === 'done')).toBe(true);
  });

  it('re-runs neither cut-out nor background for other words, and no cut-out for another background', async () => {
    const scene = [TEXT, '--photo', PHOTO, '--family', 'scene', '--seed'];
    await show(...scene, '7');
    const ran = ({ report }: Shown): string[] =>
      report.nodes.filter((node) => !node.cached).map((node) => node.name);
    const words = ran(await show(...scene, '7', '--headline', '한 잔의 봄'));
    expect(words).toContain('TextOverlayNode');
    expect(words).not.toContain('Text2ImageNode');
    expect(words).not.toContain('BackgroundRemovalNode');
    const background = ran(await show(...scene, '8'));
    expect(background).toContain('Text2ImageNode');
    expect(background).not.toContain('BackgroundRemovalNode');
  });

  it('makes a picture again from its own file, and from what --json printed', async () => {
    const made = await show('English bakery, fresh sourdough', '--ratio', '4:5', '--seed', '3');
    const fresh = join(folder, 'again');
    const again = await run(['--recipe', made.images[0]!.path, '--json', '--out', fresh]);
    const { images } = JSON.parse(again.out) as Shown;
    expect(basename(images[0]!.path)).toBe(basename(made.images[0]!.path));
    const file = join(folder, 'printed.json');
    await writeFile(file, JSON.stringify(made));
    const third = await run(['--recipe', file, '--json', '--out', fresh]);
    expect((JSON.parse(third.out) as Shown).images).toEqual(images);
  });

  it('letters exactly what it is given, and nothing when told so', async () => {
    const own = await show('빵집 소식', '--headline', '오늘 구운 빵', '--price', '3,500원', '--seed', '1');
    expect(wordsOf(own)).toEqual(expect.arrayContaining(['오늘 구운 빵', '3,500원']));
    const bare = await show('빵집 소식', '--no-text', '--seed', '1');
    expect(bare.layout.text).toBeUndefined();
  });

  it('sets each photo into one background with --each, and all into one picture without', async () => {
    const photos = ['--photo', PHOTO, '--photo', 'samples/hand-cream.jpg'];
    const each = await show('선물 세트', ...photos, '--each', '--seed', '5');
    expect(each.images).toHaveLength(2);
    expect(new Set(each.images.map((image) => image.origin)).size).toBe(1);
    expect(each.report.nodes.filter((node) => node.name === 'Text2ImageNode')).toHaveLength(1);
    const together = await show('선물 세트', ...photos, '--seed', '5');
    expect(together.images).toHaveLength(1);
    expect(together.report.nodes.filter((node) => node.name === 'BackgroundRemovalNode')).toHaveLength(2);
  });

  it('restyles a photo, the less the smaller the strength', async () => {
    const distance = async (strength: string): Promise<number> => {
      const { images } = await show(
        '수채화 느낌의 딸기라떼',
        ...[
          '--photo',
          PHOTO,
          '--restyle',
          '--strength',
          strength,
          '--no-text',
          '--seed',
          '2',
          '--ratio',
          '4:5',
        ],
      );
      const [a, b] = await Promise.all(
        [images[0]!.path, PHOTO].map((path) =>
          sharp(path).removeAlpha().resize(64, 80, { fit: 'cover' }).raw().toBuffer(),
        ),
      );
      return a!.reduce((sum, value, i) => sum + Math.abs(value - b![i]!), 0) / a!.length;
    };
    expect(await distance('0.3')).toBeLessThan(await distance('0.9'));
  });

  it('makes variants with seeds of their own', async () => {
    const { images } = await show('꽃집 봄맞이', '--variants', '2', '--no-text', '--seed', '4');
    expect(new Set(images.map((image) => image.path)).size).toBe(2);
  });

  it('stops at once when asked to, and leaves no file behind', async () => {
    const stop = new AbortController();
    const place = join(folder, 'stopped');
    const running = run([TEXT, '--photo', PHOTO, '--seed', '99', '--out', place], stop.signal);
    setTimeout(() => stop.abort(), 300);
    const { code, err } = await running;
    expect(code).toBe(130);
    expect(err).toMatch(/멈|취소|그만/);
    expect(await filesUnder(place)).toEqual([]);
  });

  it('says that the trouble is ours when the folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, err } = await run(['빵집', '--no-text', '--out', join(file, 'inside')]);
    expect(code).toBe(1);
    expect(err).not.toMatch(/ENOTDIR|at /);
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('helps in both languages, with examples', async () => {
    const korean = await run(['--help', '--locale', 'ko']);
    const english = await run(['--help', '--locale', 'en']);
    for (const { code, out: help } of [korean, english]) {
      expect(code).toBe(0);
      expect(help).toContain('npm run ad -- "카페 신메뉴 딸기라떼');
      expect(help).toMatch(/npm run ad -- "[A-Za-z]/);
      for (const option of ['--photo', '--restyle', '--ratio', '--recipe', '--json'])
        expect(help).toContain(option);
    }
    expect(korean.out).not.toBe(english.out);
  });
});
