import { parseRequest, type RequestInput } from './ad/parse/parse-request.ts';
import type { AdResult } from './ad/result.ts';
import { loadConfig, readEnvironment } from './app/config/config.ts';
import { type App, openApp } from './app/open-app.ts';
import { defined } from './collections/defined.ts';
import { SingleFlight } from './collections/single-flight.ts';
import { readPhotoFile } from './storage/read-photo-file.ts';
import type { AdRun } from './workflow/plans/ad-maker.ts';

export type { AdCopy } from './ad/copy.ts';
export type { Recipe } from './ad/recipe.ts';
export type { AdResult, Report, SavedImage } from './ad/result.ts';
export { OutageError } from './errors/outage-error.ts';
export { say } from './errors/say.ts';
export { UserError } from './errors/user-error.ts';
export type { NodeEvent } from './workflow/node-event.ts';

/** A picture as bytes, or the path of its file. */
export type PictureFile = string | Uint8Array;

/** What an ad may be told besides its words. Settings come from the environment, as for the command line. */
export interface GenerateOptions
  extends Omit<RequestInput, 'text' | 'photos' | 'use'>,
    Pick<AdRun, 'signal' | 'onEvent'> {}

/**
 * Makes an ad from words, or, when there is a reference picture, restyles that picture after the words, and saves
 * it.
 *
 * @throws UserError for what the caller can mend, OutageError for passing trouble, or the signal's reason
 */
export async function generateAndSaveImage(
  text: string,
  { reference, ...options }: GenerateOptions & { readonly reference?: PictureFile } = {},
): Promise<AdResult> {
  return generate(text, reference === undefined ? [] : [reference], 'restyle', options);
}

/**
 * Makes an ad of photographed products: cut out, set into a background made from the words, lettered and saved. The
 * first photo is the hero.
 *
 * @param photos 1–4
 * @throws as generateAndSaveImage
 */
export async function generateProductComposite(
  text: string,
  photos: readonly PictureFile[],
  options: GenerateOptions = {},
): Promise<AdResult> {
  return generate(text, photos, 'composite', options);
}

const opening = new SingleFlight<'app', App>();

/** Lets go of threads and processes; the next call starts them again. */
export async function close(): Promise<void> {
  await (await opening.forget('app'))?.close();
}

async function generate(
  text: string,
  files: readonly PictureFile[],
  use: 'composite' | 'restyle',
  { signal, onEvent, ...draft }: GenerateOptions,
): Promise<AdResult> {
  const app = await opening.run('app', () => openApp(loadConfig(readEnvironment()), { writingThread: true }));
  const photos = await app.photos.acceptAll(await Promise.all(files.map(readPicture)));
  const request = parseRequest(
    { ...draft, text, photos, ...defined({ use: photos.length === 0 ? undefined : use }) },
    app.presets.requestRules,
  );
  return app.maker.make(request, defined({ signal, onEvent }));
}

async function readPicture(file: PictureFile): Promise<{ name: string; bytes: Uint8Array }> {
  if (typeof file !== 'string') return { name: 'photo', bytes: file };
  return { name: file, bytes: await readPhotoFile(file) };
}
