import { extname } from 'node:path';
import type { Locale } from '../../../ad/locale.ts';
import { UndeliverableError } from '../../../jobs/delivery/delivery.ts';
import { filesOf, type Reply, type ReplyPicture } from '../../../jobs/delivery/reply.ts';
import { unlessSlow } from '../../../resilience/with-timeout.ts';
import { type Address, messageId, messageRef, writeAddress } from '../address.ts';
import { isFailure, SlackFailure } from '../failure.ts';
import { plainly, REFUSED, type Rendered } from '../render-reply.ts';
import { type Posted, type Posting, type PostParts, post } from './post.ts';
import { completeUpload, findShare, type UploadParts, uploadFile, waitUntilReady } from './uploads.ts';

/** What moves and is shown in a message: of such pictures Slack takes GIFs alone. */
const isShown = ({ path }: ReplyPicture): boolean => extname(path) === '.gif';

const loopsOf = ({ pictures }: Reply): readonly ReplyPicture[] =>
  pictures.flatMap(({ loops = [] }) => loops.filter(isShown));

/**
 * Brings the pictures of a reply to Slack, all at once, each remembered as soon as it is there; resolves when they can be
 * shown, or that has taken so long that the message itself is to tell. What moves is no part of that: an ad stands before
 * it is waited for.
 */
export function uploadPictures(posting: Posting, parts: UploadParts): Promise<Address> {
  return upload(filesOf(posting.reply), posting, parts, (picture) => uploadPicture(picture, parts));
}

/** Whether something that moves is yet to be brought there. */
export function lacksLoops(reply: Reply, { files = {} }: Address): boolean {
  return loopsOf(reply).some(({ name }) => files[name] === undefined);
}

/** The same for what moves; what is refused for good never keeps the ad back. */
export function uploadLoops(posting: Posting, parts: UploadParts): Promise<Address> {
  return upload(loopsOf(posting.reply), posting, parts, (loop) =>
    uploadPicture(loop, parts).catch((error: unknown) => {
      if (refusalIn(error) !== undefined) return REFUSED;
      throw error;
    }),
  );
}

async function upload(
  pictures: readonly ReplyPicture[],
  { address, attempt }: Posting,
  parts: UploadParts,
  bring: (picture: ReplyPicture) => Promise<string>,
): Promise<Address> {
  let files = address.files ?? {};
  await allDone(
    pictures.map(async (picture) => {
      if (files[picture.name] !== undefined) return;
      const id = await bring(picture);
      files = { ...files, [picture.name]: id };
      await attempt.saveAddress(writeAddress({ ...address, files }));
    }),
  );
  // What was refused once has been waited for: then each try is a look of its own.
  const pollPauses = address.refusals === undefined ? parts.pollPauses : [];
  const ready = pictures.map(async ({ name }) => {
    const id = files[name];
    if (id !== undefined && id !== REFUSED)
      await waitUntilReady(id, { ...parts, pollPauses }, attempt.signal);
  });
  await unlessSlow(allDone(ready));
  return { ...address, files };
}

/** As Promise.all, but nothing is under way any more when it rejects: what was done is known by then. */
async function allDone<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works);
  return Promise.all(works);
}

async function uploadPicture(picture: ReplyPicture, parts: UploadParts): Promise<string> {
  const sent = await uploadFile(picture, parts);
  await completeUpload([sent], parts);
  return sent.id;
}

/** How an error says that Slack will never take a file; undefined for all other trouble. */
function refusalIn(error: unknown): UndeliverableError | undefined {
  const refused = error instanceof SlackFailure ? error.deliveryError : error;
  return refused instanceof UndeliverableError ? refused : undefined;
}

/**
 * Shares what ads have besides their pictures in the message's thread, each remembered as soon as it is there: a message
 * shows no documents.
 */
export async function shareDocuments(
  { reply, attempt }: Pick<Posting, 'reply' | 'attempt'>,
  { message, address }: Posted,
  parts: UploadParts,
): Promise<Posted> {
  const { channel, ts } = messageRef(message);
  let files = address.files ?? {};
  const unshown = reply.pictures.flatMap(({ name, alt, documents = [], loops = [] }) => [
    ...documents.map((path) => ({ name, alt, path })),
    ...loops.filter((loop) => !isShown(loop) || files[loop.name] === REFUSED),
  ]);
  for (const { name, alt, path } of unshown) {
    const key = `${name}${extname(path)}`;
    if (files[key] !== undefined) continue;
    const thread = { channel, thread: address.thread ?? ts };
    files = { ...files, [key]: await shareDocument({ name, path, alt }, thread, reply.locale, parts) };
    await attempt.saveAddress(writeAddress({ ...address, files }));
  }
  return { message, address: { ...address, files } };
}

/** The id of its file; where it is refused for good that is said in its place, and the ad stays as it is shown. */
async function shareDocument(
  document: Pick<ReplyPicture, 'name' | 'path' | 'alt'>,
  { channel, thread }: { readonly channel: string; readonly thread: string },
  locale: Locale,
  parts: UploadParts,
): Promise<string> {
  try {
    const sent = await uploadFile(document, parts);
    await completeUpload([sent], parts, { channel_id: channel, thread_ts: thread });
    return sent.id;
  } catch (error) {
    const refused = refusalIn(error);
    if (refused === undefined) throw error;
    const text = `${document.name}${extname(document.path)}: ${refused.explanation.in(locale)}`;
    await parts.call('chat.postMessage', { channel, thread_ts: thread, text });
    return REFUSED;
  }
}

/**
 * For when a message cannot show the pictures: they are shared as uploads, with all that the message would have said,
 * and the message that stood for the job until now goes.
 *
 * @param render the message, without pictures
 */
export async function sharePictures(
  posting: Posting,
  parts: UploadParts & PostParts,
  render: (address: Address) => Rendered,
): Promise<Posted> {
  const { call } = parts;
  const { jobMessage, attempt } = posting;
  let { address } = posting;
  let old = jobMessage.messageId ?? address.card;
  if (old === undefined) ({ message: old, address } = await post(posting, parts, render));
  if (address.shared !== true) {
    const { channel } = messageRef(old);
    const pictures = [...filesOf(posting.reply), ...loopsOf(posting.reply)];
    const sent = await allDone(pictures.map((picture) => uploadFile(picture, parts)));
    const to = { channel_id: channel, thread_ts: address.thread };
    const { blocks, text } = render(address);
    try {
      await completeUpload(sent, parts, { ...to, blocks });
    } catch (error) {
      if (!isFailure(error, 'blocks')) throw error;
      await completeUpload(sent, parts, { ...to, initial_comment: text });
    }
    const files = Object.fromEntries(sent.map(({ id, title }) => [title, id]));
    address = { ...address, shared: true, files };
    await attempt.saveAddress(writeAddress(address));
  }
  const [first] = Object.values(address.files ?? {});
  // They can be seen already; where, is only needed for the message that is to go.
  const shared = first === undefined ? undefined : await unlessSlow(findShare(first, parts, attempt.signal));
  if (shared === undefined) {
    const content = render(address);
    await call('chat.update', { ...messageRef(old), ...content }).catch((error: unknown) => {
      if (!isFailure(error, 'blocks')) throw error;
      return call('chat.update', { ...messageRef(old), ...plainly(content) });
    });
    return { message: old, address };
  }
  await call('chat.delete', { ...messageRef(old) }).catch(() => {});
  return { message: messageId(shared), address };
}
