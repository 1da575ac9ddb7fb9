import type { Locale } from '../ad/locale.ts';
import { localeOf } from '../ad/locale.ts';
import { errorLines } from '../errors/loggable.ts';
import { codeOf, say } from '../errors/say.ts';
import { checkWritableFolder } from '../storage/check-writable.ts';
import { createRenderPool } from '../workers/render-pool.ts';
import { adHelp } from './ad-help.ts';
import { parseAdOptions } from './ad-options.ts';
import { exitCodeOf } from './exit-code.ts';
import type { Command } from './io.ts';

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
    checkWritableFolder(options.out);
    // The threads load their part while this one loads its own, which takes as long.
    const render = createRenderPool();
    render.preload(options.photos.length > 0);
    const [{ makeAds }, { formatAsJson, formatAsText }] = await Promise.all([
      import('./make-ads.ts'),
      import('./show-ads.ts'),
    ]);
    const ads = await makeAds(options, io, render);
    io.out(json ? formatAsJson(ads, options.locale) : formatAsText(ads, options.locale));
    return 0;
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

/** The language to answer in before the arguments are understood. */
function localeFor(args: readonly string[], defaultLocale: Locale): Locale {
  const named = args[args.indexOf('--locale') + 1];
  if (args.includes('--locale') && (named === 'ko' || named === 'en')) return named;
  const words = args.filter((arg) => !arg.startsWith('-')).join(' ');
  return words === '' ? defaultLocale : localeOf(words);
}
