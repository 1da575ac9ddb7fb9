import * as z from 'zod';
import type { PhotoRef } from '../../ad/request.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { fetchPhoto, type PhotoHosts } from '../../conversation/fetch-photo.ts';
import type { PhotoAttachment } from '../../conversation/photo-attachment.ts';
import { UserError } from '../../errors/user-error.ts';

/** A file that lies with Discord; its address is signed and dies, so it is fetched at once and not kept. */
export const attachment = z.object({
  url: z.string(),
  filename: z.string(),
  size: z.number(),
  content_type: z.string().optional(),
});

export type Attachment = Readonly<z.output<typeof attachment>>;

/** Whether it is something to be listened to, such as a voice message. */
export function isSound({ content_type: type = '' }: Attachment): boolean {
  return type.startsWith('audio/');
}

/** Where Discord keeps what people send. */
const HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'] as const;

export interface PhotoFetcher {
  /**
   * Fetches, checks and keeps photos.
   *
   * @throws UserError `photo-…`; OutageError `download` or `disk`
   */
  keep(attachments: readonly Attachment[]): Promise<readonly PhotoRef[]>;
}

/**
 * @param cdn instead of Discord's own, for tests
 * @param extraHosts besides Discord's
 */
export function photoFetcher(
  conversation: Conversation,
  cdn: string | undefined,
  extraHosts: readonly string[],
): PhotoFetcher {
  const own = cdn === undefined ? undefined : new URL(cdn);
  const hosts: PhotoHosts = {
    secure: HOSTS,
    extra: own === undefined ? extraHosts : [...extraHosts, own.origin],
  };
  const addressOf = (url: string): string => {
    if (own === undefined || !URL.canParse(url)) return url;
    const { hostname, pathname, search } = new URL(url);
    return HOSTS.some((host) => host === hostname) ? new URL(pathname + search, own).href : url;
  };
  const offered = ({
    url,
    filename: name,
    size,
    content_type: type = 'image/',
  }: Attachment): PhotoAttachment => {
    if (!type.startsWith('image/')) throw new UserError('photo-not-a-picture', { file: name });
    const source = { url: addressOf(url), name, size };
    return { name, size, bytes: () => fetchPhoto(source, hosts) };
  };
  return {
    keep: async (attachments) => conversation.keepPhotos(attachments.map(offered)),
  };
}
