import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { initializeCanvas, readPsd } from 'ag-psd';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRaster, type Raster, rasterOf } from '../../src/imaging/raster.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import type { AdContent } from '../../src/layered/ad-content.ts';
import { layeredFile } from '../../src/layered/layered-file.ts';
import { faces } from '../faces.ts';
import { designedContent, meanDifference } from './contents.ts';

const SIZE = { width: 540, height: 540 };
const about = {
  title: '바삭 <후라이드>',
  alt: '바삭 후라이드 & 14,900원',
  language: 'ko',
  xmp: xmpPacket({ digitalSource: 'algorithmicMedia', alt: '광고', language: 'ko' }),
} as const;

/** Letters of unlike kinds: with a price, icons, a code; a family with turned words; a photo. */
const ADS = {
  'a designed ad with a code': () =>
    designedContent(SIZE, { asked: 'split-sheet', qr: 'https://example.com/' }),
  'an ad on a photo': () => designedContent(SIZE, { asked: 'photo-poster' }, 'photo'),
  'an ad with a burst': () => designedContent(SIZE, { asked: 'price-burst' }),
};

// The reader makes its pictures with these: a browser has them of its own.
initializeCanvas(
  createCanvas as never,
  ((width: number, height: number) => new ImageData(width, height)) as never,
);

let contents: Readonly<Record<string, AdContent>>;
beforeAll(async () => {
  contents = Object.fromEntries(
    await Promise.all(Object.entries(ADS).map(async ([name, make]) => [name, await make()])),
  );
});

const contentOf = (name: string): AdContent => {
  const content = contents[name];
  if (content === undefined) throw new Error(`There is no ${name}`);
  return content;
};

/** A layered file as another reader shows it: librsvg, with the product's fonts as the machine's. */
async function asLibrsvg(svg: Uint8Array): Promise<Raster> {
  const folder = await mkdtemp(join(tmpdir(), 'svg-'));
  try {
    const folders = new Set(faces.flatMap(({ files }) => files.map(({ path }) => dirname(path))));
    const list = [...folders].map((one) => `<dir>${one}</dir>`).join('');
    await writeFile(
      join(folder, 'fonts.conf'),
      `<fontconfig>${list}<cachedir>${folder}</cachedir></fontconfig>`,
    );
    await writeFile(join(folder, 'ad.svg'), svg);
    // The list of fonts is read when a process first asks for one: another process has this one.
    await promisify(execFile)(
      process.execPath,
      [
        '-e',
        "require('sharp')(process.argv[1], { unlimited: true }).flatten({ background: '#fff' }).png().toFile(process.argv[2])",
        join(folder, 'ad.svg'),
        join(folder, 'ad.png'),
      ],
      { env: { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') } },
    );
    const { data, info } = await sharp(join(folder, 'ad.png'))
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return rasterOf({ width: info.width, height: info.height, data });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('an ad as an SVG', () => {
  it.each(Object.keys(ADS))('is %s in the eyes of librsvg, with its words as text', async (name) => {
    const content = contentOf(name);
    const svg = Buffer.from(await layeredFile({ content, kind: 'svg', faces, about }));
    const text = svg.toString();
    for (const word of content.text?.blocks.flatMap(
      ({ lines }) => lines.join(' ').match(/[가-힣]{2,}/g) ?? [],
    ) ?? [])
      expect(text).toContain(word);
    expect(text).toMatch(/inkscape:label="제목"/);
    expect(text).toMatch(/<desc>바삭 후라이드 &amp; 14,900원<\/desc>/);
    expect(text).toContain('digitalsourcetype/algorithmicMedia');
    expect(meanDifference(await asLibrsvg(svg), content.finished)).toBeLessThan(2.5);
  });

  it('holds the letters that it uses of each font, and no others', async () => {
    const svg = Buffer.from(
      await layeredFile({ content: contentOf('a designed ad with a code'), kind: 'svg', faces, about }),
    ).toString();
    const fonts = [...svg.matchAll(/@font-face\{font-family:'([^']+)'[^}]*base64,([^)]+)\)/g)];
    expect(fonts.length).toBeGreaterThan(0);
    for (const [, , data = ''] of fonts) {
      const font = Buffer.from(data, 'base64');
      expect(font.toString('latin1', 0, 4)).toBe('wOF2');
      expect(font.length).toBeLessThan(40_000);
    }
  });
});

/** Layers laid over one another, as programs that show them do. */
function flattened(file: Uint8Array): Raster {
  const psd = readPsd(file, { useImageData: true });
  const flat = createRaster(psd.width, psd.height);
  flat.data.fill(255);
  for (const { left = 0, top = 0, imageData } of psd.children ?? []) {
    if (imageData === undefined) continue;
    const { width, height, data } = imageData;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [sheetX, sheetY] = [x + left, y + top];
        if (sheetX < 0 || sheetY < 0 || sheetX >= flat.width || sheetY >= flat.height) continue;
        const [from, to] = [4 * (y * width + x), 4 * (sheetY * flat.width + sheetX)];
        const share = (data[from + 3] ?? 0) / 255;
        for (let i = 0; i < 3; i++)
          flat.data[to + i] = Math.round(
            share * (data[from + i] ?? 0) + (1 - share) * (flat.data[to + i] ?? 0),
          );
      }
    }
  }
  return flat;
}

describe('an ad as a PSD', () => {
  it.each(Object.keys(ADS))(
    'is %s, as a whole and layer by layer, with words that can be written on in',
    async (name) => {
      const content = contentOf(name);
      const file = await layeredFile({ content, kind: 'psd', faces, about });
      const psd = readPsd(file, { useImageData: true });
      const whole = psd.imageData;
      expect(whole).toBeDefined();
      if (whole === undefined) return;
      const { width, height, data } = whole;
      expect(
        meanDifference(rasterOf({ width, height, data: new Uint8ClampedArray(data) }), content.finished),
      ).toBe(0);
      expect(meanDifference(flattened(file), content.finished)).toBeLessThan(0.5);
      const names = psd.children?.map((layer) => layer.name) ?? [];
      expect(names[0]).toBe('배경 ground');
      expect(names).toContain('제목 headline');
      const headline = psd.children?.find((layer) => layer.name === '제목 headline');
      expect(headline?.text?.text.replaceAll(/\s/g, '')).toBe('바삭후라이드');
      expect(headline?.text?.style?.font?.name ?? headline?.text?.styleRuns?.[0]?.style.font?.name).toMatch(
        /^[A-Za-z]+(-[A-Za-z]+)?$/,
      );
      expect(psd.imageResources?.xmpMetadata).toContain('algorithmicMedia');
    },
  );
});
