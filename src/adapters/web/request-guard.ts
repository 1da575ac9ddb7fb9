import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { WebFailure } from './failure.ts';

/**
 * What browsers are told of every answer: nothing but our own files is run, shown or sent to, nobody frames the page,
 * and no script stands in it.
 */
export const answerHeaders = (secure: boolean): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      // Previews of pictures on their way come as data, photos that are about to be sent as blobs.
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    // With none at all, browsers do not say where a form comes from.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: secure,
    xFrameOptions: 'DENY',
  });

/** Names that are always this machine's own. */
const OWN_NAMES: readonly string[] = ['localhost'];

/**
 * Refuses requests for a name that is not ours: a site whose name is made to point at this machine would share our
 * origin. An address in digits cannot be made to point anywhere.
 */
export function requireOwnHost(c: Context, publicHost: string | undefined): void {
  const host = c.req.header('host') ?? '';
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
  const digits = name.replace(/^\[(.*)\]$/, '$1');
  const own = isIP(digits) !== 0 || OWN_NAMES.includes(name) || host.toLowerCase() === publicHost;
  if (name === '' || !own) throw new WebFailure('host');
}

/** Refuses what another site's page has sent. Browsers say where a form or a fetch comes from; who does not is none. */
export function requireOwnOrigin(c: Context, publicOrigin: string | undefined): void {
  const origin = c.req.header('origin') ?? '';
  const site = c.req.header('sec-fetch-site');
  const host = c.req.header('host') ?? '';
  const own = origin === publicOrigin || origin === `http://${host}` || origin === `https://${host}`;
  if (!own || (site !== undefined && site !== 'same-origin')) throw new WebFailure('origin');
}

/** Bytes of what is sent along with a form, but for photos: more than its longest texts take when each letter is escaped. */
const MAX_FORM = 2 ** 20;

/** A form's fields; several of a name stay several. @throws WebFailure `too-large`, `mistake` */
export async function readForm(c: Context): Promise<URLSearchParams> {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw new WebFailure('mistake');
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of c.req.raw.body ?? []) {
    length += part.length;
    if (length > MAX_FORM) throw new WebFailure('too-large');
    parts.push(part);
  }
  return new URLSearchParams(Buffer.concat(parts, length).toString('utf8'));
}
