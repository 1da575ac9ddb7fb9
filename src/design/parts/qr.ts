import type { PartColours, QrPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Size } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { hexToOklch, oklchToHex } from '../../imaging/colour.ts';
import type { Pen } from '../../typography/pen.ts';
import { noRoom, type PartDrawer, type PartLimits } from './part-drawer.ts';
import { type QrSymbol, QUIET, qrSymbol, sideInModules } from './qr-symbol.ts';
import { contrastOf, readable, WORDS } from './readable.ts';
import { drawWords, fittedWords, type SizedWords, styleOf } from './words.ts';

/**
 * Pixels of a module, so that a reader still finds two and a half at half of the size: at two, three codes of four were
 * not read (qr/decode 0.7.0, links of 22–80 bytes at 32 places), at two and a half all were.
 */
export const MIN_MODULE = 5;

/** Least WCAG ratio between dark and light modules: what a reader in poor light needs. */
const CONTRAST = 7;

/** Height of a caption's room and of its largest letters, as shares of the symbol with its quiet zone. */
const CAPTION = 0.2;
const CAPTION_LETTERS = 0.13;

/** Rounding of the sheet's corners, in modules: less than the quiet zone, so nothing of it is lost. */
const ROUNDING = 2;

interface SetQr extends Size {
  readonly symbol: QrSymbol;
  /** Pixels. */
  readonly module: number;
  readonly caption?: SizedWords;
}

function setQr(part: QrPart, limits: PartLimits, faces: readonly Face[]): SetQr | undefined {
  const symbol = qrSymbol(part.content);
  const modules = sideInModules(symbol);
  // Whole pixels, so that every module has sharp edges.
  const most = Math.floor(Math.min(limits.width, limits.height) / modules);
  for (let module = most; module >= MIN_MODULE; module--) {
    const side = module * modules;
    if (part.caption === undefined) return { symbol, module, width: side, height: side };
    const caption = setCaption(part, part.caption, side, side - 2 * QUIET * module, limits.smallest, faces);
    // What is too wide for this symbol is so for any smaller one.
    if (caption === undefined) return undefined;
    // The quiet zone under the symbol is the caption's distance too.
    const height = Math.ceil(side + caption.height);
    if (height <= limits.height) return { symbol, module, caption, width: side, height };
  }
  return undefined;
}

function setCaption(
  { face, weight }: QrPart,
  text: string,
  side: number,
  width: number,
  smallest: number,
  faces: readonly Face[],
): SizedWords | undefined {
  const largest = Math.max(smallest, CAPTION_LETTERS * side);
  const room = { width, height: CAPTION * side, smallest, largest, maxLines: 1 };
  return fittedWords(text, styleOf('cta', face, weight), room, faces);
}

/** Dark and light modules: of the ground's and the ink's hues, but as far apart as readers want them. */
export function qrColours({ ground, ink }: Pick<PartColours, 'ground' | 'ink'>): {
  readonly light: HexColour;
  readonly dark: HexColour;
} {
  const [l, c, h] = hexToOklch(ground);
  const light = l >= 0.94 ? ground : oklchToHex([0.985, Math.min(c, 0.012), h]);
  const [inkL, inkC, inkH] = hexToOklch(ink);
  const dark = oklchToHex([Math.min(inkL, 0.36), Math.min(inkC, 0.09), inkH]);
  return { light, dark: contrastOf(dark, light) >= CONTRAST ? dark : '#161616' };
}

/** Dark on light always: many readers know no other. */
export const qr: PartDrawer<QrPart, Pen> = {
  measure(part, limits, faces) {
    const set = setQr(part, limits, faces);
    return (
      set && {
        width: set.width,
        height: set.height,
        ...defined({ smallestText: set.caption?.size }),
      }
    );
  },
  paint(context, part, box, colours, faces) {
    const set = setQr(part, { ...box, smallest: 1 }, faces);
    if (set === undefined) throw noRoom(part, box);
    const { light, dark } = qrColours(colours);
    const x = Math.round(box.x + (box.width - set.width) / 2);
    const y = Math.round(box.y + (box.height - set.height) / 2);
    context.fillStyle = light;
    context.beginPath();
    context.roundRect(x, y, set.width, set.height, ROUNDING * set.module);
    context.fill();
    context.fillStyle = dark;
    drawModules(context, set, x + QUIET * set.module, y + QUIET * set.module);
    if (set.caption === undefined) return;
    const at = {
      x: x + (set.width - set.caption.width) / 2,
      y: y + set.width - (QUIET / 2) * set.module,
    };
    drawWords(context, set.caption, at, readable(colours.ink, light, WORDS), faces, 'centre');
  },
};

/** Runs of dark modules, row by row: neighbours of one fill leave no seam. */
function drawModules(context: Pen, { symbol, module }: SetQr, x: number, y: number): void {
  for (const [row, cells] of symbol.entries()) {
    for (let from = 0; from < cells.length; from++) {
      if (cells[from] !== true) continue;
      let to = from;
      while (cells[to] === true) to++;
      context.fillRect(x + from * module, y + row * module, (to - from) * module, module);
      from = to;
    }
  }
}
