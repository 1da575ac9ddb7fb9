import { extname } from 'node:path';
import { filesOf } from '../../../jobs/delivery/reply.ts';
import { type Address, messageId, messageRef, writeAddress } from '../address.ts';
import { isFailure } from '../failure.ts';
import type { Rendered } from '../render-reply.ts';
import { type Posted, type Posting, type PostParts, post } from './post.ts';
import {
  completeUpload,
  findShare,
  type UploadedFile,
  type UploadParts,
  uploadFile,
  waitUntilReady,
} from './uploads.ts';

/** Brings the pictures of a reply to Slack, each remembered as soon as it is there; resolves when all can be shown. */
export async function uploadPictures(
  { address, reply, attempt }: Posting,
  parts: UploadParts,
): Promise<Address> {
  const pictures = filesOf(reply);
  let files = address.files ?? {};
  for (const picture of pictures) {
    if (files[picture.name] !== undefined) continue;
    const sent = await uploadFile(picture, parts);
    await completeUpload([sent], parts);
    files = { ...files, [picture.name]: sent.id };
    await attempt.saveAddress(writeAddress({ ...address, files }));
  }
  for (const { name } of pictures) {
    const id = files[name];
    if (id !== undefined) await waitUntilReady(id, parts, attempt.signal);
  }
  return { ...address, files };
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
  for (const { name, alt, documents = [] } of reply.pictures) {
    for (const path of documents) {
      const key = `${name}${extname(path)}`;
      if (files[key] !== undefined) continue;
      const sent = await uploadFile({ name, path, alt }, parts);
      await completeUpload([sent], parts, { channel_id: channel, thread_ts: address.thread ?? ts });
      files = { ...files, [key]: sent.id };
      await attempt.saveAddress(writeAddress({ ...address, files }));
    }
  }
  return { message, address: { ...address, files } };
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
  let old = jobMessage.messageId;
  if (old === undefined) ({ message: old, address } = await post(posting, parts, render));
  if (address.shared !== true) {
    const { channel } = messageRef(old);
    const sent: UploadedFile[] = [];
    for (const picture of filesOf(posting.reply)) sent.push(await uploadFile(picture, parts));
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
  const shared = first === undefined ? undefined : await findShare(first, parts, attempt.signal);
  if (shared === undefined) {
    await call('chat.update', { ...messageRef(old), ...render(address) });
    return { message: old, address };
  }
  await call('chat.delete', { ...messageRef(old) }).catch(() => {});
  return { message: messageId(shared), address };
}
