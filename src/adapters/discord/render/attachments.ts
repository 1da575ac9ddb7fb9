import { readFile } from 'node:fs/promises';
import type { RawFile } from 'discord.js';
import { OutageError } from '../../../errors/outage-error.ts';
import { encodeJpeg } from '../../../imaging/encode-jpeg.ts';
import { fitFile } from '../../../imaging/fit-file.ts';
import type { Raster } from '../../../imaging/raster.ts';
import type { ReplyPicture } from '../../../jobs/delivery/reply.ts';
import { shortenLines } from '../../../text/shorten.ts';

/** A file of a message, and what those who do not see it are told. */
export interface AttachedFile extends RawFile {
  readonly name: string;
  readonly data: Buffer;
  readonly alt: string;
}

/** Most bytes of all files together: a request may have 25 MiB, and holds more than the files. */
const REQUEST_LIMIT = 24 * 2 ** 20;

/** Longest description of a file (https://discord.com/developers/docs/resources/message#attachment-object). */
export const MAX_ALT = 1024;

/** Longer side and JPEG quality of a preview. */
const PREVIEW = { side: 512, quality: 75 } as const;

const TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' } as const;

/**
 * Finished pictures as files that fit.
 *
 * @param limit most bytes of one file
 * @throws OutageError `disk`
 */
export async function attachPictures(
  pictures: readonly ReplyPicture[],
  limit: number,
): Promise<readonly AttachedFile[]> {
  const max = Math.min(limit, Math.floor(REQUEST_LIMIT / Math.max(1, pictures.length)));
  const files: AttachedFile[] = [];
  for (const { name, path, alt } of pictures) {
    const png = await readFile(path).catch((error: unknown) => {
      throw new OutageError('disk', `the picture ${name} cannot be read`, { cause: error });
    });
    const { bytes, extension } = await fitFile(png, max);
    files.push({
      name: `ad-${name.replace('.', '-')}.${extension}`,
      data: Buffer.from(bytes),
      contentType: TYPES[extension],
      alt: shortenLines(alt, MAX_ALT),
    });
  }
  return files;
}

/** How a picture looks so far. */
export async function attachPreview(raster: Raster, alt: string): Promise<AttachedFile> {
  const data = await encodeJpeg(raster, PREVIEW.side, PREVIEW.quality);
  return { name: 'preview.jpg', data, contentType: 'image/jpeg', alt: shortenLines(alt, MAX_ALT) };
}
