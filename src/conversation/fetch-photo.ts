import { defined } from '../collections/defined.ts';
import { OutageError } from '../errors/outage-error.ts';
import { UserError } from '../errors/user-error.ts';
import { PHOTO_LIMITS } from '../imaging/photo/limits.ts';
import { BodyTooLarge, readBody } from '../network/read-body.ts';
import { withRetry } from '../resilience/with-retry.ts';

/** A photo that lies with the platform. */
export interface RemotePhoto {
  readonly url: string;
  /** What the person called it. */
  readonly name: string;
  /** Bytes, where the platform says so. */
  readonly size?: number;
  /** Sent along, such as a token; only ever to an allowed host. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Where photos may be fetched from. */
export interface PhotoHosts {
  /** Host names; `.example.com` stands for all below it. Only over https. */
  readonly secure: readonly string[];
  /**
   * What the operator has allowed besides: `cdn.example.com` over https at its own port, `cdn.example.com:8443` at that
   * port with or without encryption, `http://cdn.example.com` as it stands. Nothing else is meant by any of them.
   */
  readonly extra: readonly string[];
}

const TIMEOUT = 30_000;

/**
 * Fetches a photo: from allowed hosts alone, without following redirects, no more bytes than a photo may have. A line that
 * breaks is tried once more, at once: the person is waiting.
 *
 * @throws UserError `photo-host`, `photo-not-fetched`, `photo-too-heavy`; OutageError `download` with passing trouble
 */
export function fetchPhoto(photo: RemotePhoto, hosts: PhotoHosts): Promise<Uint8Array> {
  return withRetry(() => tryToFetch(photo, hosts), {
    attempts: 2,
    backoff: () => 0,
    shouldRetry: (error) => error instanceof OutageError,
  });
}

async function tryToFetch({ url, name, size, headers }: RemotePhoto, hosts: PhotoHosts): Promise<Uint8Array> {
  const address = requireAllowed(url, hosts);
  if (size !== undefined && size > PHOTO_LIMITS.bytes) throw tooLarge(name);
  let response: Response;
  try {
    response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
      ...defined({ headers }),
    });
  } catch (error) {
    throw new OutageError('download', `${address.host} cannot be reached`, { cause: error });
  }
  if (response.status >= 500 || response.status === 429) {
    throw new OutageError('download', `${address.host} answered ${response.status}`);
  }
  const type = response.headers.get('content-type') ?? '';
  const refuse = (reason: string): UserError => new UserError('photo-not-fetched', { file: name, reason });
  if (response.status !== 200) throw refuse(`HTTP ${response.status}`);
  // A platform that does not know us answers with its sign-in page, and says all is well.
  if (type.startsWith('text/html')) throw refuse('HTML');
  try {
    return await bytesOf(response, name);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new OutageError('download', `${address.host} broke off`, { cause: error });
  }
}

function requireAllowed(url: string, { secure, extra }: PhotoHosts): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined) throw new UserError('photo-host', { host: url.slice(0, 80) });
  const { protocol, hostname, host, username, password } = address;
  const known = secure.some((name) => (name.startsWith('.') ? hostname.endsWith(name) : hostname === name));
  const wanted = protocol === 'https:' && known && address.port === '';
  const clean = username === '' && password === '';
  if (clean && (wanted || extra.some((entry) => matchesHost(entry, address)))) return address;
  throw new UserError('photo-host', { host });
}

/** Ports that an address has where it names none. */
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http:', '80'],
  ['https:', '443'],
]);

function matchesHost(entry: string, { protocol, hostname, port }: URL): boolean {
  const [, scheme, name, wanted] =
    /^(?:(https?:)\/\/)?(\[[\d:a-f.]+\]|[^\s/:?#@[\]]+)(?::(\d{1,5}))?\/?$/.exec(entry.toLowerCase()) ?? [];
  const defaultPort = DEFAULT_PORTS.get(protocol);
  if (name !== hostname || defaultPort === undefined) return false;
  if (wanted !== undefined && Number(wanted) !== Number(port || defaultPort)) return false;
  if (wanted === undefined && port !== '') return false;
  return scheme === undefined ? wanted !== undefined || protocol === 'https:' : protocol === scheme;
}

async function bytesOf(response: Response, name: string): Promise<Uint8Array> {
  try {
    return await readBody(response, PHOTO_LIMITS.bytes);
  } catch (error) {
    throw error instanceof BodyTooLarge ? tooLarge(name) : error;
  }
}

function tooLarge(name: string): UserError {
  return new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
}
