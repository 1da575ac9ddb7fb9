import { closeSync, openSync, readSync } from 'node:fs';

/** The bytes of one table of a TTF or OTF, found in the file's table directory. @throws Error where it has none */
export function readTable(path: string, tag: string): DataView {
  const file = openSync(path, 'r');
  try {
    const header = readBytes(file, 0, 12);
    const directory = readBytes(file, 12, header.getUint16(4) * 16);
    for (let at = 0; at < directory.byteLength; at += 16) {
      if (tagAt(directory, at) !== tag) continue;
      return readBytes(file, directory.getUint32(at + 8), directory.getUint32(at + 12));
    }
  } finally {
    closeSync(file);
  }
  throw new Error(`${path} has no ${tag} table`);
}

function readBytes(file: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length);
  if (readSync(file, bytes, 0, length, position) < length) throw new Error('The font file ends too soon');
  return new DataView(bytes.buffer);
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
