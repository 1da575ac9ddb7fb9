import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ad } from '../../../src/cli/ad.ts';
import { type Ran, runInProcess } from '../run-in-process.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-batch-'));
  await copyFile('samples/strawberry-latte.jpg', join(folder, 'latte.jpg'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(content: string, args: readonly string[], signal?: AbortSignal): Promise<Ran> {
  const file = join(folder, 'requests.csv');
  await writeFile(file, content);
  const environment = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' };
  return runInProcess(ad, ['--batch', file, ...args], environment, signal);
}

const objects = ({ out }: Ran): readonly Record<string, unknown>[] =>
  out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

describe('npm run ad -- --batch', () => {
  it('makes all requests, names pictures by their lines, and says in the end which rows are to be mended', async () => {
    const out = join(folder, 'out');
    const table = [
      'text,photo,ratio,headline',
      '카페 신메뉴 딸기라떼,latte.jpg,4:5,오늘의 한 잔',
      '꽃집 꽃다발,nowhere.jpg,,',
      '국밥집 순대국,,7:3,',
    ].join('\n');
    const ran = await run(table, ['--json', '--out', out, '--seed', '3']);
    expect(ran.code).toBe(2);
    const [made, missing, ratio] = objects(ran);
    const path = join(out, '0002-카페-신메뉴-딸기라떼.png');
    expect(made).toMatchObject({
      ok: true,
      line: 2,
      text: '카페 신메뉴 딸기라떼',
      images: [{ path, width: 1080, height: 1350 }],
      recipe: { request: { seed: 3, copy: { headline: '오늘의 한 잔' } } },
    });
    expect(missing).toMatchObject({ ok: false, line: 3, error: { code: 'photo-missing' } });
    expect(ratio).toMatchObject({
      ok: false,
      line: 4,
      text: '국밥집 순대국',
      error: { code: 'unknown-name' },
    });
    expect(ran.err).toContain('3행: 사진 파일을 찾을 수 없어요');
    expect(ran.err).toMatch(/요청 3개 중 1개를 만들었어요 .* 고칠 줄: 3, 4\./);
    expect(await readdir(out)).toContain('0002-카페-신메뉴-딸기라떼.png');
  });

  it('shows with --dry-run what each ad would say, in the order of the rows, and makes no picture', async () => {
    const out = join(folder, 'dry');
    const ran = await run('카페 딸기라떼 6,500원\n\n!!!\nbakery sourdough', [
      '--dry-run',
      '--json',
      '--out',
      out,
    ]);
    expect(ran.code).toBe(2);
    const [first, second, third] = objects(ran);
    expect(first).toMatchObject({
      text: '카페 딸기라떼 6,500원',
      copy: { price: '6,500원', oldPrice: null },
    });
    expect(Object.keys(first ?? {})).toEqual([
      'text',
      'product',
      'trade',
      'occasion',
      'statements',
      'copy',
      'hero',
      'leftOut',
      'replies',
    ]);
    expect(second).toMatchObject({ text: '!!!', line: 3, error: { code: 'prompt-empty' } });
    expect(third).toMatchObject({ text: 'bakery sourdough' });
    expect(await readdir(out).catch(() => [])).toEqual([]);
  });

  it('shows people the same as lines, in the language of each request', async () => {
    const { code, out } = await run('카페 딸기라떼 6,500원\nbakery sourdough', ['--dry-run']);
    expect(code).toBe(0);
    expect(out).toMatch(/제목 +.*딸기라떼/);
    expect(out).toMatch(/headline +.*sourdough/i);
  });

  it('stops when asked to, and says how far it came', async () => {
    const stop = new AbortController();
    stop.abort();
    const { code, err } = await run('카페\n꽃집', ['--out', join(folder, 'stopped')], stop.signal);
    expect(code).toBe(130);
    expect(err).toContain('요청 2개 중 0개');
  });

  it('refuses a file without requests, and a request beside the file', async () => {
    const empty = await run('# nothing\n', ['--json']);
    expect(empty.code).toBe(2);
    expect(JSON.parse(empty.out)).toMatchObject({ ok: false, error: { code: 'batch-empty' } });
    const both = await run('카페\n', ['꽃집', '--json']);
    expect(JSON.parse(both.out)).toMatchObject({ error: { code: 'batch-alone' } });
  });
});
