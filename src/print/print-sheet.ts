import { createCanvas } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import type { Size } from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { PrintSheet } from '../ad/place.ts';
import { encodeCmykJpeg } from '../imaging/cmyk.ts';
import type { AdContent } from '../layered/ad-content.ts';
import { markGroups } from '../layered/mark-groups.ts';
import { paintUnderWords } from '../layered/paint-under-words.ts';
import { printColours } from './print-colours.ts';
import { explainResolution } from './source-resolution.ts';
import { type DocumentAbout, writePdf } from './write-pdf.ts';

export interface PrintRequest {
  readonly content: AdContent;
  readonly sheet: PrintSheet;
  readonly faces: readonly Face[];
  readonly about: DocumentAbout;
}

export interface PrintedSheet {
  /** The PDF. */
  readonly bytes: Uint8Array;
  /** Of pictures that are too small for it. */
  readonly warnings: readonly LocalizedText[];
}

const MM_PER_INCH = 25.4;

/**
 * An ad as a PDF that a press takes: all that is of pixels painted anew at the press's resolution and separated into
 * four inks, its words as text of embedded fonts.
 */
export async function printSheet({ content, sheet, faces, about }: PrintRequest): Promise<PrintedSheet> {
  const size = pressSize(sheet);
  const { jpeg, profile } = await encodeCmykJpeg(paintedAt(size, content, faces), size);
  const marks = markGroups(content, faces, { codesInBlack: true }).flatMap((group) => group.marks);
  const colourOf = await printColours(marks);
  const layout = content.size;
  return {
    bytes: await writePdf({ sheet, layout, size, jpeg, profile, marks, colourOf, about }),
    warnings: explainResolution(content, sheet),
  };
}

/** Pixels of a whole sheet, bleed and all, at its press's resolution. */
const pressSize = ({ trim, bleed, dpi }: PrintSheet): Size => ({
  width: Math.round(((trim.width + 2 * bleed) / MM_PER_INCH) * dpi),
  height: Math.round(((trim.height + 2 * bleed) / MM_PER_INCH) * dpi),
});

/** RGBA. One canvas, and no copy of it besides what is answered: a sheet of A3 has 18 million pixels. */
function paintedAt({ width, height }: Size, content: AdContent, faces: readonly Face[]): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.scale(width / content.size.width, height / content.size.height);
  paintUnderWords(context, content, faces);
  const data = canvas.data();
  // Its pixels are given back now, and not when somebody collects garbage: they are a hundred megabytes and more.
  canvas.width = 1;
  canvas.height = 1;
  return data;
}
