import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  close,
  generateAndSaveImage,
  generateProductComposite,
  type NodeEvent,
  UserError,
} from '../src/index.ts';

const PHOTO = 'samples/strawberry-latte.jpg';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('ENGINE', 'studio');
});
afterAll(async () => {
  await close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const nodesOf = (events: readonly NodeEvent[]): ReadonlySet<string> =>
  new Set(events.map(({ node }) => node));

describe('the library', () => {
  it('paints from words alone, and restyles when there is a reference picture', async () => {
    const painted: NodeEvent[] = [];
    const ad = await generateAndSaveImage('카페 신메뉴 딸기라떼', {
      seed: 1,
      family: 'scene',
      onEvent: (event) => painted.push(event),
    });
    expect(nodesOf(painted)).toContain('Text2ImageNode');
    expect(await sharp(ad.image.path).metadata()).toMatchObject({ width: 1080, height: 1080 });
    const restyled: NodeEvent[] = [];
    await generateAndSaveImage('수채화 느낌으로', {
      reference: await readFile(PHOTO),
      seed: 1,
      lettering: false,
      onEvent: (event) => restyled.push(event),
    });
    expect(nodesOf(restyled)).toContain('Image2ImageNode');
    expect(nodesOf(restyled)).not.toContain('Text2ImageNode');
  });

  it('sets a photographed product into a background', async () => {
    const ad = await generateProductComposite('카페 신메뉴 딸기라떼', [PHOTO], {
      seed: 1,
      family: 'scene',
    });
    expect(ad.layout.product?.placements).toHaveLength(1);
    expect(ad.image.origin).toContain('origin');
    expect(ad.report.nodes.map(({ name }) => name)).toContain('BackgroundRemovalNode');
  });

  it('refuses what cannot be made with an error of its own', async () => {
    await expect(generateAndSaveImage(' ')).rejects.toBeInstanceOf(UserError);
    await expect(generateProductComposite('빵', ['nowhere.jpg'])).rejects.toMatchObject({
      code: 'photo-missing',
    });
  });
});
