import { readFile } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import type { Size } from '../ad/geometry.ts';
import type { PrintSheet } from '../ad/place.ts';
import type { HexColour } from '../ad/scene.ts';
import { DESCRIPTION } from '../imaging/press/derive-profile.ts';
import { fontOfFamily } from '../typography/register-faces.ts';
import type { LetterMark, Mark } from '../vector/marks.ts';
import { wordsOf } from '../vector/words-of.ts';
import { cropMarks, MARGIN, POINTS_PER_MM } from './crop-marks.ts';
import { addCutLine } from './cut-line.ts';
import { literal } from './literal.ts';
import type { PrintColour } from './print-colours.ts';

/** What a document says of itself. */
export interface DocumentAbout {
  readonly title: string;
  /** 'ko'. */
  readonly language: string;
  /** An XMP packet. */
  readonly xmp: string;
}

export interface PdfParts {
  readonly sheet: PrintSheet;
  /** Pixels in which the marks are, bleed and all. */
  readonly layout: Size;
  /** Pixels of the picture. */
  readonly size: Size;
  /** The picture in four inks. */
  readonly jpeg: Buffer;
  /** Of those inks (ICC). */
  readonly profile: Buffer;
  readonly marks: readonly Mark[];
  readonly colourOf: (colour: HexColour) => PrintColour;
  readonly about: DocumentAbout;
}

/** The same ad is the same file: it does not say when it was made. */
const NO_DATE = new Date('2000-01-01T00:00:00Z');

/** A page of the sheet with its bleed and its crop marks, whose boxes say which is which (ISO 32000-1, 14.11.2). */
export async function writePdf(parts: PdfParts): Promise<Uint8Array> {
  const { sheet, about } = parts;
  const { width, height } = pageSize(sheet);
  const document = new PDFDocument({
    pdfVersion: '1.6',
    size: [width, height],
    margin: 0,
    lang: about.language,
    displayTitle: true,
    font: null,
    info: { Title: about.title, Producer: 'shop-ad-bot', Creator: 'shop-ad-bot', CreationDate: NO_DATE },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve);
    document.on('error', reject);
  });
  setBoxes(document, sheet);
  const inks = addProfile(document, parts);
  addMetadata(document, about.xmp);
  // As pictures were separated: readers then show what the profile meant.
  document.addContent('/Perceptual ri');
  drawPicture(document, parts, inks);
  await registerFonts(document, parts.marks);
  drawMarks(document, parts);
  if (sheet.cut !== undefined) addCutLine(document, sheet);
  document.addContent(cropMarks(sheet));
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Points. */
const pageSize = ({ trim, bleed }: PrintSheet): Size => ({
  width: (trim.width + 2 * (bleed + MARGIN)) * POINTS_PER_MM,
  height: (trim.height + 2 * (bleed + MARGIN)) * POINTS_PER_MM,
});

function setBoxes({ page }: PDFDocument, { bleed }: PrintSheet): void {
  const inset = (mm: number): readonly number[] => {
    const by = mm * POINTS_PER_MM;
    return [by, by, page.width - by, page.height - by];
  };
  Object.assign(page.dictionary.data, { BleedBox: inset(MARGIN), TrimBox: inset(MARGIN + bleed) });
}

/** The colour space of all that is not black alone; it is what the sheet is meant to be printed in, too. */
function addProfile(document: PDFDocument, { profile }: PdfParts): readonly unknown[] {
  const icc = document.ref({ N: 4, Alternate: 'DeviceCMYK' });
  icc.end(profile);
  const inks = ['ICCBased', icc];
  document.page.colorSpaces['Inks'] = inks;
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: literal('Custom'),
    Info: literal(DESCRIPTION),
    DestOutputProfile: icc,
  });
  intent.end();
  document._root.data['OutputIntents'] = [intent];
  return inks;
}

/** In the place of what PDFKit would say; in the clear, so that whoever looks for it finds it. */
function addMetadata(document: PDFDocument, xmp: string): void {
  const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
  metadata.compress = false;
  metadata.end(Buffer.from(xmp));
  document._root.data['Metadata'] = metadata;
  document.endMetadata = () => {};
}

function drawPicture(document: PDFDocument, { size, jpeg }: PdfParts, inks: readonly unknown[]): void {
  const picture = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: size.width,
    Height: size.height,
    BitsPerComponent: 8,
    ColorSpace: inks,
    Filter: 'DCTDecode',
    // A JPEG of four inks says how much light they leave.
    Decode: [1, 0, 1, 0, 1, 0, 1, 0],
    Intent: 'Perceptual',
  });
  picture.end(jpeg);
  document.page.xobjects['Picture'] = picture;
  const at = MARGIN * POINTS_PER_MM;
  const [width, height] = [document.page.width - 2 * at, document.page.height - 2 * at];
  document.addContent(`q ${width} 0 0 ${-height} ${at} ${at + height} cm /Picture Do Q`);
}

function drawMarks(document: PDFDocument, { layout, marks, colourOf }: PdfParts): void {
  const at = MARGIN * POINTS_PER_MM;
  const scale = (document.page.width - 2 * at) / layout.width;
  const overprint = document.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 });
  overprint.end();
  document.page.ext_gstates['Overprint'] = overprint;
  document.save().transform(scale, 0, 0, scale, at, at);
  for (const mark of marks) {
    document.save().transform(...mark.matrix);
    document.addContent(inked(colourOf(mark.colour)));
    if (mark.kind === 'letters') drawLetters(document, mark);
    else if (mark.kind === 'fill') document.path(mark.path).fill();
    else {
      document.addContent(`1 J 1 j ${mark.width} w`);
      document.path(mark.path).stroke();
    }
    document.restore();
  }
  document.restore();
}

/** Black lies on what is under it, so that no rim of paper shows where a press is out of register. */
function inked(colour: PrintColour): string {
  if (colour === 'black') return '/Overprint gs 0 0 0 1 k 0 0 0 1 K';
  const inks = colour.join(' ');
  return `/Inks cs ${inks} scn /Inks CS ${inks} SCN`;
}

function drawLetters(document: PDFDocument, mark: LetterMark): void {
  const { family, size, spacing, y, outline } = mark;
  if (outline !== undefined) document.addContent(`1 j ${outline} w`);
  document.font(family).fontSize(size);
  for (const { text, x } of wordsOf(mark)) {
    document.text(text, x, y, {
      lineBreak: false,
      baseline: 'alphabetic',
      ...(spacing === 0 ? {} : { characterSpacing: spacing }),
      ...(outline === undefined ? {} : { stroke: true, fill: false }),
    });
  }
}

/** Zeros behind a font's file: fontkit reads the header of an empty glyph, which has none, and may be at the file's end. */
const BEHIND = Buffer.alloc(16);

/** Makes the fonts of marks known by their families. */
async function registerFonts(document: PDFDocument, marks: readonly Mark[]): Promise<void> {
  const families = new Set(marks.flatMap((mark) => (mark.kind === 'letters' ? [mark.family] : [])));
  for (const family of families) {
    const file = await readFile(fontOfFamily(family).path);
    document.registerFont(family, Buffer.concat([file, BEHIND]));
  }
}
