import type { AdRequest } from '../../src/ad/request.ts';
import type { NewJob, Place } from '../../src/jobs/job/job.ts';

export const place: Place = { platform: 'terminal', workspace: 'shop', channel: 'counter' };

export function request(change: Partial<AdRequest> = {}): AdRequest {
  return {
    text: '카페 신메뉴 딸기라떼',
    locale: 'ko',
    photos: [],
    use: 'composite',
    strength: 0.6,
    copy: {},
    lettering: true,
    format: '1:1',
    seed: 7,
    engine: 'auto',
    ...change,
  };
}

let serial = 0;

/** A new order of one picture, with a key of its own. */
export function newJob(change: Partial<NewJob> = {}): NewJob {
  return {
    key: `test:${++serial}`,
    owner: { id: 'minji', name: '민지' },
    place,
    locale: 'ko',
    variants: [{ request: request() }],
    workflow: 'text-to-image',
    engine: 'quick',
    replyTo: { address: '{}' },
    ...change,
  };
}

/** The same order as someone gives it. */
export function order(change: Partial<NewJob> & { unlimited?: boolean } = {}) {
  const { workflow, engine, ...asked } = newJob(change);
  return { unlimited: true, ...asked };
}
