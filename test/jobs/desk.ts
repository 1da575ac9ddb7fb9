import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRecipeReader } from '../../src/ad/parse/parse-recipe.ts';
import { defined } from '../../src/collections/defined.ts';
import { LaneQueues } from '../../src/jobs/executor/lane-queues.ts';
import type { Job } from '../../src/jobs/job/job.ts';
import { NO_LIMITS } from '../../src/jobs/job/limits.ts';
import type { DescribeJob } from '../../src/jobs/job-status.ts';
import { Jobs, type JobsParts } from '../../src/jobs/jobs.ts';
import { openInlineStore } from '../../src/jobs/store/inline-store.ts';
import type { JobStore } from '../../src/jobs/store/job-store.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore, type PictureStore } from '../../src/storage/picture-store.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { createQuickMaker, type QuickMakerOptions } from './quick-maker.ts';
import { plainReply, Recorder } from './recorder.ts';
import { noObserver, silentLog } from './silent.ts';

export interface Desk {
  readonly folder: string;
  readonly jobs: Jobs;
  readonly store: JobStore;
  readonly recorder: Recorder;
  readonly pictures: PictureStore;
  /** Resolves when the job is as wished. */
  until(id: string, wish: (job: Job) => boolean): Promise<Job>;
  /** Stops as the operating system would: nothing is written down any more. */
  kill(): Promise<void>;
}

export interface DeskOptions extends Partial<Omit<QuickMakerOptions, 'pictures'>> {
  readonly folder?: string;
  readonly parts?: Partial<JobsParts>;
  readonly recorder?: Recorder;
}

const describeJob: DescribeJob = (job, { queuePosition, progress }) =>
  plainReply({
    stage: job.removed
      ? 'removed'
      : progress
        ? 'running'
        : job.state === 'made' || job.state === 'delivered'
          ? 'done'
          : job.state,
    job: job.id,
    title: `${job.state} ${queuePosition?.position ?? ''}`.trim(),
    ...defined({
      text: job.error?.text.ko,
      progress: progress === undefined ? undefined : { fraction: progress.fraction },
    }),
    pictures: job.pictures.map(({ result, variant }) => ({
      ...result.image,
      name: `${job.id}.${variant + 1}`,
      alt: '',
    })),
  });

/** The whole of jobs with a quick maker and a platform in memory. */
export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'jobs-')));
  const store = openInlineStore(join(folder, 'jobs.db'));
  const pictures = createPictureStore(join(folder, 'pictures'));
  let dead = false;
  const guarded: JobStore = new Proxy(store, {
    get(target, name: keyof JobStore) {
      return dead ? () => new Promise(() => {}) : target[name];
    },
  });
  const jobs = await Jobs.open({
    store: guarded,
    maker: createQuickMaker({ ...options, pictures: options.parts?.pictures ?? pictures }),
    photos: createPhotoStore(join(folder, 'photos')),
    pictures,
    lanes: new LaneQueues({ gpu: 1, cpu: 2, network: 4 }),
    concurrency: 3,
    limits: NO_LIMITS,
    grace: { nodes: 300, messages: 1000 },
    describe: describeJob,
    isVariant: createRecipeReader(catalogue).isVariant,
    clock: Date.now,
    log: silentLog,
    observer: noObserver,
    ...options.parts,
  });
  const recorder = options.recorder ?? new Recorder();
  jobs.connect(recorder);
  jobs.start();
  return {
    folder,
    jobs,
    store,
    recorder,
    pictures,
    async until(id, wish) {
      for (;;) {
        const job = await jobs.lookup.job(id);
        if (wish(job)) return job;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async kill() {
      dead = true;
      recorder.before = () => new Promise(() => {});
      await store.close();
    },
  };
}

export async function closeDesk(desk: Desk | undefined): Promise<void> {
  if (desk === undefined) return;
  await desk.jobs.stop();
  await desk.store.close();
  await rm(desk.folder, { recursive: true, force: true });
}
