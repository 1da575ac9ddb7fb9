import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureSequence } from '../../../../src/adapters/terminal/outbound/pictures.ts';
import { decodePhoto } from '../../../../src/imaging/decode-photo.ts';
import { encodePng } from '../../../../src/imaging/encode-png.ts';
import { seededRandom } from '../../../../src/imaging/random.ts';
import { createRaster } from '../../../../src/imaging/raster.ts';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shown-'));
  file = join(folder, 'ad.png');
  const raster = createRaster(1080, 540);
  const random = seededRandom(1);
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = i % 4 === 3 ? 255 : random() * 256;
  writeFileSync(file, await encodePng(raster));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('pictureSequence', () => {
  it('shows nothing where nothing can be shown', async () => {
    expect(await pictureSequence(file, 'none')).toBe('');
  });

  it('gives iTerm2 a whole, smaller PNG', async () => {
    const sequence = await pictureSequence(file, 'iterm');
    const [head = '', data = ''] = sequence.split(':');
    expect(head).toBe('\x1b]1337;File=inline=1;width=40;preserveAspectRatio=1');
    expect(data.at(-1)).toBe('\x07');
    const { width, height } = await decodePhoto(Buffer.from(data.slice(0, -1), 'base64'), 'shown');
    expect([width, height]).toEqual([480, 240]);
  });

  it('gives kitty the PNG in pieces of 4096, each but the last announcing the next', async () => {
    const sequence = await pictureSequence(file, 'kitty');
    const pieces = sequence.split('\x1b\\').filter(Boolean);
    expect(pieces.length).toBeGreaterThan(2);
    const read = pieces.map((piece) => piece.slice('\x1b_G'.length).split(';'));
    expect(read[0]?.[0]).toBe('a=T,f=100,q=2,c=40,m=1');
    for (const [control] of read.slice(1, -1)) expect(control).toBe('m=1');
    expect(read.at(-1)?.[0]).toBe('m=0');
    for (const [, data = ''] of read) expect(data.length).toBeLessThanOrEqual(4096);
    const png = Buffer.from(read.map(([, data]) => data).join(''), 'base64');
    expect(await decodePhoto(png, 'shown')).toMatchObject({ width: 480, height: 240 });
  });

  it('gives others sixels', async () => {
    expect(await pictureSequence(file, 'sixel')).toMatch(/^.Pq"1;1;480;240#/);
  });
});
