import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { OutageError } from '../../../errors/outage-error.ts';
import { fitFile } from '../../../imaging/fit-file.ts';
import type { ReplyPicture } from '../../../jobs/delivery/reply.ts';
import type { MessageRef } from '../address.ts';
import type { Call, CallArguments } from '../api.ts';
import { isFailure, SlackFailure } from '../failure.ts';
import { truncate } from '../markdown.ts';

export interface UploadParts {
  readonly call: Call;
  /** Whether bytes may be sent to this address: it is Slack's. */
  readonly isSlack: (url: URL) => boolean;
  /** Milliseconds between looks at a file that is not ready, one after the other; then the delivery is put off. */
  readonly pollPauses: readonly number[];
}

/** So often a file that a workspace finds too large is made half as large. */
const MAX_HALVINGS = 6;

/** Milliseconds that the bytes of one picture may take on their way. */
const SEND_TIMEOUT = 60_000;

const ticket = z.object({ upload_url: z.string(), file_id: z.string() });

const share = z.record(z.string(), z.array(z.object({ ts: z.string() })));

const info = z.object({
  file: z.object({
    mimetype: z.string().optional(),
    shares: z.object({ public: share.optional(), private: share.optional() }).optional(),
  }),
});

/** Endings of files that are shown by their names. */
const DOCUMENTS: readonly string[] = ['.pdf', '.svg', '.psd', '.mp4', '.webp'];

/** A file with Slack. */
export interface UploadedFile {
  readonly id: string;
  readonly title: string;
  /** Of a picture: lets it be shown before Slack has looked at it. */
  readonly highlight_type?: 'png' | 'jpg' | 'gif';
}

/**
 * The first two of the three documented steps that bring a picture to Slack
 * (https://docs.slack.dev/messaging/working-with-files): ask where to, send it there.
 *
 * @throws SlackFailure; OutageError
 */
export async function uploadFile(
  picture: Pick<ReplyPicture, 'name' | 'path' | 'alt'>,
  { call, isSlack }: UploadParts,
): Promise<UploadedFile> {
  const bytes = await readFile(picture.path).catch((error: unknown) => {
    throw new OutageError('disk', `the picture ${picture.name} cannot be read`, { cause: error });
  });
  const file = { bytes, extension: extname(picture.path).slice(1) };
  const { taken, upload } = await requestUpload(picture, file, call);
  const address = new URL(upload.upload_url);
  if (!isSlack(address)) throw new OutageError('slack', `uploads would go to ${address.host}`);
  await sendBytes(address, taken.bytes);
  const { file_id: id } = upload;
  if (isDocument(taken)) return { id, title: `${picture.name}.${taken.extension}` };
  const kind = taken.extension === 'jpg' || taken.extension === 'gif' ? taken.extension : 'png';
  return { id, title: picture.name, highlight_type: kind };
}

/** What is printed or worked on, and what no message shows: it has no smaller form. */
function isDocument({ extension }: PictureFile): boolean {
  return DOCUMENTS.includes(`.${extension}`);
}

interface PictureFile {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** Asks where to; with a smaller file where a workspace takes none of that size. */
async function requestUpload(
  { name, alt }: Pick<ReplyPicture, 'name' | 'alt'>,
  whole: PictureFile,
  call: Call,
): Promise<{ readonly taken: PictureFile; readonly upload: z.output<typeof ticket> }> {
  let taken = whole;
  for (let halvings = 1; ; halvings++) {
    try {
      const answer = await call('files.getUploadURLExternal', {
        filename: `${name}.${taken.extension}`,
        length: taken.bytes.length,
        alt_txt: truncate(alt, 1000),
      });
      return { taken, upload: ticket.parse(answer) };
    } catch (error) {
      if (!isFailure(error, 'too-large')) throw error;
      if (halvings > MAX_HALVINGS || isDocument(taken)) throw error.undeliverable('delivery-too-large');
      taken = await fitFile(whole.bytes, whole.bytes.length / 2 ** halvings);
    }
  }
}

/** What was sent may have arrived though its answer did not: the next step tells. */
async function sendBytes(address: URL, bytes: Uint8Array): Promise<void> {
  const request = { method: 'POST', redirect: 'error', signal: AbortSignal.timeout(SEND_TIMEOUT) } as const;
  let status: number;
  try {
    const response = await fetch(address, {
      ...request,
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
    });
    status = response.status;
    await response.arrayBuffer();
  } catch {
    return;
  }
  if (status !== 200) throw new OutageError('slack', `an upload was answered with ${status}`);
}

/**
 * The third step. Where its answer is lost, the file itself is asked whether it is there.
 *
 * @param more where the files are shared, and what with; nothing = they stay private until a message shows them
 */
export async function completeUpload(
  files: readonly UploadedFile[],
  { call }: UploadParts,
  more: CallArguments = {},
): Promise<void> {
  try {
    await call('files.completeUploadExternal', { files, ...more });
  } catch (error) {
    if (!isFailure(error, 'transient') || !error.uncertain) throw error;
    const there = await call('files.info', { file: files[0]?.id }).then(
      () => true,
      () => false,
    );
    if (!there) throw error;
  }
}

/**
 * Resolves when Slack knows a file for a picture: before that no message can show it. Where that takes long, or is not
 * told, the message itself is tried: it is refused until the picture can be seen.
 *
 * @throws SlackFailure `file-gone` and what may pass
 */
export async function waitUntilReady(id: string, parts: UploadParts, signal: AbortSignal): Promise<void> {
  await pollFile(id, parts, signal, ({ mimetype }) => mimetype?.startsWith('image/') || undefined).catch(
    (error: unknown) => {
      if (!isFailure(error, 'not-offered')) throw error;
    },
  );
}

/** Where a file was shared, as far as Slack tells: sharing goes on after it was asked for. */
export function findShare(
  id: string,
  parts: UploadParts,
  signal: AbortSignal,
): Promise<MessageRef | undefined> {
  return pollFile(id, parts, signal, ({ shares }) => {
    const [found] = Object.entries({ ...shares?.private, ...shares?.public });
    const ts = found?.[1][0]?.ts;
    return found === undefined || ts === undefined ? undefined : { channel: found[0], ts };
  }).catch((error: unknown) => {
    // It was shared, and can be seen: only where is not told.
    if (error instanceof SlackFailure && !isFailure(error, 'transient')) return undefined;
    throw error;
  });
}

/** Asks about a file, pause after pause, until that tells what is wanted of it; undefined where none does. */
async function pollFile<T>(
  id: string,
  { call, pollPauses }: UploadParts,
  signal: AbortSignal,
  read: (file: z.output<typeof info>['file']) => T | undefined,
): Promise<T | undefined> {
  for (const pause of [0, ...pollPauses]) {
    if (pause > 0) await sleep(pause, undefined, { signal });
    const found = read(info.parse(await call('files.info', { file: id })).file);
    if (found !== undefined) return found;
  }
  return undefined;
}
