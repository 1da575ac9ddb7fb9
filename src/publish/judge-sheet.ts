import type { LocalizedText } from '../ad/locale.ts';
import type { Place, PrintSheet, RuleSource } from '../ad/place.ts';
import { CUT_LINE } from '../print/cut-line.ts';
import { type PdfFacts, pdfFacts } from '../print/pdf-facts.ts';
import type { Finding } from './finding.ts';

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres by which a box may be off. */
const TOLERANCE = 0.1;

const both = (text: string): LocalizedText => ({ ko: text, en: text });

/** Holds a document for a press against the rules of its sheet. */
export function judgeSheet(bytes: Uint8Array, { print, pixels }: Place): readonly Finding[] {
  const by = print?.by ?? pixels.by;
  let facts: PdfFacts;
  try {
    facts = pdfFacts(bytes);
  } catch {
    return [{ kind: 'unreadable', found: { ko: '파일이 열리지 않아요', en: 'the file cannot be opened' } }];
  }
  if (print === undefined) return [{ kind: 'file', found: both('pdf'), by }];
  return [
    ...ofBoxes(facts, print.is, by),
    ...ofInks(facts, by),
    ...ofPictures(facts, print.is, by),
    ...ofFonts(facts, by),
    ...ofCut(facts, print.is, by),
  ];
}

function ofBoxes({ boxes }: PdfFacts, { trim, bleed }: PrintSheet, by: RuleSource): readonly Finding[] {
  const wanted = {
    trim: [trim.width, trim.height],
    bleed: [trim.width + 2 * bleed, trim.height + 2 * bleed],
  };
  return (['trim', 'bleed'] as const).flatMap((name): readonly Finding[] => {
    const size = sizeOf(boxes[name]);
    const isRight = size?.every((side, i) => Math.abs(side - (wanted[name][i] ?? 0)) <= TOLERANCE) ?? false;
    const found = size?.map((side) => side.toFixed(1)).join('×') ?? '–';
    return isRight
      ? []
      : [{ kind: 'sheet', found: both(`${name} ${found} mm ≠ ${wanted[name].join('×')} mm`), by }];
  });
}

/** Millimetres. */
function sizeOf(box: readonly number[] | undefined): readonly number[] | undefined {
  if (box === undefined) return undefined;
  const [left = 0, foot = 0, right = 0, top = 0] = box;
  return [(right - left) / POINTS_PER_MM, (top - foot) / POINTS_PER_MM];
}

function ofInks({ images, hasRgb, hasIntent }: PdfFacts, by: RuleSource): readonly Finding[] {
  const found: Finding[] = [];
  const other = images.find(({ channels }) => channels !== 4);
  if (other !== undefined) found.push({ kind: 'colour', found: both(`${other.channels} (CMYK, 4)`), by });
  if (hasRgb) found.push({ kind: 'colour', found: both('RGB (CMYK)'), by });
  if (!hasIntent)
    found.push({
      kind: 'colour',
      found: { ko: '출력용 프로파일이 없어요', en: 'there is no output profile' },
      by,
    });
  return found;
}

function ofCut({ spots }: PdfFacts, { cut }: PrintSheet, by: RuleSource): readonly Finding[] {
  if (cut === undefined || spots.includes(CUT_LINE)) return [];
  const found = { ko: `칼선(${CUT_LINE})이 없어요`, en: `there is no cut line (${CUT_LINE})` };
  return [{ kind: 'sheet', found, by }];
}

/** The largest picture fills the sheet with its bleed. */
function ofPictures({ images, boxes }: PdfFacts, { dpi }: PrintSheet, by: RuleSource): readonly Finding[] {
  const [width = 0] = sizeOf(boxes.bleed) ?? [];
  const pixels = Math.max(0, ...images.map((image) => image.width));
  const found = pixels / (width / 25.4);
  return found >= dpi - 1
    ? []
    : [{ kind: 'resolution', found: both(`${Math.round(found)} dpi < ${dpi} dpi`), by }];
}

function ofFonts({ fonts }: PdfFacts, by: RuleSource): readonly Finding[] {
  const missing = fonts.filter(({ embedded }) => !embedded).map(({ name }) => name);
  return missing.length === 0 ? [] : [{ kind: 'fonts', found: both(missing.join(', ')), by }];
}
