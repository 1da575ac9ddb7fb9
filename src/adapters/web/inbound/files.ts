import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { BoundedMap } from '../../../collections/bounded-map.ts';
import { decodePhoto } from '../../../imaging/decode-photo.ts';
import { encodeJpeg } from '../../../imaging/encode-jpeg.ts';
import type { ReplyPicture } from '../../../jobs/delivery/reply.ts';
import { WebFailure } from '../failure.ts';
import { numberedFile } from '../numbered-files.ts';
import { byteRange } from './byte-range.ts';
import type { InboundContext, Received } from './context.ts';
import { sharedReply } from './pages.ts';
import { seenJob } from './seen-jobs.ts';

/** What browsers are told of a file. What is none of these is only saved, and never opened as a page. */
const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
};

/** Longer side of a small picture in pixels, its quality, and bytes of those that are kept. */
const SMALL_SIDE = 480;
const SAID_SIDE = 160;
const SMALL_QUALITY = 80;
const MAX_KEPT = 24 * 2 ** 20;

const small = new BoundedMap<string, Buffer>(MAX_KEPT, ({ length }) => length);

/** A file of one of their ads, by its numbers. */
export async function sendFile({ c, person, context }: Received): Promise<Response> {
  const { job: id = '', picture = '', file = '' } = c.req.param();
  const reply = context.jobs.describe(await seenJob(id, person, context));
  return sendPicture(c, pictureOf(reply.pictures, picture), file);
}

/** What else the photos of an ad show, with numbers. */
export async function sendChoice({ c, person, context }: Received): Promise<Response> {
  const { choice } = context.jobs.describe(await seenJob(c.req.param('job') ?? '', person, context));
  if (choice === undefined) throw new WebFailure('unknown');
  return sendPicture(c, choice.strip, 'picture');
}

/** A photo that they have sent, small. */
export async function sendSaid({ c, person, context }: Received): Promise<Response> {
  const { message = '', photo = '' } = c.req.param();
  const transcript = await context.transcripts.of(person.id);
  const found = transcript.message(Number(message))?.said?.photos[Number(photo)];
  if (found === undefined) throw new WebFailure('unknown');
  const { sha256 } = found;
  const made = await smallOf(sha256, () => context.photoStore.read({ sha256 }), SAID_SIDE);
  c.header('Cache-Control', 'private, max-age=86400');
  return c.body(new Uint8Array(made), 200, { 'Content-Type': 'image/jpeg' });
}

/** A picture to whoever has a link to its ad. */
export async function sendShared(c: Received['c'], context: InboundContext): Promise<Response> {
  const { pictures } = await sharedReply(c.req.param('ticket') ?? '', context);
  return sendPicture(c, pictureOf(pictures, c.req.param('picture') ?? ''), 'picture');
}

function pictureOf(pictures: readonly ReplyPicture[], number: string): ReplyPicture {
  const picture = /^\d{1,2}$/.test(number) ? pictures[Number(number)] : undefined;
  if (picture === undefined) throw new WebFailure('unknown');
  return picture;
}

async function sendPicture(c: Received['c'], picture: ReplyPicture, called: string): Promise<Response> {
  const path = numberedFile(picture, called);
  if (path === undefined) throw new WebFailure('unknown');
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) throw new WebFailure('unknown');
  // A file is called after what is in it: it never changes.
  c.header('Cache-Control', 'private, max-age=31536000, immutable');
  if (called === 'small')
    return c.body(new Uint8Array(await smallOf(path, () => readFile(path), SMALL_SIDE)), 200, {
      'Content-Type': 'image/jpeg',
    });
  const type = TYPES[extname(path)];
  const save = type === undefined || c.req.query('save') !== undefined;
  const name = called === 'picture' ? `${picture.name}${extname(path)}` : basename(path);
  const range =
    c.req.header('if-range') === undefined ? byteRange(c.req.header('range'), found.size) : undefined;
  if (range === 'none') return c.body(null, 416, { 'Content-Range': `bytes */${found.size}` });
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  if (range !== undefined) c.header('Content-Range', `bytes ${start}-${end}/${found.size}`);
  return c.body(Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream, range ? 206 : 200, {
    'Accept-Ranges': 'bytes',
    'Content-Type': type ?? 'application/octet-stream',
    'Content-Length': String(end - start + 1),
    'Content-Disposition': `${save ? 'attachment' : 'inline'}; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
  });
}

async function smallOf(key: string, read: () => Promise<Uint8Array>, side: number): Promise<Buffer> {
  const known = small.get(key);
  if (known !== undefined) return known;
  const made = await encodeJpeg(await decodePhoto(await read(), basename(key), side), side, SMALL_QUALITY);
  small.set(key, made);
  return made;
}
