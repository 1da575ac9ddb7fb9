import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What a file says of its picture besides the pixels. */
export interface PictureLabels {
  /** The last part of an IPTC digital source type: 'algorithmicMedia'. */
  readonly digitalSource: string;
  /** What the picture says and shows, for those who do not see it. */
  readonly alt: string;
  /** The language of `alt`: 'ko'. */
  readonly language: string;
  /** The generative model that made it, or its ground; absent = none. */
  readonly model?: string;
  /** A text of ours that a file carries where it has no text chunks. */
  readonly recipe?: string;
}

/** Keyword of the packet in a PNG (XMP specification, part 3, 1.1.5). */
export const XMP_KEYWORD = 'XML:com.adobe.xmp';

/** Longest packet that one segment of a JPEG holds, in bytes (XMP specification, part 3, 1.1.3). */
export const MAX_JPEG_PACKET = 65_502;

/** Code units that an unpacked recipe may have. */
const MAX_RECIPE = 4 * 2 ** 20;

/**
 * The labels as an XMP packet, with the properties of the IPTC Photo Metadata Standard 2025.1. The same labels give the
 * same packet.
 */
export function xmpPacket({ digitalSource, alt, language, model, recipe }: PictureLabels): string {
  const said = localized(alt, language);
  const lines = [
    `<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${digitalSource}</Iptc4xmpExt:DigitalSourceType>`,
    ...(model === undefined
      ? []
      : [`<Iptc4xmpExt:AISystemUsed>${escaped(model)}</Iptc4xmpExt:AISystemUsed>`]),
    `<Iptc4xmpCore:AltTextAccessibility>${said}</Iptc4xmpCore:AltTextAccessibility>`,
    `<dc:description>${said}</dc:description>`,
    ...(recipe === undefined
      ? []
      : [`<ad:Recipe>${deflateRawSync(recipe, { level: 9 }).toString('base64')}</ad:Recipe>`]),
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:ad="urn:shop-ad-bot:1">
${lines.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

const OPENING = '<ad:Recipe>';

/** Longest packed recipe, in bytes: what a packet has room for. */
const MAX_PACKED = 90_000;

/** As recipeInXmp, of a file of any kind: the packet lies in it as it is. */
export function recipeInFile(file: Uint8Array): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const at = bytes.indexOf(OPENING);
  return at < 0 ? undefined : recipeInXmp(bytes.toString('latin1', at, at + MAX_PACKED + 30));
}

/** The recipe that a packet of ours carries; undefined for none, and for what cannot be unpacked within bounds. */
export function recipeInXmp(packet: string): string | undefined {
  const packed = /<ad:Recipe>([A-Za-z0-9+/=]{1,90000})<\/ad:Recipe>/.exec(packet)?.[1];
  if (packed === undefined) return undefined;
  try {
    return inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MAX_RECIPE }).toString();
  } catch {
    return undefined;
  }
}

/** A text with its language, and the same for who asks for another. */
const localized = (text: string, language: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li><rdf:li xml:lang="${language}">${escaped(text)}</rdf:li></rdf:Alt>`;

/** Control characters are not allowed in XML 1.0 at all. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
