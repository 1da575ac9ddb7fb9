import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SingleFlight } from '../../../collections/single-flight.ts';
import { WebFailure } from '../failure.ts';
import type { Received } from './context.ts';

/** The page's own files: these, and nothing else that lies beside them. */
const ASSETS: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

interface Asset {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** Sends the page's files, which are read once. @param folder where the build has left them */
export function assetSender(folder: string): (c: Received['c']) => Promise<Response> {
  const read = new SingleFlight<string, Asset>();
  return async (c) => {
    const name = c.req.param('name') ?? '';
    const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
    if (type === undefined) throw new WebFailure('unknown');
    const { content, tag } = await read.run(name, async () => {
      const bytes = new Uint8Array(await readFile(join(folder, name)));
      return { content: bytes, tag: `"${createHash('sha256').update(bytes).digest('base64url')}"` };
    });
    const headers = { ETag: tag, 'Cache-Control': 'no-cache', 'Content-Type': type };
    return c.req.header('if-none-match') === tag ? c.body(null, 304, headers) : c.body(content, 200, headers);
  };
}
