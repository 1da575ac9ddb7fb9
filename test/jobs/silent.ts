import type { Log } from '../../src/jobs/log.ts';
import type { JobObserver } from '../../src/jobs/observer.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const noObserver: JobObserver = {
  submitted: () => {},
  refused: () => {},
  settled: () => {},
  node: () => {},
  nodeFailed: () => {},
  delivered: () => {},
  notDelivered: () => {},
  storeError: () => {},
};
