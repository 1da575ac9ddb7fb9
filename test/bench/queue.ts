import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRecipeReader } from '../../src/ad/parse/parse-recipe.ts';
import { describeJob } from '../../src/conversation/describe-job.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { LaneQueues } from '../../src/jobs/executor/lane-queues.ts';
import { NO_LIMITS } from '../../src/jobs/job/limits.ts';
import { Jobs } from '../../src/jobs/jobs.ts';
import { openThreadedStore } from '../../src/jobs/store/thread/threaded-store.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore } from '../../src/storage/picture-store.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { smallVocabulary } from '../conversation/command/small-vocabulary.ts';
import { watchEventLoop } from '../event-loop.ts';
import { order, request } from '../jobs/orders.ts';
import { createQuickMaker } from '../jobs/quick-maker.ts';
import { Recorder } from '../jobs/recorder.ts';
import { noObserver, silentLog } from '../jobs/silent.ts';

const JOBS = 1000;
const USERS = 50;

/** How long the GPU node of the bench works, in milliseconds. */
const NODE = 20;

/** Milliseconds over which the orders come in: each user sends twenty, one every half second. */
const RUSH = 10_000;

/**
 * A thousand jobs of fifty users with a GPU node of 20 ms: throughput beside what the lane alone can do, how long an
 * order takes until it is on the disk, how long the event loop is held, and how memory grows.
 */
export async function benchQueue(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-queue-'));
  try {
    const limit = await laneAlone();
    const outcome = await thousandJobs(folder);
    const share = (limit / outcome.milliseconds) * 100;
    log(`lane alone              ${(1000 / (limit / JOBS)).toFixed(1)} jobs/s`);
    log(
      `throughput              ${(JOBS / (outcome.milliseconds / 1000)).toFixed(1)} jobs/s, ${share.toFixed(1)} % of the lane (bound 95)`,
    );
    log(
      `submit to durable       p50 ${percentile(outcome.submits, 50).toFixed(1)} ms, p99 ${percentile(outcome.submits, 99).toFixed(1)} ms (bound 20)`,
    );
    log(
      `event loop held         p99 ${outcome.loop.p99.toFixed(1)} ms, longest ${outcome.loop.longest.toFixed(0)} ms (bound p99 50)`,
    );
    log(
      `heap after 200 and 1000 ${outcome.heaps.map((heap) => `${(heap / 2 ** 20).toFixed(1)} MB`).join(', ')}`,
    );
    log(`delivered               ${outcome.delivered} of ${JOBS}, in ${outcome.messages} messages`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that the lane needs for all the nodes, with nothing else to do. */
async function laneAlone(): Promise<number> {
  const lanes = new LaneQueues({ gpu: 1, cpu: 2, network: 4 });
  const { signal } = new AbortController();
  const some = JOBS / 10;
  const start = performance.now();
  for (let n = 0; n < some; n++) await lanes.forJob('lane', n).run('gpu', () => sleep(NODE), signal);
  return ((performance.now() - start) / some) * JOBS;
}

async function thousandJobs(folder: string) {
  const store = await openThreadedStore(join(folder, 'jobs.db'), { onDeath: () => {} });
  const pictures = createPictureStore(join(folder, 'pictures'));
  const image = await pictures.save(createRaster(16, 16), 'ad');
  const jobs = await Jobs.open({
    store,
    maker: createQuickMaker({ pictures, milliseconds: NODE, image }),
    photos: createPhotoStore(join(folder, 'photos')),
    pictures,
    lanes: new LaneQueues({ gpu: 1, cpu: 2, network: 4 }),
    concurrency: 4,
    limits: NO_LIMITS,
    describe: (job, now) => describeJob(job, now, smallVocabulary),
    isVariant: createRecipeReader(catalogue).isVariant,
    clock: Date.now,
    log: silentLog,
    observer: noObserver,
  });
  const recorder = new Recorder();
  jobs.connect(recorder);
  jobs.start();

  const heaps: number[] = [];
  const submits: number[] = [];
  const loop = watchEventLoop();
  const start = performance.now();
  const users = Array.from({ length: USERS }, (_, user) => user);
  const each = JOBS / USERS;
  await Promise.all(
    users.map(async (user) => {
      await sleep((user * RUSH) / JOBS);
      for (let n = 0; n < each; n++) {
        const since = performance.now();
        await jobs.submit(
          order({
            owner: { id: `user ${user}` },
            variants: [{ request: request({ seed: user * each + n }) }],
          }),
        );
        submits.push(performance.now() - since);
        await sleep(RUSH / each);
      }
    }),
  );
  let done = 0;
  while (done < JOBS) {
    await sleep(25);
    done = (await store.stats(Date.now())).jobs.delivered;
    if (heaps.length === 0 && done >= JOBS / 5) heaps.push(heapNow());
  }
  const milliseconds = performance.now() - start;
  const held = loop.stop();
  heaps.push(heapNow());
  await jobs.stop();
  await store.close();
  return { milliseconds, submits, loop: held, heaps, delivered: done, messages: recorder.messages.size };
}

function heapNow(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}
