import type { LayerTextData, TextStyleRun } from 'ag-psd';
import type { TextBlock } from '../ad/layout.ts';
import { parseHex } from '../imaging/colour.ts';
import { readFontNames } from '../typography/font-names.ts';
import { fontOfFamily } from '../typography/register-faces.ts';
import type { LetterMark } from '../vector/marks.ts';
import type { DrawnLayer } from './ad-layers.ts';

/** Pixels by which letters of one line may be off one baseline. */
const LINE = 0.5;

/**
 * The words of a block as a text that can be written on in; undefined where they are columns or have a ground or icons
 * of their own, which would be lost with the first letter that is changed.
 */
export function psdText({ marks }: DrawnLayer, block: TextBlock): LayerTextData | undefined {
  const letters = marks.filter((mark): mark is LetterMark => mark.kind === 'letters');
  const [first] = letters;
  if (first === undefined || block.vertical || letters.length < marks.length) return undefined;
  const filled = letters.filter(({ outline }) => outline === undefined);
  const lines = linesOf(filled);
  const styleRuns = lines.flatMap((line, i) =>
    line.map((mark, j): TextStyleRun => {
      const ends = j === line.length - 1 && i < lines.length - 1;
      return { length: mark.text.length + (ends ? 1 : 0), style: styleOf(mark, block) };
    }),
  );
  const [a, b, c, d, e, f] = first.matrix;
  const start = { x: anchorOf(block), y: lines[0]?.[0]?.y ?? 0 };
  return {
    text: lines.map((line) => line.map(({ text }) => text).join('')).join('\n'),
    transform: [a, b, c, d, a * start.x + c * start.y + e, b * start.x + d * start.y + f],
    style: styleOf(first, block),
    styleRuns,
    paragraphStyle: { justification: block.align === 'centre' ? 'center' : block.align },
    shapeType: 'point',
  };
}

/** Where a block's lines are lined up. */
const anchorOf = ({ box, align }: TextBlock): number =>
  align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;

function linesOf(letters: readonly LetterMark[]): readonly (readonly LetterMark[])[] {
  const lines: LetterMark[][] = [];
  for (const mark of letters) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs((last[0]?.y ?? 0) - mark.y) < LINE) last.push(mark);
    else lines.push([mark]);
  }
  return lines;
}

function styleOf(
  { family, size, spacing, colour }: LetterMark,
  { lineHeight }: TextBlock,
): TextStyleRun['style'] {
  const [r, g, b] = parseHex(colour);
  return {
    font: { name: readFontNames(fontOfFamily(family).path).postscript },
    fontSize: size,
    autoLeading: false,
    leading: lineHeight * size,
    // Thousandths of an em.
    tracking: Math.round((1000 * spacing) / size),
    fillColor: { r, g, b },
  };
}
