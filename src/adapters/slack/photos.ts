import * as z from 'zod';
import type { PhotoRef } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { fetchPhoto, type PhotoHosts } from '../../conversation/fetch-photo.ts';
import type { PhotoAttachment } from '../../conversation/photo-attachment.ts';
import { UserError } from '../../errors/user-error.ts';
import type { Call } from './api.ts';
import { isFailure } from './failure.ts';

/** A file as events and forms bring it; of some they give no more than the id, and the rest has to be asked for. */
export const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
  file_access: z.string().optional(),
});

export type SlackFile = Readonly<z.output<typeof slackFile>>;

/** Whether it is something to be listened to, such as a voice clip. */
export function isSound({ mimetype = '' }: SlackFile): boolean {
  return mimetype.startsWith('audio/');
}

const info = z.object({ file: slackFile });

export interface PhotoParts {
  readonly conversation: Conversation;
  readonly call: Call;
  /** Where the token may go. */
  readonly hosts: PhotoHosts;
  readonly token: string;
}

/**
 * Fetches and keeps the photos that came with something.
 *
 * @param max how many are taken
 * @throws UserError `too-many-photos`, `slack-photo-…`, `photo-…`; OutageError
 */
export async function keepPhotos(
  files: readonly SlackFile[],
  max: number,
  parts: PhotoParts,
): Promise<readonly PhotoRef[]> {
  if (files.length > max) throw new UserError('too-many-photos', { max });
  const photos = await Promise.all(files.map((file) => offered(file, parts)));
  return parts.conversation.keepPhotos(photos);
}

async function offered(received: SlackFile, { call, hosts, token }: PhotoParts): Promise<PhotoAttachment> {
  const file = await complete(received, call);
  const name = file.name ?? file.id;
  if (file.mimetype?.startsWith('image/') === false)
    throw new UserError('photo-not-a-picture', { file: name });
  const url = file.url_private_download ?? file.url_private;
  if (url === undefined) throw new UserError('slack-photo-gone', { file: name });
  const headers = { authorization: `Bearer ${token}` };
  const source = { url, name, headers, ...defined({ size: file.size }) };
  const bytes = async (): Promise<Uint8Array> => {
    try {
      return await fetchPhoto(source, hosts);
    } catch (error) {
      if (error instanceof UserError && error.code === 'photo-not-fetched') {
        throw new UserError('slack-photo-closed', { file: name }, { cause: error });
      }
      throw error;
    }
  };
  return { name, size: file.size, bytes };
}

/** Files of other workspaces (Slack Connect) come as ids alone. */
async function complete(file: SlackFile, call: Call): Promise<SlackFile> {
  const known = file.url_private_download ?? file.url_private;
  if (known !== undefined && file.file_access !== 'check_file_info') return file;
  try {
    return info.parse(await call('files.info', { file: file.id })).file;
  } catch (error) {
    if (isFailure(error, 'transient')) throw error.outage;
    throw new UserError('slack-photo-gone', { file: file.name ?? file.id }, { cause: error });
  }
}
