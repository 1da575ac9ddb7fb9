import { readTable } from './font-table.ts';

/** What a font calls itself. */
export interface FontNames {
  /** Its family, whose other members are of other weights: 'Pretendard'; the more usual name first. */
  readonly families: readonly string[];
  /** 'Pretendard-Bold'. */
  readonly postscript: string;
}

/** Name identifiers (https://learn.microsoft.com/typography/opentype/spec/name#name-ids). */
const FAMILY = 1;
const POSTSCRIPT = 6;
const TYPOGRAPHIC_FAMILY = 16;

const WINDOWS = 3;

/** Reads a TTF's or OTF's names. @throws Error when the file is no such font */
export function readFontNames(path: string): FontNames {
  const table = readTable(path, 'name');
  const texts = table.getUint16(4);
  const found = new Map<number, Set<string>>();
  for (let i = 0; i < table.getUint16(2); i++) {
    const at = 6 + 12 * i;
    // In UTF-16, as Windows has it; every font has these.
    if (table.getUint16(at) !== WINDOWS) continue;
    const id = table.getUint16(at + 6);
    const from = texts + table.getUint16(at + 10);
    const names = found.get(id) ?? new Set<string>();
    names.add(utf16(table, from, table.getUint16(at + 8)));
    found.set(id, names);
  }
  const named = (id: number): readonly string[] => [...(found.get(id) ?? [])];
  return {
    families: [...new Set([...named(TYPOGRAPHIC_FAMILY), ...named(FAMILY)])],
    postscript: named(POSTSCRIPT)[0] ?? '',
  };
}

function utf16(table: DataView, from: number, length: number): string {
  let text = '';
  for (let at = from; at + 1 < Math.min(from + length, table.byteLength); at += 2)
    text += String.fromCharCode(table.getUint16(at));
  return text;
}
