import type { Context } from 'hono';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import type { Jobs } from '../../../jobs/jobs.ts';
import type { Log } from '../../../jobs/log.ts';
import type { PhotoStore } from '../../../storage/photo-store.ts';
import type { AdjustLinks } from '../adjust-links.ts';
import type { Benches } from '../benches.ts';
import type { Identity, Person } from '../identity.ts';
import type { NotifyParts } from '../outbound/notify.ts';
import type { Photos } from '../photos.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Signing } from '../signing.ts';
import type { VisitorAddress } from '../visitor-address.ts';

/** What it takes to answer whatever a browser asks for. */
export interface InboundContext extends NotifyParts {
  readonly conversation: Conversation;
  readonly jobs: Pick<Jobs, 'describe' | 'lookup' | 'status'>;
  readonly identity: Identity;
  readonly photos: Photos;
  /** What people have said and what nothing has been done about yet. */
  readonly inbox: PersistentMap;
  /** Photos that were kept. */
  readonly photoStore: Pick<PhotoStore, 'read'>;
  readonly limits: RateLimits;
  /** By which they are told apart who have not signed in. */
  readonly addressOf: VisitorAddress;
  readonly signing: Signing;
  /** Absent = no ad is laid out by hand. */
  readonly benches: Benches | undefined;
  readonly links: AdjustLinks;
  /** The page's scripts and styles, as they were built. */
  readonly assets: string;
  /** How the page is reached from elsewhere; undefined = as it is asked for. */
  readonly publicUrl: URL | undefined;
  readonly log: Log;
}

/** What a handler is given: what was asked, by whom, and what it takes to answer. */
export interface Received {
  readonly c: Context;
  readonly person: Person;
  readonly context: InboundContext;
}

/** The same with a form that was sent, which is this person's own. */
export interface Submitted extends Received {
  readonly form: URLSearchParams;
}
