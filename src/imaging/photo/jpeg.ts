import { isSoundProfile } from './colour-profile.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { KeptMetadata } from './kept-metadata.ts';
import type { PhotoHeader } from './photo-header.ts';

/** A marker with its body, or data of a scan. Offsets into the file. */
interface Segment {
  readonly marker: number;
  /** Where the marker's 0xff is. */
  readonly from: number;
  /** Where the body begins, behind its length; `to` where there is none. */
  readonly body: number;
  readonly to: number;
}

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe];
const [APP0, APP1, APP2, APP14, APP15] = [0xe0, 0xe1, 0xe2, 0xee, 0xef];

/** Start of a frame: C0–CF without the tables' C4, C8 and CC. Of these C2, C6, CA and CE are progressive. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isProgressive = (marker: number): boolean => isFrame(marker) && (marker & 3) === 2;

/** Markers without a body: TEM, RSTn, SOI and EOI. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

/** More segments than any camera writes in front of the picture. */
const MAX_SEGMENTS = 2000;

const EXIF = 'Exif\0\0';
const ICC = 'ICC_PROFILE\0';

/** The segments from the beginning up to and with the first scan's header. */
function segmentsBeforeScan(file: Buffer): readonly Segment[] | undefined {
  const found: Segment[] = [];
  for (let at = 2; found.length < MAX_SEGMENTS; ) {
    const segment = segmentAt(file, at);
    if (segment === undefined) return undefined;
    found.push(segment);
    if (segment.marker === SOS) return found;
    if (segment.marker === EOI) return undefined;
    at = segment.to;
  }
  return undefined;
}

/** Bytes between segments that are passed over. */
const MAX_PASSED = 65_536;

const isMarker = (file: Buffer, at: number): boolean =>
  file[at] === 0xff && file[at + 1] !== 0xff && file[at + 1] !== 0;

/** The next segment; bytes that belong to none are passed over, as decoders do. */
function segmentAt(file: Buffer, start: number): Segment | undefined {
  let from = start;
  const last = Math.min(file.length - 2, start + MAX_PASSED);
  while (from <= last && !isMarker(file, from)) from++;
  const marker = file[from + 1];
  if (from > last || marker === undefined) return undefined;
  if (isBare(marker)) return { marker, from, body: from + 2, to: from + 2 };
  if (from + 4 > file.length) return undefined;
  const to = from + 2 + Math.max(2, file.readUInt16BE(from + 2));
  return to > file.length ? undefined : { marker, from, body: from + 4, to };
}

/**
 * Reads a JPEG's frame header (ITU-T T.81, B.2.2). Where the scans are more than one, the decoder holds the
 * coefficients of the whole picture, 2 bytes each.
 */
export function readJpegHeader(file: Buffer): PhotoHeader | undefined {
  const segments = segmentsBeforeScan(file);
  const frames = segments?.filter(({ marker }) => isFrame(marker)) ?? [];
  const scan = segments?.at(-1);
  const [frame] = frames;
  // A second frame before the first scan would size the picture anew.
  if (segments === undefined || scan === undefined || frame === undefined || frames.length > 1)
    return undefined;
  const at = frame.body;
  const channels = file.readUInt8(at + 5);
  if (channels < 1 || channels > 4 || at + 6 + channels * 3 > frame.to) return undefined;
  const sampling = Array.from({ length: channels }, (_, i) => {
    const byte = file.readUInt8(at + 7 + i * 3);
    return { across: byte >> 4, down: byte & 15 };
  });
  if (sampling.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  const densest =
    Math.max(...sampling.map(({ across }) => across)) * Math.max(...sampling.map(({ down }) => down));
  const samples = sampling.reduce((sum, { across, down }) => sum + across * down, 0) / densest;
  const manyScans = isProgressive(frame.marker) || file.readUInt8(scan.body) < channels;
  return {
    width: file.readUInt16BE(at + 3),
    height: file.readUInt16BE(at + 1),
    bitDepth: file.readUInt8(at),
    channels,
    orientation: orientationIn(file, segments),
    held: manyScans ? 2 * samples : 0,
    reducible: true,
    animated: false,
  };
}

function orientationIn(file: Buffer, segments: readonly Segment[]): number {
  const exif = segments.find(({ marker, body }) => marker === APP1 && startsWith(file, body, EXIF));
  return exif === undefined ? 1 : exifOrientation(file.subarray(exif.body + EXIF.length, exif.to));
}

const startsWith = (file: Buffer, at: number, text: string): boolean =>
  file.toString('latin1', at, at + text.length) === text;

/** A JPEG without what it says beside the picture. */
export interface CleanJpeg {
  /** The same object where nothing was to be taken out. */
  readonly bytes: Buffer;
  readonly scans: number;
  /** Whether the end-of-image marker is there. */
  readonly ended: boolean;
}

/**
 * The picture alone: tables, frame and scans, the colour profile where it is wanted and sound, and what tells the
 * colours apart (JFIF, Adobe). EXIF, XMP, IPTC, comments, thumbnails, maker's notes, and pictures behind the first
 * are left out.
 */
export function cleanJpeg(file: Buffer, { profile }: KeptMetadata): CleanJpeg {
  const kept: [from: number, to: number][] = [[0, 2]];
  const keep = (from: number, to: number): void => {
    const last = kept.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else kept.push([from, to]);
  };
  const withProfile = profile && hasSoundProfile(file);
  let scans = 0;
  let ended = false;
  for (let at = 2; at < file.length; ) {
    const segment = segmentAt(file, at);
    if (segment === undefined) {
      // Broken off within a segment, or what follows is no JPEG: the decoder may make something of it.
      if (scans > 0) keep(at, file.length);
      break;
    }
    const { marker, from, to } = segment;
    if (scans > 0 && from > at) keep(at, from);
    if (marker === EOI) {
      keep(from, to);
      ended = true;
      break;
    }
    at = to;
    if (marker === SOI || !isKept(file, segment, withProfile)) continue;
    if (marker !== SOS) {
      keep(from, to);
      continue;
    }
    scans++;
    at = endOfScan(file, to);
    keep(from, at);
  }
  const whole = kept.length === 1 && kept[0]?.[1] === file.length;
  return {
    bytes: whole ? file : Buffer.concat(kept.map(([from, to]) => file.subarray(from, to))),
    scans,
    ended,
  };
}

/** Where a scan's data end: at the next marker that is no restart. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

function isKept(file: Buffer, { marker, body }: Segment, profile: boolean): boolean {
  switch (marker) {
    case APP0:
      return startsWith(file, body, 'JFIF\0');
    case APP2:
      return profile && startsWith(file, body, ICC);
    case APP14:
      return startsWith(file, body, 'Adobe');
    default:
      return marker !== COM && !(marker >= APP0 && marker <= APP15);
  }
}

/** Whether the profile's pieces are all there, in order, and make up the length that it states (ICC.1, B.4). */
function hasSoundProfile(file: Buffer): boolean {
  const pieces = (segmentsBeforeScan(file) ?? []).filter(
    ({ marker, body }) => marker === APP2 && startsWith(file, body, ICC),
  );
  if (pieces.length === 0) return false;
  const head = ICC.length + 2;
  const ordered = pieces.every(
    ({ body, to }, i) =>
      to - body > head && file[body + ICC.length] === i + 1 && file[body + ICC.length + 1] === pieces.length,
  );
  if (!ordered) return false;
  return isSoundProfile(Buffer.concat(pieces.map(({ body, to }) => file.subarray(body + head, to))));
}
