import { readTable } from './font-table.ts';

/** The code points that a font file has glyphs for. */
export interface Coverage {
  has(codePoint: number): boolean;
}

/**
 * Reads which code points a TTF or OTF covers: its cmap table, subtable format 12, else 4
 * (https://learn.microsoft.com/typography/opentype/spec/cmap). Only that table is read from the disk.
 *
 * @throws Error when the file is no such font
 */
export function readCoverage(path: string): Coverage {
  const table = readTable(path, 'cmap');
  const bits = new Uint8Array(0x110000 / 8);
  const add = (codePoint: number): void => {
    bits[codePoint >> 3]! |= 1 << (codePoint & 7);
  };
  const at = unicodeSubtable(table);
  if (at === undefined) throw new Error(`${path} has no Unicode character map`);
  if (table.getUint16(at) === 12) addGroups(table, at, add);
  else addSegments(table, at, add);
  return { has: (codePoint) => (bits[codePoint >> 3]! & (1 << (codePoint & 7))) !== 0 };
}

/** Offset of the best Unicode subtable that is understood: the whole of Unicode before its first plane. */
function unicodeSubtable(cmap: DataView): number | undefined {
  let basic: number | undefined;
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const platform = cmap.getUint16(4 + i * 8);
    const encoding = cmap.getUint16(6 + i * 8);
    const at = cmap.getUint32(8 + i * 8);
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    if (!unicode) continue;
    const format = cmap.getUint16(at);
    if (format === 12) return at;
    if (format === 4) basic = at;
  }
  return basic;
}

/** Format 12: groups of (first, last, first glyph). */
function addGroups(cmap: DataView, at: number, add: (codePoint: number) => void): void {
  for (let group = 0; group < cmap.getUint32(at + 12); group++) {
    const from = at + 16 + group * 12;
    const first = cmap.getUint32(from);
    const last = Math.min(cmap.getUint32(from + 4), 0x10ffff);
    const glyph = cmap.getUint32(from + 8);
    for (let codePoint = first; codePoint <= last; codePoint++) {
      if (glyph + codePoint - first !== 0) add(codePoint);
    }
  }
}

/** Format 4: segments of the first plane, each with a delta or an offset into a list of glyphs. */
function addSegments(cmap: DataView, at: number, add: (codePoint: number) => void): void {
  const doubled = cmap.getUint16(at + 6);
  const ends = at + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let segment = 0; segment < doubled; segment += 2) {
    const first = cmap.getUint16(starts + segment);
    const last = cmap.getUint16(ends + segment);
    const delta = cmap.getUint16(deltas + segment);
    const offset = cmap.getUint16(offsets + segment);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      let glyph = codePoint;
      if (offset !== 0) {
        const place = offsets + segment + offset + (codePoint - first) * 2;
        glyph = place + 2 <= cmap.byteLength ? cmap.getUint16(place) : 0;
        if (glyph === 0) continue;
      }
      if (((glyph + delta) & 0xffff) !== 0) add(codePoint);
    }
  }
}
