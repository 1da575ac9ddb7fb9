import { parseRequest, variantsOf } from '../ad/parse/parse-request.ts';
import { MAX_PHOTOS } from '../ad/parse/request-limits.ts';
import { type PhotoRef, wordsOf } from '../ad/request.ts';
import type { AdResult } from '../ad/result.ts';
import { type App, openApp } from '../app/open-app.ts';
import { UserError } from '../errors/user-error.ts';
import { readPhotoFile } from '../storage/read-photo-file.ts';
import type { RenderPool } from '../workers/render-pool.ts';
import type { AdRun } from '../workflow/plans/ad-maker.ts';
import type { AdOptions } from './ad-options.ts';
import type { Io } from './io.ts';
import { showProgress } from './progress.ts';
import { readRecipe } from './read-recipe.ts';

/**
 * Makes the ads that the options ask for.
 *
 * @param render is closed at the end
 */
export async function makeAds(options: AdOptions, io: Io, render: RenderPool): Promise<readonly AdResult[]> {
  const app = await openApp(io.config, { pictures: options.out, render, onNotice: io.err });
  try {
    return await makeWith(app, options, io);
  } finally {
    await app.close();
  }
}

async function makeWith(app: App, options: AdOptions, io: Io): Promise<readonly AdResult[]> {
  const taking = takePhotos(app, options.photos);
  // While the files are read and looked into.
  app.prepare();
  const photos = await taking;
  if (options.recipe !== undefined) {
    const recipe = await readRecipe(options.recipe, app.presets.studio);
    app.presets.requestRules.checkContent(wordsOf(recipe.request));
    return [
      await run(options, io, (how) => app.maker.make(recipe.request, { ...how, decided: recipe.decided })),
    ];
  }
  const request = parseRequest(
    { ...options.input, photos, locale: options.locale },
    app.presets.requestRules,
  );
  if (options.each) {
    return run(options, io, (how) => app.maker.makeEach(request, how));
  }
  const ads: AdResult[] = [];
  for (const variant of variantsOf(request, options.variants)) {
    ads.push(await run(options, io, (how) => app.maker.make(variant, how)));
  }
  return ads;
}

async function run<T>(options: AdOptions, io: Io, make: (how: AdRun) => Promise<T>): Promise<T> {
  const progress = showProgress(io, options.locale);
  try {
    return await make({ signal: io.signal, onEvent: progress.onEvent });
  } finally {
    progress.end();
  }
}

/**
 * Reads and checks all photos before any of them is kept.
 *
 * @throws UserError for the first that is missing or unusable
 */
async function takePhotos(app: App, paths: readonly string[]): Promise<readonly PhotoRef[]> {
  if (paths.length > MAX_PHOTOS) throw new UserError('too-many-photos', { max: MAX_PHOTOS });
  const files = await Promise.all(
    paths.map(async (path) => ({ name: path, bytes: await readPhotoFile(path) })),
  );
  return app.photos.acceptAll(files);
}
