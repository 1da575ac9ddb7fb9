import type { PhotoHeader } from './photo-header.ts';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [GRAPHIC_CONTROL, APPLICATION] = [0xf9, 0xff];

/** Blocks that are looked at in front of the first frame. */
const MAX_BLOCKS = 2000;

/** Bytes of a colour table, from the flags of a screen or a frame. */
const tableLength = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

const firstBlock = (file: Buffer): number => 13 + tableLength(file.readUInt8(10));

/** Where a chain of sub-blocks ends: behind its empty one. */
function endOfBlocks(file: Buffer, start: number): number {
  let at = start;
  for (let length = file[at]; length !== undefined && length > 0; length = file[at]) at += length + 1;
  return Math.min(at + 1, file.length);
}

/**
 * Reads a GIF's header: the screen, or the first frame where that is larger. The decoder holds two screens of RGBA, and
 * of later frames nothing is decoded.
 */
export function readGifHeader(file: Buffer): PhotoHeader | undefined {
  const frame = firstFrame(file);
  if (frame === undefined) return undefined;
  const { at, extensions } = frame;
  const right = file.readUInt16LE(at + 1) + file.readUInt16LE(at + 5);
  const bottom = file.readUInt16LE(at + 3) + file.readUInt16LE(at + 7);
  return {
    width: Math.max(file.readUInt16LE(6), right),
    height: Math.max(file.readUInt16LE(8), bottom),
    bitDepth: 8,
    channels: 4,
    orientation: 1,
    held: 5.6,
    reducible: false,
    animated: extensions.some(({ label }) => label === APPLICATION),
  };
}

interface Extension {
  readonly label: number;
  readonly from: number;
  readonly to: number;
}

function firstFrame(
  file: Buffer,
): { readonly at: number; readonly extensions: readonly Extension[] } | undefined {
  const extensions: Extension[] = [];
  for (let at = firstBlock(file); extensions.length < MAX_BLOCKS; ) {
    if (file[at] === IMAGE) return at + 10 > file.length ? undefined : { at, extensions };
    if (file[at] !== EXTENSION) return undefined;
    const to = endOfBlocks(file, at + 2);
    extensions.push({ label: file.readUInt8(at + 1), from: at, to });
    at = to;
  }
  return undefined;
}

/** The first frame alone, as a GIF of its own; undefined where there is none. */
export function firstGifFrame(file: Buffer): Buffer | undefined {
  const frame = firstFrame(file);
  if (frame === undefined) return undefined;
  const { at, extensions } = frame;
  const control = extensions.findLast(({ label }) => label === GRAPHIC_CONTROL);
  const to = endOfBlocks(file, at + 10 + tableLength(file.readUInt8(at + 9)) + 1);
  return Buffer.concat([
    file.subarray(0, firstBlock(file)),
    ...(control === undefined ? [] : [file.subarray(control.from, control.to)]),
    file.subarray(at, to),
    Buffer.from([TRAILER]),
  ]);
}

/** Whether words or data of programs (XMP) lie in the file, other than how often it plays. */
export function gifSaysMore(file: Buffer): boolean {
  return (
    file.includes('XMP DataXMP') || (firstFrame(file)?.extensions ?? []).some(({ label }) => label === 0xfe)
  );
}
