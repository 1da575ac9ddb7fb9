import { join } from 'node:path';
import type { OpenBench } from '../../ad/adjustment.ts';
import type { Locale } from '../../ad/locale.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { OpenMap } from '../../conversation/open-map.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Log } from '../../jobs/log.ts';
import type { PhotoStore } from '../../storage/photo-store.ts';
import { AdjustLinks } from './adjust-links.ts';
import { Benches } from './benches.ts';
import { createConnection } from './connection.ts';
import { Identity } from './identity.ts';
import type { InboundContext } from './inbound/context.ts';
import { createListeners } from './inbound/listeners.ts';
import { resumeMessages } from './inbound/messages.ts';
import { webDelivery } from './outbound/delivery.ts';
import { Streams } from './outbound/streams.ts';
import { Photos } from './photos.ts';
import { RateLimits } from './rate-limits.ts';
import { Signing } from './signing.ts';
import { Transcripts } from './transcript.ts';
import { visitorAddress } from './visitor-address.ts';

export interface WebParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
  readonly userHeader: string | undefined;
  /** How it is reached from elsewhere, as by a reverse proxy. */
  readonly publicUrl: URL | undefined;
  /** Addresses and networks of reverse proxies, which say whom they speak for. */
  readonly proxies: readonly string[];
  /** Where people's conversations and the key of their cookies are kept. */
  readonly folder: string;
  readonly openMap: OpenMap;
  readonly photos: Pick<PhotoStore, 'read'>;
  /** Absent = no ad is laid out by hand. */
  readonly openBench?: OpenBench | undefined;
  /** Where the build has left the page's scripts. */
  readonly assets: string;
  readonly locale: Locale;
  readonly log: Log;
}

export interface WebAdapter {
  /** Never: people come and go. */
  readonly ended: Promise<void>;
  /** Where it is. */
  readonly url: string;
  /** The port that it listens on. */
  readonly port: number;
  close(): Promise<void>;
  finish(): Promise<void>;
  notReadyReason(): string | undefined;
}

/** Photos that were sent and wait for their words. */
const MAX_PHOTOS = 10_000;

/** Links to lay an ad out by hand that are remembered. */
const MAX_LINKS = 5_000;

/** Requests that a former process was at. */
const MAX_PENDING = 10_000;

/** The bot on a page of its own. @throws UserError `web-port`; OutageError `disk` */
export async function startWeb(parts: WebParts): Promise<WebAdapter> {
  const { conversation, jobs, folder, host, password, userHeader, publicUrl, locale, log } = parts;
  const [signing, waiting, invited, inbox] = await Promise.all([
    Signing.open(join(folder, 'key')),
    parts.openMap('photos', MAX_PHOTOS),
    parts.openMap('links', MAX_LINKS),
    parts.openMap('inbox', MAX_PENDING),
  ]);
  const transcripts = new Transcripts(join(folder, 'people'));
  const streams = new Streams();
  const secure = publicUrl?.protocol === 'https:';
  const links = new AdjustLinks(signing, invited);
  if (publicUrl !== undefined && parts.openBench !== undefined)
    conversation.linkPage(links.linker(publicUrl.origin));
  const context: InboundContext = {
    conversation,
    jobs,
    transcripts,
    streams,
    identity: new Identity({ signing, password, userHeader, secure, locale }),
    photos: new Photos(conversation, waiting),
    photoStore: parts.photos,
    inbox,
    limits: new RateLimits(() => performance.now()),
    addressOf: visitorAddress(parts.proxies),
    signing,
    benches: parts.openBench && new Benches(parts.openBench),
    links,
    assets: parts.assets,
    publicUrl,
    log,
  };
  const app = createListeners(context);
  const connection = createConnection(app, host, parts.port);
  await connection.open();
  jobs.connect(webDelivery({ transcripts, streams, jobs }));
  resumeMessages(context).catch((error: unknown) => log.error({}, 'what was said was lost', error));
  return {
    ended: new Promise(() => {}),
    url: publicUrl?.href ?? `http://${host.includes(':') ? `[${host}]` : host}:${connection.port}/`,
    port: connection.port,
    async close() {
      streams.close();
      await connection.close();
    },
    finish: async () => {},
    notReadyReason: () => (connection.connected ? undefined : 'web: not listening'),
  };
}
