import * as z from 'zod';
import { OutageError } from '../errors/outage-error.ts';
import { UserError } from '../errors/user-error.ts';
import type { Digest, ModelSource } from './catalogue.ts';

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

const entry = z.object({
  type: z.string(),
  path: z.string(),
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
 * @throws UserError `model-gated` where the hub wants a token or the licence accepted; OutageError otherwise
 */
export async function listHubFiles(
  source: Extract<ModelSource, { kind: 'hub' }>,
  hub: HubSettings,
  signal?: AbortSignal,
): Promise<RemoteFile[]> {
  const endpoint = (hub.endpoint ?? PUBLIC_HUB).replace(/\/$/, '');
  const files: RemoteFile[] = [];
  let next: string | undefined =
    `${endpoint}/api/models/${source.repository}/tree/${source.revision}?recursive=true`;
  while (next !== undefined) {
    const response: Response = await fetch(next, {
      headers: headersFor(next, hub),
      ...(signal === undefined ? {} : { signal }),
    }).catch((cause: unknown) => {
      signal?.throwIfAborted();
      throw new OutageError('download', `${endpoint} cannot be reached`, { cause });
    });
    if (response.status === 401 || response.status === 403 || response.status === 404) {
      throw new UserError('model-gated', { repository: source.repository, status: response.status });
    }
    if (!response.ok) throw new OutageError('download', `${endpoint} answers ${response.status}`);
    const parsed = z.array(entry).safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) throw new OutageError('download', `${endpoint} gives no list of files`);
    for (const { type, path, size, lfs } of parsed.data) {
      if (type !== 'file' || !source.wanted.test(path)) continue;
      const url = `${endpoint}/${source.repository}/resolve/${source.revision}/${path.split('/').map(encodeURIComponent).join('/')}`;
      files.push({
        path,
        url,
        bytes: lfs?.size ?? size,
        digest: lfs && { algorithm: 'sha256', hex: lfs.oid },
      });
    }
    next = /<([^>]+)>;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return files;
}
