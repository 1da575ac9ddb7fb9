import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { LaneLoad } from '../../jobs/executor/lane-queues.ts';
import type { JobObserver } from '../../jobs/observer.ts';
import type { StoreStats } from '../../jobs/store/job-store.ts';
import type { MemoryReading } from './memory.ts';

/** What is looked up when the metrics are asked for. */
interface MetricSources {
  stats(): Promise<StoreStats>;
  lanes(): Readonly<Record<string, LaneLoad>>;
  memory(): MemoryReading;
}

export interface Metrics {
  readonly observer: JobObserver;
  /** From now on depths and ages are reported too. */
  watch(sources: MetricSources): void;
  /** All of it in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
  stop(): void;
}

/** Seconds, from a text layout to a long diffusion. */
const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers });

  const submitted = counter('ad_jobs_submitted_total', 'Jobs submitted', ['platform']);
  const refused = counter('ad_jobs_refused_total', 'Requests refused by a limit', ['scope', 'limit']);
  const settled = counter('ad_jobs_settled_total', 'Jobs that ended, by state and error code', [
    'state',
    'code',
  ]);
  const making = histogram('ad_job_seconds', 'Time a job takes, from its start to its end', [
    'state',
    'workflow',
    'engine',
  ]);
  const nodes = histogram('ad_node_seconds', 'Time a node takes, without waiting for its lane', [
    'node',
    'engine',
  ]);
  const cached = counter('ad_node_cached_total', 'Node results served from the cache', ['node']);
  const nodeFailures = counter('ad_node_failures_total', 'Failed nodes, by error code', ['node', 'code']);
  const delivered = counter('ad_deliveries_total', 'Final messages delivered', ['platform']);
  const notDelivered = counter('ad_delivery_failures_total', 'Failed delivery attempts', [
    'platform',
    'code',
  ]);
  const storeTrouble = counter('ad_store_trouble_total', 'Failed calls to the store, which are retried', []);

  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  new Gauge({
    name: 'ad_event_loop_delay_seconds',
    help: 'Event loop delay of the main thread since the last scrape',
    labelNames: ['quantile'],
    registers,
    collect() {
      for (const quantile of [50, 99, 100])
        this.set({ quantile: quantile / 100 }, loop.percentile(quantile) / 1e9);
      loop.reset();
    },
  });

  return {
    observer: {
      submitted: (platform) => submitted.inc({ platform }),
      refused: ({ scope, limit }) => refused.inc({ scope, limit }),
      settled: (state, code = 'none', workflow, engine, seconds) => {
        settled.inc({ state, code });
        making.observe({ state, workflow, engine }, seconds);
      },
      node: (node, engine, seconds, fromCache) => {
        if (fromCache) cached.inc({ node });
        else nodes.observe({ node, engine }, seconds);
      },
      nodeFailed: (node, code) => nodeFailures.inc({ node, code }),
      delivered: (platform) => delivered.inc({ platform }),
      notDelivered: (platform, code) => notDelivered.inc({ platform, code }),
      storeError: () => storeTrouble.inc(),
    },
    watch: (sources) => watch(registers, sources),
    text: () => registry.metrics(),
    contentType: registry.contentType,
    stop() {
      loop.disable();
      registry.clear();
    },
  };
}

function watch(registers: Registry[], { stats, lanes, memory }: MetricSources): void {
  new Gauge({
    name: 'ad_resident_memory_bytes',
    help: 'Resident memory, by process',
    labelNames: ['process'],
    registers,
    collect() {
      const { bot, engine } = memory();
      this.set({ process: 'bot' }, bot.resident);
      this.set({ process: 'engine' }, engine?.resident ?? 0);
    },
  });
  new Gauge({
    name: 'ad_memory_limit_bytes',
    help: 'Memory limit of the container, or memory of the machine',
    registers,
    collect() {
      this.set(memory().limit);
    },
  });
  const fromStats = (name: string, help: string, value: (stats: StoreStats) => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(value(await stats()));
      },
    });
  fromStats('ad_queue_age_seconds', 'Age of the oldest queued job', (now) => now.oldestQueued / 1000);
  fromStats(
    'ad_messages_behind',
    'Messages still to be brought up to date with their jobs',
    (now) => now.undelivered,
  );
  new Gauge({
    name: 'ad_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers,
    async collect() {
      for (const [state, count] of Object.entries((await stats()).jobs)) this.set({ state }, count);
    },
  });
  const lane = (name: string, help: string, value: (load: LaneLoad) => number): Gauge<'lane'> =>
    new Gauge({
      name,
      help,
      labelNames: ['lane'],
      registers,
      collect() {
        for (const [of, load] of Object.entries(lanes())) this.set({ lane: of }, value(load));
      },
    });
  lane('ad_lane_waiting', 'Nodes waiting, by lane', ({ waiting }) => waiting);
  lane('ad_lane_running', 'Nodes running, by lane', ({ running }) => running);
  lane('ad_lane_age_seconds', 'Age of the oldest waiting node, by lane', (load) => load.oldest / 1000);
}
