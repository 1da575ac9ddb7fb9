import { defined } from '../../collections/defined.ts';
import type { Oklch } from '../../imaging/colour.ts';
import { seededRandom } from '../../imaging/random.ts';
import type { Material } from '../renderer/material.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import { levelFor, sampleLevel, type TileLevel } from '../renderer/tile.ts';
import { createRamp, type MaterialOptions, writeRampColour } from './colour-ramp.ts';

/** A kind of wood, as boards glued to a table top. */
export interface Timber {
  /** Latewood line to earlywood, OKLCH. */
  readonly stops: readonly Oklch[];
  /** Growth rings in one decimetre. */
  readonly rings: number;
  /** How much darker the ring's end is than its beginning, 0–1 of the ramp. */
  readonly contrast: number;
  /** Dark pores along the grain, 0–1. */
  readonly pores: number;
  /** How different boards are from each other, 0–1 of the ramp. */
  readonly variety: number;
  readonly gloss: number;
  readonly roughness: number;
}

interface Board {
  /** Edges across the grain, decimetres. */
  readonly from: number;
  readonly to: number;
  /** Where its part of the noise lies. */
  readonly place: number;
  readonly tone: number;
  /** The tree's heart: across from the board's middle, and how deep below its face. */
  readonly heart: number;
  readonly depth: number;
  /** The trunk tapers: depth gained per decimetre along. */
  readonly taper: number;
  readonly knot?: { readonly along: number; readonly across: number; readonly size: number };
}

/** Boards on both sides of the middle, enough for the widest picture. */
const REACH = 60;
const GAP = 0.012;

/**
 * Boards cut from trunks: each has its own heart, so some show arches and some straight lines; rings are smoothed
 * by what a pixel covers, so they melt into the mean colour far away.
 */
export function wood(timber: Timber, options: MaterialOptions): Material {
  const random = seededRandom(options.seed);
  const boards = sawn(random);
  const index = boardIndex(boards);
  const ramp = createRamp(timber.stops, options, 0.62);
  const noise = noiseTile();
  // Along or across the view, never quite square to it.
  const turn = (random() < 0.5 ? 0 : Math.PI / 2) + (random() - 0.5) * 0.1;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const offset = random() * 64;

  let lastFootU = -1;
  let lastFootV = -1;
  let broad: TileLevel = noise.levels[0]!;
  let streak = broad;
  let fibre = broad;
  let pore = broad;
  let acrossFoot = 0;
  let alongFoot = 0;

  return {
    gloss: timber.gloss,
    roughness: timber.roughness,
    sample(u, v, footU, footV, out) {
      if (footU !== lastFootU || footV !== lastFootV) {
        lastFootU = footU;
        lastFootV = footV;
        acrossFoot = Math.abs(cos) * footU + Math.abs(sin) * footV;
        alongFoot = Math.abs(sin) * footU + Math.abs(cos) * footV;
        broad = levelFor(noise, Math.max(acrossFoot * 1.3, alongFoot * 0.3));
        streak = levelFor(noise, Math.max(acrossFoot * 9, alongFoot * 0.5) * 0.8);
        fibre = levelFor(noise, Math.max(acrossFoot * 42, alongFoot * 1.5) * 0.8);
        pore = levelFor(noise, Math.max(acrossFoot * 60, alongFoot * 4.5) * 0.8);
      }
      const p = u * cos - v * sin;
      const q = u * sin + v * cos;
      const board = boards[index[Math.min(index.length - 1, Math.max(0, ((p + REACH) * 8) | 0))]!]!;
      const here =
        p < board.from
          ? (boards[boards.indexOf(board) - 1] ?? board)
          : p >= board.to
            ? (boards[boards.indexOf(board) + 1] ?? board)
            : board;
      const middle = (here.from + here.to) / 2;
      const { place } = here;
      // Ring distance from the heart, wobbling along the trunk.
      const sway = sampleLevel(broad, place + p * 0.5, offset + q * 0.13 + place * 3);
      const rough = sampleLevel(streak, place * 5 + p * 9, offset + q * 0.3);
      const across = p - middle - here.heart + sway * 0.16;
      const deep = here.depth + here.taper * q + sway * 0.16;
      let ring = Math.sqrt(across * across + deep * deep) + rough * 0.012 + sway * 0.05;
      let knotShade = 0;
      if (here.knot !== undefined) {
        const ku = (p - here.knot.across) / here.knot.size;
        const kv = (q - here.knot.along) / (here.knot.size * 1.9);
        const away = ku * ku + kv * kv;
        if (away < 30) {
          ring += here.knot.size * 1.6 * Math.exp(-away * 0.5);
          knotShade = 0.5 * Math.exp(-away * 2.2) + 0.1 * Math.exp(-away * 0.4);
        }
      }
      const count = ring * timber.rings;
      const slope =
        (Math.abs(across) / Math.max(0.05, ring)) * acrossFoot +
        (0.16 + 0.1 * Math.abs(here.taper)) * alongFoot;
      const blur = slope * timber.rings;
      // Wet years and dry years: rings differ in width and in strength.
      const year = sampleLevel(broad, place * 7 + ring * 2.3, place);
      const lines = ringTone(count, blur);
      const fine = sampleLevel(fibre, place * 11 + p * 42, offset + q * 1.5);
      let tone = 0.7 + here.tone - timber.contrast * lines * (0.75 + year) + year * 0.1;
      tone += rough * 0.15 + sway * 0.08 + fine * 0.2 - knotShade;
      if (timber.pores > 0) {
        const dash = sampleLevel(pore, place * 17 + p * 60, offset + q * 4.5) - 0.24;
        if (dash > 0) tone -= timber.pores * Math.min(0.5, dash * 1.6) * (0.4 + 1.2 * lines);
      }
      const seam = Math.min(p - here.from, here.to - p);
      // A seam narrower than a pixel darkens that pixel by its share.
      const covered =
        Math.min(1, Math.max(0, (GAP + acrossFoot * 0.5 - seam) / Math.max(GAP, acrossFoot))) *
        Math.min(1, GAP / acrossFoot + 0.12);
      writeRampColour(ramp, tone, 1 - 0.72 * covered, out);
      out[3] = fine * 0.05 + (seam < 0.05 ? (p - middle > 0 ? -1 : 1) * 0.06 * (1 - seam / 0.05) : 0);
      out[4] = (0.82 + 0.5 * fine + 0.25 * rough) * (1 - 0.8 * covered);
    },
  };
}

/** 0 at a ring's beginning rising to 1 at its dark end, then falling sharply; the mean where blur hides it. */
function ringTone(count: number, blur: number): number {
  const phase = count - Math.floor(count);
  const rise = phase * phase * (0.35 + 0.65 * phase);
  const fall = phase > 0.9 ? (1 - phase) / 0.1 : 1;
  const line = rise * fall;
  if (blur <= 0.2) return line;
  const hidden = Math.min(1, (blur - 0.2) / 0.55);
  return line + (0.23 - line) * hidden;
}

function sawn(random: () => number): Board[] {
  const boards: Board[] = [];
  let from = -REACH - random();
  while (from < REACH) {
    const width = 0.85 + random() * 0.75;
    const flat = random() < 0.55;
    const knotty = random() < 0.16;
    boards.push({
      from,
      to: from + width,
      place: random() * 64,
      tone: (random() + random() - 1) * 0.22,
      heart: flat ? (random() - 0.5) * 0.5 : (random() < 0.5 ? -1 : 1) * (1.2 + random() * 2),
      depth: flat ? 0.15 + random() * 0.5 : 0.6 + random(),
      taper: (random() - 0.5) * 0.12,
      ...defined({
        knot: knotty
          ? {
              along: 6 + random() * 14,
              across: from + width * (0.25 + 0.5 * random()),
              size: 0.05 + random() * 0.07,
            }
          : undefined,
      }),
    });
    from += width;
  }
  return boards;
}

/** Which board lies at each eighth of a decimetre. */
function boardIndex(boards: readonly Board[]): Uint16Array {
  const index = new Uint16Array(REACH * 16);
  let board = 0;
  for (let i = 0; i < index.length; i++) {
    const p = (i + 0.5) / 8 - REACH;
    while (board < boards.length - 1 && boards[board]!.to <= p) board++;
    index[i] = board;
  }
  return index;
}
