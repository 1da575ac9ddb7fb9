/** What a video is found to be. */
export interface VideoFacts {
  /** Whether it can be shown before it is loaded. */
  readonly isFast: boolean;
  /** Whether its pictures are H.264. */
  readonly isH264: boolean;
  readonly width: number;
  readonly height: number;
}

/** Boxes at the top of a file that are looked at. */
const MAX_BOXES = 64;

/** Reads the boxes of an MP4 (ISO/IEC 14496-12); undefined for what is none. */
export function videoFacts(bytes: Uint8Array): VideoFacts | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order: string[] = [];
  for (let at = 0, i = 0; at + 8 <= file.length && i < MAX_BOXES; i++) {
    const length = file.readUInt32BE(at);
    order.push(file.toString('latin1', at + 4, at + 8));
    if (length < 8) break;
    at += length;
  }
  // The description of its pictures: 24 bytes after its name come width and height.
  const sample = file.indexOf('avc1', file.indexOf('stsd'));
  if (order[0] !== 'ftyp' || !order.includes('moov')) return undefined;
  return {
    isFast: order.indexOf('moov') < order.indexOf('mdat'),
    isH264: sample >= 0,
    width: sample < 0 ? 0 : file.readUInt16BE(sample + 28),
    height: sample < 0 ? 0 : file.readUInt16BE(sample + 30),
  };
}
