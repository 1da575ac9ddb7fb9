import type { Brief } from '../ad/brief.ts';
import { atPlaces, checkPictures, placeCount } from '../ad/parse/at-places.ts';
import { parseRequest, variantsOf } from '../ad/parse/parse-request.ts';
import { MAX_PHOTOS } from '../ad/parse/request-limits.ts';
import { familyOf, unlike } from '../ad/recent-families.ts';
import { decidedWords, type Recipe } from '../ad/recipe.ts';
import { type AdRequest, type PhotoRef, wordsOf } from '../ad/request.ts';
import type { AdResult } from '../ad/result.ts';
import { type App, openApp } from '../app/open-app.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import { readPhotoFile } from '../storage/read-photo-file.ts';
import { recentFamilies } from '../storage/recent-families.ts';
import type { RenderPool } from '../workers/render-pool.ts';
import type { AdRun } from '../workflow/plans/ad-maker.ts';
import { pagedRequests } from '../workflow/plans/paged-requests.ts';
import type { AdOptions } from './ad-options.ts';
import type { Io } from './io.ts';
import { fileNames } from './name-files.ts';
import { showProgress } from './progress.ts';
import { readMenu } from './read-menu.ts';
import { readRecipe } from './read-recipe.ts';

/** How the ads of one order are to be named and announced. */
interface Naming {
  /** Of their files, without the ending; by default each is named after its pixels. */
  readonly name?: string;
  /** Before what is said of the progress. */
  readonly prefix?: string;
}

/** The product, warm, for one order after another. Both throw UserError, OutageError or the signal's reason. */
export interface AdSession {
  /** Makes the ads that the options ask for. */
  make(options: AdOptions, naming?: Naming): Promise<readonly AdResult[]>;
  /** Only reads the request, by the very way that an ad takes, and writes its words. */
  draft(options: AdOptions): Promise<Draft>;
  close(): Promise<void>;
}

/** What an ad would say and show. */
export interface Draft {
  readonly request: AdRequest;
  /** Keys of the places where it goes. */
  readonly places: readonly string[];
  readonly brief: Brief;
}

/**
 * Opens the product for the command line.
 *
 * @param out folder for the pictures
 * @param render is closed with it
 */
export async function openAdSession(out: string, io: Io, render: RenderPool): Promise<AdSession> {
  const app = await openApp(io.config, { pictures: out, render, onNotice: io.err });
  return {
    make: (options, naming = {}) => make(app, options, naming, io),
    draft: (options) => draft(app, options, io),
    close: () => app.close(),
  };
}

async function draft(app: App, options: AdOptions, io: Io): Promise<Draft> {
  if (options.recipe !== undefined) {
    const { request, decided } = await recipeOf(app, options, options.recipe);
    return { request, places: placesOf([request]), brief: decided.brief };
  }
  const asked = await requestOf(app, options);
  const all = atPlaces(asked, options.places, app.presets.requestRules);
  const [request = asked] = all;
  return { request, places: placesOf(all), brief: await app.maker.draft(request, { signal: io.signal }) };
}

const placesOf = (requests: readonly AdRequest[]): readonly string[] =>
  requests.flatMap(({ place }) => place ?? []);

async function make(app: App, options: AdOptions, naming: Naming, io: Io): Promise<readonly AdResult[]> {
  if (options.recipe !== undefined) {
    const { request, decided } = await recipeOf(app, options, options.recipe);
    return [await run(options, naming, io, (how) => app.maker.make(request, { ...how, decided }))];
  }
  const asked = await requestOf(app, options);
  if (options.each) return run(options, naming, io, (how) => app.maker.makeEach(asked, how));
  const recent = recentFamilies(io.config.DATA_DIR);
  // Whoever says the seed wants that picture, and no other one for what was made before it.
  const request = options.input.seed === undefined ? unlike(asked, await recent.list()) : asked;
  const sets = await Promise.all(
    variantsOf(request, options.variants).map((variant) =>
      pagedRequests(app.maker, variant, options, app.presets.requestRules, { signal: io.signal }),
    ),
  );
  const variants = sets.flat();
  checkPictures(variants.length, MAX_PICTURES);
  const places = placeCount(variants);
  const names = fileNames(variants, naming.name);
  const makeOne = (variant: AdRequest, index: number): Promise<AdResult> => {
    const name = names[index];
    return run(options, { ...naming, ...defined({ name }) }, io, (how) =>
      app.maker.make(variant, { ...how, places }),
    );
  };
  const ads: AdResult[] = [];
  for (const [index, variant] of variants.entries()) ads.push(await makeOne(variant, index));
  for (const family of new Set(ads.map(({ recipe }) => familyOf(recipe)))) await recent.add(family);
  return ads;
}

/** Pictures of one order: each variant at each place. */
const MAX_PICTURES = 48;

/** A recipe for a request that is still allowed. The photos that it names may be given again with it. */
async function recipeOf(app: App, options: AdOptions, path: string): Promise<Recipe> {
  await takePhotos(app, options.photos);
  const recipe = await readRecipe(path, app.presets.studio);
  app.presets.requestRules.checkContent(`${wordsOf(recipe.request)}\n${decidedWords(recipe.decided)}`);
  return recipe;
}

async function requestOf(app: App, options: AdOptions): Promise<AdRequest> {
  const taking = takePhotos(app, options.photos);
  // While the files are read and looked into.
  app.prepare(options.photos.length > 0 && options.input.use !== 'restyle', options.input.text);
  const [photos, menu] = await Promise.all([taking, options.menu && readMenu(options.menu)]);
  const { input, locale } = options;
  const parts = menu === undefined || menu === '' ? input.parts : { ...input.parts, menu };
  return parseRequest({ ...input, ...defined({ parts }), photos, locale }, app.presets.requestRules);
}

async function run<T>(
  { locale }: AdOptions,
  { name, prefix }: Naming,
  io: Io,
  make: (how: AdRun) => Promise<T>,
): Promise<T> {
  const progress = showProgress(io, locale, prefix);
  try {
    return await make({ signal: io.signal, onEvent: progress.onEvent, ...defined({ name }) });
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
