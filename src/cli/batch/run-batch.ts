import { dirname, isAbsolute, join } from 'node:path';
import type { Locale } from '../../ad/locale.ts';
import { defined } from '../../collections/defined.ts';
import { codeOf, say } from '../../errors/say.ts';
import { UserError } from '../../errors/user-error.ts';
import { shorten } from '../../text/shorten.ts';
import { createRenderPool } from '../../workers/render-pool.ts';
import { adOptions, type WrittenOptions } from '../ad-options.ts';
import { type AdSession, openAdSession } from '../ad-session.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { ExitCode, Io } from '../io.ts';
import { adsAsJson, formatAsText } from '../show-ads.ts';
import { draftAsText, showDraft } from '../show-draft.ts';
import { batchSummary, type Counts } from './batch-summary.ts';
import { type BatchRow, parseBatch } from './parse-batch.ts';
import { pictureName } from './picture-name.ts';
import { readBatchText } from './read-batch.ts';

/** What holds for all requests of a file. */
export interface Batch {
  readonly file: string;
  /** Options for every request; those of its own row come first. */
  readonly shared: WrittenOptions;
  readonly dryRun: boolean;
  /** Folder for the pictures. */
  readonly out: string;
  readonly json: boolean;
  /** Language of what is said about the whole. */
  readonly locale: Locale;
}

/** Letters of a request that are shown where it is about its row. */
const MAX_SHOWN = 40;

/**
 * Makes the ads of a file of requests, one after the other in one warm process. A row that is wrong is told by its line,
 * and the others are made.
 *
 * @returns 0 all are made, 1 trouble on our side, 2 a row is somebody's mistake, 130 stopped
 * @throws UserError `batch-…` where no row can be read; what opening the product throws
 */
export async function runBatch(batch: Batch, io: Io): Promise<ExitCode> {
  const rows = parseBatch(await readBatchText(batch.file));
  if (rows.length === 0) throw new UserError('batch-empty', { file: batch.file });
  const render = createRenderPool();
  if (!batch.dryRun) render.preload(true);
  const session = await openAdSession(batch.out, io, render);
  const started = performance.now();
  const wrong: number[] = [];
  const failed: number[] = [];
  let done = 0;
  let stopped = false;
  try {
    for (const [index, row] of rows.entries()) {
      const code = await runRow(row, `[${index + 1}/${rows.length}] `, batch, session, io);
      stopped = code === 130;
      if (stopped) break;
      if (code === 0) done++;
      else (code === 2 ? wrong : failed).push(row.line);
    }
  } finally {
    await session.close();
  }
  const counts: Counts = {
    all: rows.length,
    done,
    wrong,
    failed,
    stopped,
    milliseconds: performance.now() - started,
  };
  io.err(batchSummary(counts, batch.dryRun, batch.locale));
  if (stopped) return 130;
  return failed.length > 0 ? 1 : wrong.length > 0 ? 2 : 0;
}

async function runRow(
  row: BatchRow,
  prefix: string,
  batch: Batch,
  session: AdSession,
  io: Io,
): Promise<ExitCode> {
  const { line, text } = row;
  const { json, locale } = batch;
  const started = performance.now();
  try {
    io.signal.throwIfAborted();
    const own = withPaths(row.options(), dirname(batch.file));
    const options = adOptions({ ...batch.shared, ...own }, text, io.config.LOCALE);
    if (batch.dryRun) {
      if (io.tty) io.draw(`${prefix}${shorten(text, MAX_SHOWN)}`);
      const draft = showDraft(text, await session.draft(options));
      io.out(json ? JSON.stringify(draft) : `${draftAsText(draft, options.locale)}\n`);
      return 0;
    }
    const ads = await session.make(options, { name: pictureName(line, text), prefix });
    io.out(
      json
        ? JSON.stringify({ ok: true, line, text, ...adsAsJson(ads, options.locale) })
        : `${formatAsText(ads, options.locale)}\n`,
    );
    io.err(`${prefix}${shorten(text, MAX_SHOWN)} (${Math.round(performance.now() - started)} ms)`);
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === 130) return code;
    const message = say(error, locale);
    if (json) io.out(JSON.stringify({ ok: false, text, line, error: { code: codeOf(error), message } }));
    io.err(locale === 'ko' ? `${line}행: ${message}` : `line ${line}: ${message}`);
    return code;
  }
}

/** Photos and menus of a row lie where its file lies. */
function withPaths(own: WrittenOptions, folder: string): WrittenOptions {
  const from = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return { ...own, ...defined({ photo: own.photo?.map(from), menu: own.menu && from(own.menu) }) };
}
