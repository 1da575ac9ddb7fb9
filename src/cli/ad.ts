import type { Locale } from '../ad/locale.ts';
import { localeOf } from '../ad/locale.ts';
import { errorLines } from '../errors/loggable.ts';
import { codeOf, say } from '../errors/say.ts';
import { UserError } from '../errors/user-error.ts';
import { checkWritableFolder } from '../storage/check-writable.ts';
import { shorten } from '../text/shorten.ts';
import { createRenderPool } from '../workers/render-pool.ts';
import { adHelp } from './ad-help.ts';
import { type AdOptions, adOptions, readAdArguments } from './ad-options.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Command, ExitCode, Io } from './io.ts';

/** In place of a family or a place: shows all of them. */
const LIST = 'list';

/** `npm run ad`: makes ads and tells where they are and why they look as they do. */
export const ad: Command = async (args, io) => {
  const json = args.includes('--json');
  const locale = localeFor(args, io.config.LOCALE);
  try {
    const { written, text } = readAdArguments(args);
    const options = adOptions(written, text, io.config.LOCALE);
    if (options.help) {
      io.out(adHelp(options.locale));
      return 0;
    }
    if (options.input.family === LIST) {
      const { listFamilies } = await import('./list-families.ts');
      io.out(await listFamilies(options.locale));
      return 0;
    }
    if (options.places.includes(LIST)) {
      const { listPlaces } = await import('./list-places.ts');
      io.out(await listPlaces(options.locale));
      return 0;
    }
    if (options.batch !== undefined && options.recipe !== undefined) {
      throw new UserError('batch-alone', { option: '--recipe' });
    }
    if (options.batch !== undefined && text !== '')
      throw new UserError('batch-alone', { option: shorten(text, 40) });
    if (!options.dryRun) checkWritableFolder(options.out);
    if (options.batch === undefined) return await runOne(options, text, io);
    const { runBatch } = await import('./batch/run-batch.ts');
    return await runBatch({ ...options, file: options.batch, shared: written, locale }, io);
  } catch (error) {
    const message = say(error, locale);
    if (json) io.out(JSON.stringify({ ok: false, error: { code: codeOf(error), message } }));
    else io.err(message);
    if (codeOf(error) === 'bug' && io.config.LOG_LEVEL === 'debug') {
      io.err(errorLines(error, true));
    }
    return exitCodeOf(error);
  }
};

async function runOne(options: AdOptions, text: string, io: Io): Promise<ExitCode> {
  // The threads load their part while this one loads its own, which takes as long.
  const render = createRenderPool();
  if (!options.dryRun) render.preload(options.photos.length > 0);
  const [{ openAdSession }, { adsAsJson, formatAsText }, { draftAsText, showDraft }] = await Promise.all([
    import('./ad-session.ts'),
    import('./show-ads.ts'),
    import('./show-draft.ts'),
  ]);
  const { json, locale } = options;
  const session = await openAdSession(options.out, io, render);
  try {
    if (options.dryRun) {
      const draft = showDraft(text, await session.draft(options));
      io.out(json ? JSON.stringify(draft) : draftAsText(draft, locale));
    } else {
      const ads = await session.make(options);
      io.out(json ? JSON.stringify({ ok: true, ...adsAsJson(ads, locale) }) : formatAsText(ads, locale));
    }
  } finally {
    await session.close();
  }
  return 0;
}

/** The language to answer in before the arguments are understood. */
function localeFor(args: readonly string[], defaultLocale: Locale): Locale {
  const named = args[args.indexOf('--locale') + 1];
  if (args.includes('--locale') && (named === 'ko' || named === 'en')) return named;
  // Of a file of requests nothing has been read yet.
  if (args.some((arg) => /^--batch(?:=|$)/.test(arg))) return defaultLocale;
  const words = args.filter((arg) => !arg.startsWith('-')).join(' ');
  return words === '' ? defaultLocale : localeOf(words);
}
