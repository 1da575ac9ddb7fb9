import type PDFDocument from 'pdfkit';
import type { PrintSheet } from '../ad/place.ts';
import { MARGIN, POINTS_PER_MM } from './crop-marks.ts';
import { literal } from './literal.ts';

/** What cutters look for: a spot colour of this name is where the knife goes, and no ink. */
export const CUT_LINE = 'CutContour';

/** Points. */
const HAIRLINE = 0.25;

/** Control points of the four Bézier curves that are a circle. */
const ROUND = 0.5523;

/**
 * The line along which a sheet is cut that is not cut straight: a separation and a layer of its own, over all that is
 * printed and knocking nothing out of it (ISO 32000-1, 8.6.6.4 and 8.11). Screens show it in magenta.
 */
export function addCutLine(document: PDFDocument, sheet: PrintSheet): void {
  const shade = document.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0, 0], N: 1 });
  shade.end();
  const overprint = document.ref({ Type: 'ExtGState', OP: true, op: true, OPM: 1 });
  overprint.end();
  const layer = document.ref({ Type: 'OCG', Name: literal(CUT_LINE) });
  layer.end();
  const { page } = document;
  page.colorSpaces[CUT_LINE] = ['Separation', CUT_LINE, 'DeviceCMYK', shade];
  page.ext_gstates['Over'] = overprint;
  page.resources.data['Properties'] = { [CUT_LINE]: layer };
  document._root.data['OCProperties'] = { OCGs: [layer], D: { ON: [layer], Order: [layer] } };
  const line = `q /Over gs /${CUT_LINE} CS 1 SCN ${HAIRLINE} w ${circleIn(sheet)} s Q`;
  document.addContent(`/OC /${CUT_LINE} BDC ${line} EMC`);
}

/** The largest ellipse in the trimmed sheet: of a square one a circle. */
function circleIn({ trim, bleed }: PrintSheet): string {
  const [rx, ry] = [(trim.width / 2) * POINTS_PER_MM, (trim.height / 2) * POINTS_PER_MM];
  const edge = (MARGIN + bleed) * POINTS_PER_MM;
  const at = (x: number, y: number): string =>
    `${(edge + rx + x * rx).toFixed(3)} ${(edge + ry + y * ry).toFixed(3)}`;
  const quarters = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const;
  const curves = quarters.map(([x, y]) => {
    // The next quarter begins a right angle further.
    const [to, up] = [-y, x];
    return `${at(x + ROUND * to, y + ROUND * up)} ${at(to + ROUND * x, up + ROUND * y)} ${at(to, up)} c`;
  });
  return [`${at(1, 0)} m`, ...curves].join(' ');
}
