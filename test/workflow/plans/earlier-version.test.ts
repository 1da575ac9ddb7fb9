import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { readRecipe } from '../../../src/cli/read-recipe.ts';
import { EARLIER, layEarlierData } from '../../earlier-version.ts';

/** Greatest difference of a channel of 255: other processors and versions of Node round a step otherwise. */
const TOLERANCE = 2;

let folder: string;
let app: App;
beforeAll(async () => {
  folder = layEarlierData();
  app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes the ad of a recipe again; its file. */
async function reproduced(file: string): Promise<string> {
  const { request, decided } = await readRecipe(join(EARLIER, file), app.presets.studio);
  return (await app.maker.make(request, { decided })).image.path;
}

async function greatestDifference(one: Sharp, other: Sharp): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((picture) => picture.removeAlpha().raw().toBuffer()));
  if (a === undefined || a.length !== b?.length) throw new Error('They are not of one size');
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);
}

it('makes the picture of version 0.1.0 again by the recipe in it', async () => {
  const made = await reproduced('restyled.png');
  expect(await greatestDifference(sharp(made), sharp(join(EARLIER, 'restyled.png')))).toBeLessThanOrEqual(
    TOLERANCE,
  );
});

it('makes the scene and the lettering of a recipe of version 0.1.0 again', async () => {
  const small = sharp(
    await sharp(await reproduced('painted.json'))
      .resize(96)
      .png()
      .toBuffer(),
  );
  expect(await greatestDifference(small, sharp(join(EARLIER, 'painted-small.png')))).toBeLessThanOrEqual(
    TOLERANCE,
  );
});
