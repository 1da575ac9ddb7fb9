import * as z from 'zod';
import { OutageError } from '../errors/outage-error.ts';
import { UserError } from '../errors/user-error.ts';
import { parseJson } from '../files/parse-json.ts';
import { readBody } from '../network/read-body.ts';
import type { Digest, ModelSource } from './catalogue.ts';
import { checkStoredNames } from './stored-name.ts';

/** A file to be fetched. */
export interface RemoteFile {
  /** Below the model's folder. */
  readonly path: string;
  readonly url: string;
  /** Undefined where the publisher does not say. */
  readonly bytes: number | undefined;
  readonly digest: Digest | undefined;
}

export interface HubSettings {
  /** As HF_ENDPOINT; absent = the public hub. */
  readonly endpoint?: string | undefined;
  /** As HF_TOKEN: sent to the endpoint alone. */
  readonly token?: string | undefined;
}

const PUBLIC_HUB = 'https://huggingface.co';

/** Bytes of one page of a list, pages, and entries in all. A model has a few dozen files. */
const MAX_PAGE = 4 * 2 ** 20;
const MAX_PAGES = 50;
const MAX_ENTRIES = 20_000;

/** Milliseconds for one page: a server that drips is no list. */
const PAGE_TIMEOUT = 60_000;

const entry = z.object({
  type: z.string(),
  path: z.string().max(4096),
  size: z.number().int().min(0).optional(),
  lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().min(0) }).optional(),
});

/** The headers that a request to an address may carry. */
export function headersFor(
  url: string,
  { endpoint = PUBLIC_HUB, token }: HubSettings,
): Record<string, string> {
  if (token === undefined || new URL(url).origin !== new URL(endpoint).origin) return {};
  return { authorization: `Bearer ${token}` };
}

/**
 * Lists a repository's wanted files with their sizes and digests.
 *
 * @throws UserError `model-gated` where the hub wants a token or the licence accepted, `model-file-name` where a file has
 *   no place in the model's folder; OutageError otherwise
 */
export async function listHubFiles(
  source: Extract<ModelSource, { kind: 'hub' }>,
  hub: HubSettings,
  signal?: AbortSignal,
): Promise<RemoteFile[]> {
  const endpoint = (hub.endpoint ?? PUBLIC_HUB).replace(/\/$/, '');
  const files: RemoteFile[] = [];
  const seen = new Set<string>();
  let entries = 0;
  let next: string | undefined =
    `${endpoint}/api/models/${source.repository}/tree/${source.revision}?recursive=true`;
  while (next !== undefined) {
    seen.add(next);
    const page: Page = await fetchPage(next, { source, hub, endpoint, signal });
    entries += page.entries.length;
    for (const { type, path, size, lfs } of page.entries) {
      if (type !== 'file' || !source.wanted.test(path)) continue;
      const url = `${endpoint}/${source.repository}/resolve/${source.revision}/${path.split('/').map(encodeURIComponent).join('/')}`;
      files.push({
        path,
        url,
        bytes: lfs?.size ?? size,
        digest: lfs && { algorithm: 'sha256', hex: lfs.oid },
      });
    }
    next = page.next;
    if (next === undefined) break;
    const strange = seen.has(next) || new URL(next).origin !== new URL(endpoint).origin;
    if (strange || seen.size >= MAX_PAGES || entries > MAX_ENTRIES) {
      throw new OutageError('download', `${endpoint} gives a list of files that leads nowhere or never ends`);
    }
  }
  checkStoredNames(
    source.repository,
    files.map(({ path }) => path),
  );
  return files;
}

interface Page {
  readonly entries: readonly z.output<typeof entry>[];
  /** Address of the page that follows. */
  readonly next: string | undefined;
}

interface Listing {
  readonly source: Extract<ModelSource, { kind: 'hub' }>;
  readonly hub: HubSettings;
  readonly endpoint: string;
  readonly signal: AbortSignal | undefined;
}

async function fetchPage(address: string, { source, hub, endpoint, signal }: Listing): Promise<Page> {
  const timeout = AbortSignal.timeout(PAGE_TIMEOUT);
  const trouble = (detail: string) => (cause: unknown) => {
    signal?.throwIfAborted();
    throw new OutageError('download', `${endpoint} ${detail}`, { cause });
  };
  const response = await fetch(address, {
    headers: headersFor(address, hub),
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
  }).catch(trouble('cannot be reached'));
  if (response.status === 401 || response.status === 403 || response.status === 404) {
    throw new UserError('model-gated', { repository: source.repository, status: response.status });
  }
  if (!response.ok) throw new OutageError('download', `${endpoint} answers ${response.status}`);
  const text = await readBody(response, MAX_PAGE).catch(trouble('gives no list of files'));
  const parsed = z.array(entry).safeParse(jsonIn(text.toString('utf8')));
  if (!parsed.success) throw new OutageError('download', `${endpoint} gives no list of files`);
  const link = /<([^<>]{1,2000})>;\s{0,9}rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  const next = link === undefined || !URL.canParse(link, address) ? undefined : new URL(link, address).href;
  return { entries: parsed.data, next };
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
