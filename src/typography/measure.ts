import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { BoundedMap } from '../collections/bounded-map.ts';
import { cssFont, type Font } from './register-faces.ts';

/** How far a run of text reaches, in em: from its origin on the baseline, right and up counted positive. */
export interface Extent {
  /** Where the next run begins; no tracking after the last letter. */
  readonly advance: number;
  /** Edges of the ink. */
  readonly left: number;
  readonly right: number;
  readonly ascent: number;
  /** Below the baseline. */
  readonly descent: number;
}

/** Glyphs are measured once at this em size and scaled: outlines are not hinted, so all sizes are alike. */
const REFERENCE = 1000;

/** Texts remembered; an ad has a few hundred pieces. */
const REMEMBERED = 20_000;

let scratch: SKRSContext2D | undefined;
const known = new BoundedMap<string, Extent>(REMEMBERED);

/** @param tracking added between letters, in em */
export function measureRun(text: string, font: Font, tracking: number): Extent {
  const key = `${font.family}|${tracking}|${text}`;
  const before = known.peek(key);
  if (before !== undefined) return before;
  scratch ??= createCanvas(1, 1).getContext('2d');
  scratch.font = cssFont(font, REFERENCE);
  scratch.letterSpacing = `${tracking * REFERENCE}px`;
  const metrics = scratch.measureText(text);
  const blank = text.trim() === '';
  const extent = {
    advance: metrics.width / REFERENCE - tracking,
    left: blank ? 0 : -metrics.actualBoundingBoxLeft / REFERENCE,
    right: blank ? 0 : metrics.actualBoundingBoxRight / REFERENCE,
    ascent: blank ? 0 : metrics.actualBoundingBoxAscent / REFERENCE,
    descent: blank ? 0 : metrics.actualBoundingBoxDescent / REFERENCE,
  };
  known.set(key, extent);
  return extent;
}
