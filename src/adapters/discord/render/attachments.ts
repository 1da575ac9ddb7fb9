import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
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

/** Most files of a message (https://discord.com/developers/docs/resources/message#create-message). */
const MAX_FILES = 10;

const bytesOf = (files: readonly AttachedFile[]): number =>
  files.reduce((sum, { data }) => sum + data.length, 0);

/** Longest description of a file (https://discord.com/developers/docs/resources/message#attachment-object). */
export const MAX_ALT = 1024;

/** Longer side and JPEG quality of a preview. */
const PREVIEW = { side: 512, quality: 75 } as const;

const fileName = (name: string, ending: string): string => `ad-${name.replace('.', '-')}${ending}`;

const TYPES = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif' } as const;

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
      name: fileName(name, `.${extension}`),
      data: Buffer.from(bytes),
      contentType: TYPES[extension],
      alt: shortenLines(alt, MAX_ALT),
    });
  }
  return files;
}

const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.psd': 'image/vnd.adobe.photoshop',
  '.mp4': 'video/mp4',
};

/** Files that go with a message, and the names of those that are too large for it. */
export interface AttachedDocuments {
  readonly files: readonly AttachedFile[];
  readonly tooLarge: readonly string[];
}

/**
 * What ads have besides their pictures, as it is: a document is never made smaller.
 *
 * @param limit most bytes of one file
 * @param others the message's other files
 * @throws OutageError `disk`
 */
export async function attachDocuments(
  pictures: readonly ReplyPicture[],
  limit: number,
  others: readonly AttachedFile[],
): Promise<AttachedDocuments> {
  const files: AttachedFile[] = [];
  const tooLarge: string[] = [];
  let room = REQUEST_LIMIT - bytesOf(others);
  for (const { name, alt, documents = [] } of pictures) {
    for (const path of documents) {
      const data = await readFile(path).catch((error: unknown) => {
        throw new OutageError('disk', `the file ${path} cannot be read`, { cause: error });
      });
      const ending = extname(path);
      const called = fileName(name, ending);
      if (data.length > Math.min(limit, room) || others.length + files.length >= MAX_FILES) {
        tooLarge.push(called);
        continue;
      }
      room -= data.length;
      const contentType = DOCUMENT_TYPES[ending] ?? 'application/octet-stream';
      files.push({ name: called, data, contentType, alt: shortenLines(alt, MAX_ALT) });
    }
  }
  return { files, tooLarge };
}

/** Ads in motion as files that fit, smaller where they must be, and the names of those that cannot be made to. Else as attachDocuments. */
export async function attachLoops(
  pictures: readonly ReplyPicture[],
  limit: number,
  others: readonly AttachedFile[],
): Promise<AttachedDocuments> {
  const all = pictures.flatMap((picture) => picture.loops ?? []);
  const loops = limit === 0 ? [] : all.slice(0, Math.max(0, MAX_FILES - others.length));
  const max = Math.min(limit, Math.floor((REQUEST_LIMIT - bytesOf(others)) / Math.max(1, loops.length)));
  const videos = loops.filter(({ path }) => extname(path) === '.mp4');
  const fitted = await attachPictures(
    loops.filter((loop) => !videos.includes(loop)),
    max,
  );
  const whole = await attachDocuments(
    videos.map(({ path, ...video }) => ({ ...video, path, documents: [path] })),
    max,
    [],
  );
  const fits = ({ data }: AttachedFile): boolean => data.length <= max;
  return {
    files: [...fitted.filter(fits), ...whole.files],
    tooLarge: [
      ...fitted.filter((file) => !fits(file)).map(({ name }) => name),
      ...whole.tooLarge,
      ...all.slice(loops.length).map(({ name, path }) => fileName(name, extname(path))),
    ],
  };
}

/** How a picture looks so far. */
export async function attachPreview(raster: Raster, alt: string): Promise<AttachedFile> {
  const data = await encodeJpeg(raster, PREVIEW.side, PREVIEW.quality);
  return { name: 'preview.jpg', data, contentType: 'image/jpeg', alt: shortenLines(alt, MAX_ALT) };
}
