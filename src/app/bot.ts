import { hostname, totalmem } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import type { OpenBench } from '../ad/adjustment.ts';
import { createRecipeReader } from '../ad/parse/parse-recipe.ts';
import { defined } from '../collections/defined.ts';
import type { IntentOf, PagesOf } from '../conversation/command/define-command.ts';
import type { Vocabulary } from '../conversation/command/vocabulary.ts';
import { Conversation } from '../conversation/conversation.ts';
import { describeJob } from '../conversation/describe-job.ts';
import { mapsInFolder, mapsInStore } from '../conversation/open-map.ts';
import { warmUp } from '../conversation/warm-up.ts';
import { LaneQueues } from '../jobs/executor/lane-queues.ts';
import type { JobMaker } from '../jobs/executor/maker.ts';
import type { Limits } from '../jobs/job/limits.ts';
import { Jobs } from '../jobs/jobs.ts';
import { openStore, storePlace, takeStoreLock } from '../jobs/store/open-store.ts';
import { withTimeout } from '../resilience/with-timeout.ts';
import type { PhotoStore } from '../storage/photo-store.ts';
import { type PictureStore, removeTemporaryFiles } from '../storage/picture-store.ts';
import { catalogue } from '../studio/catalogue.ts';
import type { Config } from './config/config.ts';
import { opensTerminal, platformsWithPage, startAdapters } from './start-adapters.ts';
import { type HealthServer, startHealthServer } from './telemetry/health-server.ts';
import { createLog, type FileLog } from './telemetry/log.ts';
import { type MemoryReading, readMemory } from './telemetry/memory.ts';
import { MemoryWatch } from './telemetry/memory-watch.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';

/** What a bot is made of besides its settings. */
export interface BotParts {
  readonly config: Config;
  readonly maker: JobMaker;
  /** Names of the engines that it has. */
  readonly engines: readonly string[];
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  /** Opens a finished ad to be laid out by hand; absent = nothing is. */
  readonly openBench?: OpenBench;
  readonly pagesOf: PagesOf;
  readonly intentOf: IntentOf;
  readonly vocabulary: Vocabulary;
  /** Threads of the render pool: so many nodes of the cpu lane run at once. */
  readonly threads: number;
  /** From openBotLog. */
  readonly log: FileLog;
  /** The process that runs the maker's models, while there is one. */
  readonly enginePids?: () => readonly number[];
  /** Gives back what memory the maker can give back. */
  readonly releaseMemory?: () => void;
  /** Lets go of what the maker works with. */
  close(): Promise<void>;
  /** For the terminal's chat. */
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Bot {
  /** Resolves when nobody is there to talk with any more, rejects when the bot cannot go on. */
  readonly ended: Promise<void>;
  /** Undefined where the port was taken. */
  readonly healthPort: number | undefined;
  /** Ends or parks what is under way and lets go of everything, within ten seconds. */
  stop(): Promise<void>;
}

/** Where the bot logs: to standard output, but into a file where that belongs to the chat. */
export function openBotLog(config: Config, input: Pick<BotParts['input'], 'isTTY'>): FileLog {
  const file = opensTerminal(config, input) ? join(config.DATA_DIR, 'bot.log') : undefined;
  return createLog(config.LOG_LEVEL, file);
}

/** How long the maker's threads are waited for at the very end, in milliseconds. */
const CLOSE_TIMEOUT = 500;

/** Nodes that wait for the network at once. */
const NETWORK_CONCURRENCY = 4;

/**
 * Starts the bot: with a platform's tokens its adapter, with none a chat in the terminal.
 *
 * @throws UserError `already-running`, `database-in-use`; OutageError where data folder or database cannot be used
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { config, photos, pictures, maker, log } = parts;
  const failure = failureOf(log);
  const place = storePlace(config.DATA_DIR, config.DATABASE_URL);
  const lock = await takeStoreLock(place, failure.fail);
  const store = await openStore(place, { onDeath: failure.fail, lease: config.LEASE_SECONDS * 1000 });
  if (store.damagedFile !== undefined)
    log.error({ file: store.damagedFile }, 'the database was damaged and has been set aside');
  const removed = await removeTemporaryFiles(config.DATA_DIR);
  if (removed > 0) log.info({ files: removed }, 'removed files that were left half-written');

  const adjustsOn = parts.openBench === undefined ? [] : platformsWithPage(config);
  const metrics = createMetrics();
  const lanes = new LaneQueues({ gpu: 1, cpu: parts.threads, network: NETWORK_CONCURRENCY });
  const jobs = await Jobs.open({
    store,
    maker,
    photos,
    pictures,
    lanes,
    concurrency: config.JOBS_AT_ONCE,
    limits: limitsOf(config),
    describe: (job, now) => describeJob(job, now, parts.vocabulary, adjustsOn),
    isVariant: createRecipeReader(catalogue).isVariant,
    announcement: {
      name: hostname(),
      engines: parts.engines,
      atOnce: config.JOBS_AT_ONCE,
      memory: totalmem(),
    },
    clock: Date.now,
    log,
    observer: metrics.observer,
  });
  const memory = (): MemoryReading => readMemory(parts.enginePids?.() ?? []);
  metrics.watch({ stats: () => jobs.stats(), lanes: () => lanes.load(), memory });
  const memoryWatch = new MemoryWatch({
    read: memory,
    releaseMemory: () => parts.releaseMemory?.(),
    clock: () => performance.now(),
    log,
  });
  const conversation = new Conversation({
    jobs,
    commands,
    vocabulary: parts.vocabulary,
    pagesOf: parts.pagesOf,
    intentOf: parts.intentOf,
    variantsBy: config.VARIANTS_BY,
    unlimitedRoles: config.UNLIMITED_ROLES,
    log,
  });

  warmUp(parts.vocabulary);
  const { input, output, environment } = parts;
  const adapters = await startAdapters({
    config,
    conversation,
    jobs,
    log,
    mapsOf: (adapter) =>
      store.entries === undefined
        ? mapsInFolder(join(config.DATA_DIR, adapter))
        : mapsInStore(store.entries, adapter),
    photos,
    ...defined({ openBench: parts.openBench }),
    damagedFile: store.damagedFile,
    input,
    output,
    environment,
  });
  jobs.start();
  memoryWatch.start();
  let stopping = false;
  const health = await startHealth(config, { jobs, metrics, log }, () =>
    [stopping ? 'stopping' : undefined, ...adapters.map((adapter) => adapter.notReadyReason())].filter(
      (reason) => reason !== undefined,
    ),
  );
  log.info({ port: health?.port ?? 0 }, 'ready');

  return {
    ended: Promise.race([failure.occurred, ...adapters.map((adapter) => adapter.ended)]),
    healthPort: health?.port,
    async stop() {
      if (stopping) return;
      stopping = true;
      log.info({}, 'stopping');
      await Promise.allSettled(adapters.map((adapter) => adapter.close()));
      await jobs.stop();
      await Promise.allSettled(adapters.map((adapter) => adapter.finish()));
      await health?.close();
      memoryWatch.stop();
      metrics.stop();
      await store.close();
      // A thread in the middle of a picture ends with the process; nothing of it is wanted any more.
      await withTimeout(CLOSE_TIMEOUT, parts.close());
      lock.release();
      log.info({}, 'stopped');
      log.flush();
    },
  };
}

async function startHealth(
  config: Config,
  { jobs, metrics, log }: { readonly jobs: Jobs; readonly metrics: Metrics; readonly log: FileLog },
  reasons: () => readonly string[],
): Promise<HealthServer | undefined> {
  try {
    return await startHealthServer(config.HEALTH_PORT, {
      alive: () => true,
      async notReadyReasons() {
        const readable = await jobs.stats().then(
          () => true,
          () => false,
        );
        return readable ? reasons() : ['the jobs cannot be read', ...reasons()];
      },
      metrics: async () => ({ text: await metrics.text(), contentType: metrics.contentType }),
    });
  } catch (error) {
    // A second bot on this machine, as a rule; being watched is not worth more than working.
    log.warn({ port: config.HEALTH_PORT }, 'health and metrics are not served: the port is in use', error);
    return undefined;
  }
}

function failureOf(log: FileLog): { readonly occurred: Promise<never>; fail(error: Error): void } {
  let fail: (error: Error) => void = () => {};
  const occurred = new Promise<never>((_resolve, reject) => {
    fail = (error) => {
      log.error({}, 'the store has stopped', error);
      reject(error);
    };
  });
  // Whoever waits for the bot's end is told; before that nobody may be waiting yet.
  occurred.catch(() => {});
  return { occurred, fail };
}

function limitsOf(config: Config): Limits {
  return {
    user: {
      open: config.LIMIT_USER_OPEN,
      hourly: config.LIMIT_USER_HOURLY,
      daily: config.LIMIT_USER_DAILY,
    },
    workspace: {
      open: config.LIMIT_WORKSPACE_OPEN,
      hourly: config.LIMIT_WORKSPACE_HOURLY,
      daily: config.LIMIT_WORKSPACE_DAILY,
    },
  };
}
