import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { type Raster, rasterOf } from '../../src/imaging/raster.ts';

const run = promisify(execFile);

/**
 * Whether Debian's poppler-utils are on this machine. In CI they have to be: `.ci/run` installs them, and a test that was
 * skipped there would say nothing.
 */
export const hasPoppler =
  process.env['CI'] !== undefined || spawnSync('pdfinfo', ['-v'], { stdio: 'ignore' }).status === 0;

/** Has a tool of Poppler read a PDF; `FILE` in its arguments stands for the file, `OUT` for a file that it writes. */
async function poppler(tool: string, pdf: Uint8Array, args: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'poppler-'));
  try {
    const file = join(folder, 'ad.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
    );
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const pdfInfo = (pdf: Uint8Array): Promise<string> => poppler('pdfinfo', pdf, ['-box', 'FILE']);

/** The page's words. */
export const pdfText = (pdf: Uint8Array): Promise<string> => poppler('pdftotext', pdf, ['-raw', 'FILE', '-']);

/** A row a font: name, and whether it is embedded, and as a subset. */
export async function pdfFonts(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const [, , ...rows] = (await poppler('pdffonts', pdf, ['FILE'])).trimEnd().split('\n');
  return rows.map((row) => {
    const [emb = '', sub = ''] = row.slice(72).trim().split(/\s+/).slice(-5);
    return [row.slice(0, 36).trim(), emb, sub];
  });
}

/** A row a picture: colour space, channels, pixels an inch. */
export async function pdfImages(pdf: Uint8Array): Promise<readonly (readonly string[])[]> {
  const [, , ...rows] = (await poppler('pdfimages', pdf, ['-list', 'FILE'])).trimEnd().split('\n');
  return rows.map((row) => {
    const cells = row.trim().split(/\s+/);
    return [cells[5] ?? '', cells[6] ?? '', cells[12] ?? ''];
  });
}

/** The page as Poppler paints it. @param dpi pixels an inch */
export async function pdfRaster(pdf: Uint8Array, dpi: number): Promise<Raster> {
  const folder = await mkdtemp(join(tmpdir(), 'poppler-'));
  try {
    const file = join(folder, 'ad.pdf');
    await writeFile(file, pdf);
    await run('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', file, join(folder, 'page')]);
    const { data, info } = await sharp(await readFile(join(folder, 'page.png')))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return rasterOf({ width: info.width, height: info.height, data });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
