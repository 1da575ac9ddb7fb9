import { readFile } from 'node:fs/promises';
import type { Locale } from '../ad/locale.ts';
import { localeOf } from '../ad/locale.ts';
import type { AdRequest, PhotoRef } from '../ad/request.ts';
import type { AdResult } from '../ad/result.ts';
import { type App, openApp } from '../assemble.ts';
import { codeOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { composeRequest, MOST_PHOTOS, newSeed } from '../request/compose-request.ts';
import { acceptPhotos } from '../storage/accept-photos.ts';
import type { AdRun } from '../workflows/ad-maker.ts';
import { adHelp } from './ad-help.ts';
import { type AdOptions, parseAdOptions } from './ad-options.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Command, Io } from './io.ts';
import { showProgress } from './progress.ts';
import { readRecipe } from './read-recipe.ts';
import { asJson, asText } from './show-ads.ts';

/** `npm run ad`: makes ads and tells where they are and why they look as they do. */
export const ad: Command = async (args, io) => {
  const json = args.includes('--json');
  const locale = localeFor(args, io.config.LOCALE);
  try {
    const options = parseAdOptions(args, io.config.LOCALE);
    if (options.help) {
      io.out(adHelp(options.locale));
      return 0;
    }
    const ads = await withApp(options, io, (app) => makeAds(app, options, io));
    io.out(json ? asJson(ads, options.locale) : asText(ads, options.locale));
    return 0;
  } catch (error) {
    const message = say(error, locale);
    if (json) io.out(JSON.stringify({ ok: false, error: { code: codeOf(error), message } }));
    else io.err(message);
    if (codeOf(error) === 'bug' && io.config.LOG_LEVEL === 'debug') io.err(String((error as Error).stack));
    return exitCodeOf(error);
  }
};

async function withApp<T>(options: AdOptions, io: Io, work: (app: App) => Promise<T>): Promise<T> {
  const app = await openApp(io.config, { pictures: options.out, onNotice: io.err });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function makeAds(app: App, options: AdOptions, io: Io): Promise<readonly AdResult[]> {
  const photos = await takePhotos(app, options.photos);
  if (options.recipe !== undefined) {
    const recipe = await readRecipe(options.recipe);
    return [
      await run(options, io, (how) => app.maker.make(recipe.request, { ...how, decided: recipe.decided })),
    ];
  }
  const request = composeRequest({ ...options.draft, photos, locale: options.locale }, app.presets.names);
  if (options.each) {
    return run(options, io, (how) => app.maker.makeEach(request, how));
  }
  const ads: AdResult[] = [];
  for (const variant of variantsOf(request, options.variants)) {
    ads.push(await run(options, io, (how) => app.maker.make(variant, how)));
  }
  return ads;
}

/** The request itself first, then the same with other seeds. */
function variantsOf(request: AdRequest, count: number): readonly AdRequest[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? request : { ...request, seed: newSeed() }));
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
  if (paths.length > MOST_PHOTOS) throw new UserError('too-many-photos', { most: MOST_PHOTOS });
  const files = await Promise.all(paths.map(async (path) => ({ name: path, bytes: await readPhoto(path) })));
  return acceptPhotos(app.photos, files);
}

async function readPhoto(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UserError('photo-missing', { file: path }, { cause: error });
  }
}

/** The language to answer in before the arguments are understood. */
function localeFor(args: readonly string[], standard: Locale): Locale {
  const named = args[args.indexOf('--locale') + 1];
  if (args.includes('--locale') && (named === 'ko' || named === 'en')) return named;
  const words = args.filter((arg) => !arg.startsWith('-')).join(' ');
  return words === '' ? standard : localeOf(words);
}
