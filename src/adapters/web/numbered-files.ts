import type { ReplyPicture } from '../../jobs/delivery/reply.ts';

/** How one of several files of an ad's picture is called in an address. */
export const pictureNumber = (kind: 'loop' | 'document', number: number): string => `${kind}-${number}`;

/** The file that an address calls by its number; nothing else of an address reaches the disk. */
export function numberedFile(
  { path, loops = [], documents = [] }: ReplyPicture,
  called: string,
): string | undefined {
  if (called === 'picture' || called === 'small') return path;
  const [, kind, number] = /^(loop|document)-(\d{1,2})$/.exec(called) ?? [];
  if (kind === undefined) return undefined;
  return kind === 'loop' ? loops[Number(number)]?.path : documents[Number(number)];
}
