import { join } from 'node:path';
import type { Locale } from '../ad/locale.ts';
import { openFileHome } from '../app/file-home.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { Job } from '../jobs/job/job.ts';
import { JOB_STATES, type JobState } from '../jobs/job/job-state.ts';
import { DAY, HOUR } from '../jobs/job/limits.ts';
import type { BotLock } from '../jobs/store/bot-lock.ts';
import type { JobStore } from '../jobs/store/job-store.ts';
import { openCommandStore, storePlace, takeStoreLock } from '../jobs/store/open-store.ts';
import { StoredFiles } from '../jobs/stored-files.ts';
import { createPhotoStore } from '../storage/photo-store.ts';
import { createPictureStore } from '../storage/picture-store.ts';
import { shorten } from '../text/shorten.ts';
import { erasePerson } from './erase-person.ts';
import type { ExitCode, Io } from './io.ts';
import { HELP } from './jobs-help.ts';
import { migrateStore } from './migrate-store.ts';
import { parseArguments } from './parse-arguments.ts';
import { parseNumber } from './parse-number.ts';

/** Most jobs in one list. */
const MAX_LISTED = 10_000;

/** No job is older than a hundred years. */
const MAX_AGE = 36_500 * DAY;

/** UTF-16 units of a person's name in a line. */
const MAX_NAME = 60;

/** How many jobs are forgotten in one transaction: a bot beside this process has to write too. */
const PRUNE_STEP = 200;

/** `npm run jobs`: works beside a running bot, which sees every change within a second. */
export async function jobs(args: readonly string[], io: Io): Promise<ExitCode> {
  const locale = io.config.LOCALE;
  const { values, positionals } = parsed(args);
  const [command = 'help', name] = positionals;
  if (values.help === true || command === 'help') {
    io.out(HELP[locale]);
    return 0;
  }
  if (command === 'migrate') return migrateStore(values.to, io);
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined)
    throw new UserError('command-unknown', { name: command, known: [...Object.keys(COMMANDS), 'migrate'] });
  const store = await openCommandStore(storePlace(io.config.DATA_DIR, io.config.DATABASE_URL));
  try {
    if (store.damagedFile !== undefined) io.err(`! ${store.damagedFile}`);
    await run({ store, io, locale, name, values });
    return 0;
  } finally {
    await store.close();
  }
}

interface Call {
  readonly store: JobStore;
  readonly io: Io;
  readonly locale: Locale;
  /** What stands after the command. */
  readonly name: string | undefined;
  readonly values: ReturnType<typeof parsed>['values'];
}

const COMMANDS: Readonly<Record<string, (call: Call) => Promise<void>>> = {
  async list({ store, io, locale, values }) {
    const states = values.state === undefined ? undefined : [readState(values.state)];
    const found = await store.history({
      limit: parseNumber('--limit', values.limit ?? values.most ?? '50', {
        min: 1,
        max: MAX_LISTED,
        integer: true,
      }),
      ...defined({ states }),
    });
    if (values.json === true) return io.out(JSON.stringify(found.map(summaryOf), null, 2));
    for (const job of found) io.out(lineOf(job, locale));
  },
  async show({ store, io, locale, name, values }) {
    const job = await jobNamed(store, name);
    if (values.json === true) return io.out(JSON.stringify(asJson(job), null, 2));
    io.out(lineOf(job, locale));
    for (const [key, value] of Object.entries(summaryOf(job))) io.out(`  ${key}: ${JSON.stringify(value)}`);
    for (const { variant, result } of job.pictures) io.out(`  ${variant + 1}: ${result.image.path}`);
  },
  async retry({ store, io, locale, name }) {
    const job = await jobNamed(store, name);
    if (!(await store.retry(job.id)))
      throw new UserError('job-not-failed', { job: job.id, state: job.state });
    io.out({ ko: `${job.id}: 다시 대기열에 넣었어요.`, en: `${job.id} is back in the queue.` }[locale]);
  },
  async cancel({ store, io, locale, name }) {
    const job = await jobNamed(store, name);
    const outcome = await store.cancel(job.id);
    if (outcome === 'too-late') throw new UserError('job-over', { job: job.id });
    const outcomes = {
      cancelled: { ko: '취소했어요.', en: 'cancelled' },
      stopping: { ko: '다음 단계에서 멈춰요.', en: 'will stop at its next step' },
    };
    io.out(`${job.id}: ${outcomes[outcome][locale]}`);
  },
  async prune({ store, io, locale, values }) {
    const before = Date.now() - readAge(values.older);
    let pruned = 0;
    for (let step = PRUNE_STEP; step === PRUNE_STEP; pruned += step)
      step = await store.prune(before, PRUNE_STEP);
    const files = await sweep(store, io);
    io.out(
      {
        ko: `작업 ${pruned}개, 파일 ${files}개를 지웠어요.`,
        en: `${pruned} jobs and ${files} files removed.`,
      }[locale],
    );
  },
  async erase({ store, io, values }) {
    if (values.person === undefined) throw new UserError('option-missing', { option: '--person' });
    await erasePerson(values.person, store, io, () => sweep(store, io));
  },
};

/** A running bot removes the files itself, since it alone knows which are just coming into use. */
async function sweep(store: JobStore, io: Io): Promise<number> {
  const folder = io.config.DATA_DIR;
  let lock: BotLock;
  try {
    lock = await takeStoreLock(storePlace(folder, io.config.DATABASE_URL), () => {});
  } catch {
    return 0;
  }
  try {
    const home = await openFileHome(io.config);
    const photos = createPhotoStore(join(folder, 'photos'), undefined, home);
    const pictures = createPictureStore(join(folder, 'pictures'), 'owner', home);
    return await new StoredFiles(store, photos, pictures).sweep();
  } finally {
    lock.release();
  }
}

async function jobNamed(store: JobStore, name: string | undefined): Promise<Job> {
  if (name === undefined) throw new UserError('option-missing', { option: 'ID' });
  const job = await store.job(name.toLowerCase());
  if (job === undefined) throw new UserError('job-unknown', { name });
  return job;
}

function lineOf(job: Job, locale: Locale): string {
  const { place, owner, error } = job;
  const when = new Date(job.createdAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const who = `${place.platform}/${shorten(owner.name ?? owner.id, MAX_NAME)}`;
  const why = error === undefined ? '' : `  ${error.code}: ${error.text[locale]}`;
  return [job.id, job.state.padEnd(9), when, who, job.workflow, job.engine].join('  ') + why;
}

/** A job under the names that scripts know its fields by. */
function asJson({ variants, pictures, error, ...job }: Job): Readonly<Record<string, unknown>> {
  return {
    ...job,
    takes: variants,
    pictures: pictures.map(({ variant, result }) => ({ take: variant, result })),
    error: error && { code: error.code, said: error.text },
  };
}

/** A job without what people wrote: for `show` and scripts. */
function summaryOf(job: Job): Readonly<Record<string, unknown>> {
  const { id, state, place, owner, workflow, engine, parent, variation, attempts, crashes, restarts } = job;
  const times = { createdAt: job.createdAt, madeAt: job.madeAt, answeredAt: job.answeredAt };
  const more = {
    takes: job.variants.length,
    pictures: job.pictures.length,
    error: job.error?.code,
    removed: job.removed,
  };
  return {
    id,
    state,
    place,
    owner,
    workflow,
    engine,
    parent,
    variation,
    attempts,
    crashes,
    restarts,
    ...times,
    ...more,
  };
}

function parsed(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      state: { type: 'string' },
      limit: { type: 'string' },
      /** What `limit` was called at first. */
      most: { type: 'string' },
      older: { type: 'string' },
      person: { type: 'string' },
      to: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function readState(text: string): JobState {
  const state = JOB_STATES.find((known) => known === text);
  if (state === undefined)
    throw new UserError('option-value', { option: '--state', value: text, expected: JOB_STATES.join(', ') });
  return state;
}

/** `30d`, `12h`, `4w` in milliseconds. */
function readAge(text: string | undefined): number {
  if (text === undefined) throw new UserError('option-missing', { option: '--older' });
  const [, count, unit] = /^(\d+)([hdw])$/.exec(text) ?? [];
  const age = Number(count) * { h: HOUR, d: DAY, w: 7 * DAY }[(unit ?? 'h') as 'h' | 'd' | 'w'];
  if (age <= MAX_AGE) return age;
  throw new UserError('option-value', {
    option: '--older',
    value: text.slice(0, 40),
    expected: '0h–36500d: 12h, 30d, 4w',
  });
}
