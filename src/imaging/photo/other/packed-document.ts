import type { NamedFormat } from './named-format.ts';

/** Local headers that are looked at: what names a document stands among its first entries. */
const MAX_ENTRIES = 40;

/** Bytes in front of an entry's name, and the name's longest (APPNOTE.TXT, 4.3.7). */
const [HEADER, NAME] = [30, 200];

/** Entries that only one kind of document has. */
const DOCUMENTS: readonly (readonly [format: NamedFormat, entry: RegExp])[] = [
  [{ name: 'DOCX', refusal: 'photo-document' }, /^word\//],
  [{ name: 'XLSX', refusal: 'photo-document' }, /^xl\//],
  [{ name: 'PPTX', refusal: 'photo-document' }, /^ppt\//],
  [{ name: 'HWPX', refusal: 'photo-document' }, /^Contents\/(?:content\.hpf|header\.xml)$/],
  [{ name: 'Keynote/Pages', refusal: 'photo-document' }, /^Index\/(?:Document|Presentation)\.iwa$/],
  [{ name: 'Procreate', refusal: 'photo-design' }, /^Document\.archive$/],
  [{ name: 'Sketch', refusal: 'photo-design' }, /^pages\/.+\.json$/],
];

/** What the first entry of some is, unpacked, by its content. */
const TYPES: readonly (readonly [format: NamedFormat, type: string])[] = [
  [{ name: 'HWPX', refusal: 'photo-document' }, 'application/hwp+zip'],
  [{ name: 'ODT', refusal: 'photo-document' }, 'application/vnd.oasis.opendocument'],
  [{ name: 'EPUB', refusal: 'photo-document' }, 'application/epub+zip'],
  [{ name: 'KRA', refusal: 'photo-design' }, 'application/x-krita'],
];

/** What a ZIP archive holds: a document that is packed as one, or anything. undefined for what is no such archive. */
export function packedDocument(file: Buffer): NamedFormat | undefined {
  if (file.toString('latin1', 0, 4) !== 'PK\x03\x04') return undefined;
  const head = file.toString('latin1', HEADER, HEADER + NAME);
  if (head.startsWith('mimetype')) {
    const typed = TYPES.find(([, type]) => head.includes(type));
    if (typed !== undefined) return typed[0];
  }
  for (let at = 0, count = 0; at >= 0 && at + HEADER < file.length && count < MAX_ENTRIES; count++) {
    const name = file.toString('utf8', at + HEADER, at + HEADER + Math.min(NAME, file.readUInt16LE(at + 26)));
    const known = DOCUMENTS.find(([, entry]) => entry.test(name));
    if (known !== undefined) return known[0];
    // Lengths are at times told behind the entry, so that the next header is looked for.
    at = file.indexOf('PK\x03\x04', at + HEADER, 'latin1');
  }
  return { name: 'ZIP', refusal: 'photo-archive' };
}
