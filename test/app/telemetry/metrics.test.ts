import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics, type Metrics } from '../../../src/app/telemetry/metrics.ts';
import { JOB_STATES } from '../../../src/jobs/job/job-state.ts';

let metrics: Metrics | undefined;
afterEach(() => metrics?.stop());

const idle = { running: 0, waiting: 0, oldest: 0 };

describe('createMetrics', () => {
  it('tells queue depth and age by lane, jobs by state, node times, failures by code and the event loop', async () => {
    metrics = createMetrics();
    const { observer } = metrics;
    metrics.watch({
      stats: async () => ({
        jobs: { ...Object.fromEntries(JOB_STATES.map((state) => [state, 0])), queued: 3 } as never,
        oldestQueued: 4500,
        undelivered: 2,
      }),
      lanes: () => ({ gpu: { running: 1, waiting: 7, oldest: 1500 }, cpu: idle, network: idle }),
      memory: () => ({
        bot: { resident: 500e6, own: 400e6 },
        engine: { resident: 2e9, own: 1e9 },
        limit: 8e9,
        free: 4e9,
      }),
    });
    observer.submitted('discord');
    observer.settled('failed', 'outage-engine', 'text-to-image', 'studio', 3);
    observer.node('Text2ImageNode', 'studio', 0.8, false);
    observer.node('Text2ImageNode', 'studio', 0, true);
    observer.nodeFailed('Text2ImageNode', 'bug');
    observer.notDelivered('slack', 'outage-slack');
    observer.refused({ scope: 'user', limit: 'hourly', max: 1, wait: 1 });
    const text = await metrics.text();
    for (const line of [
      'ad_lane_waiting{lane="gpu"} 7',
      'ad_lane_age_seconds{lane="gpu"} 1.5',
      'ad_jobs{state="queued"} 3',
      'ad_queue_age_seconds 4.5',
      'ad_messages_behind 2',
      'ad_jobs_settled_total{state="failed",code="outage-engine"} 1',
      'ad_node_seconds_sum{node="Text2ImageNode",engine="studio"} 0.8',
      'ad_node_cached_total{node="Text2ImageNode"} 1',
      'ad_node_failures_total{node="Text2ImageNode",code="bug"} 1',
      'ad_delivery_failures_total{platform="slack",code="outage-slack"} 1',
      'ad_resident_memory_bytes{process="bot"} 500000000',
      'ad_resident_memory_bytes{process="engine"} 2000000000',
      'ad_memory_limit_bytes 8000000000',
      'ad_jobs_refused_total{scope="user",limit="hourly"} 1',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toMatch(/ad_event_loop_delay_seconds\{quantile="0.99"\} \d/);
  });
});
