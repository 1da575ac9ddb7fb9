import type { DesignLayer, DesignLayout } from '../ad/design.ts';
import { area, type Box, contains, expand, overlaps, turnedBounds } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { Gesture } from './gesture.ts';
import type { TurningPrice } from './price-wheels.ts';

/** A sign on an ad that moves as one: a badge, a price, a button; with the shape that it stands on, or without. */
export interface Sign {
  /** Indices of the design's layers; none = its words stand free. */
  readonly layers: readonly number[];
  readonly blocks: readonly TextBlock[];
  /** Around all of it. */
  readonly bounds: Box;
}

/** A sign that is to be moved. */
export interface MovingSign extends Sign {
  readonly gestures: readonly Gesture[];
  /** Of its prices whose digits turn. */
  readonly turning: ReadonlyMap<TextBlock, TurningPrice>;
}

/** Largest share of an ad that a sign may take: what is larger is a part of its ground. */
const LARGEST = 0.2;

/** Slots that are signs, in the order of reading. */
const SIGNS = ['badge', 'price', 'cta'] as const;

const isSign = ({ slot }: TextBlock): boolean => SIGNS.some((sign) => sign === slot);

/** Bounds of what a block is drawn in. */
export const boundsOf = ({ box, angle }: Pick<TextBlock, 'box' | 'angle'>): Box => turnedBounds(box, angle);

/**
 * The signs of an ad in reading order, each block in one of them. Where nothing else moves and there is none, it is the
 * headline.
 */
export function signsOf(
  blocks: readonly TextBlock[],
  design: DesignLayout | undefined,
  isStill: boolean,
): readonly Sign[] {
  const signs: Sign[] = [];
  const taken = new Set<TextBlock>();
  const slots = isStill && !blocks.some(isSign) ? (['headline'] as const) : SIGNS;
  for (const slot of slots) {
    for (const block of blocks.filter((each) => each.slot === slot)) {
      if (taken.has(block)) continue;
      const sign = (design && onShape(block, blocks, design)) ?? {
        layers: [],
        blocks: [block],
        bounds: boundsOf(block),
      };
      for (const each of sign.blocks) taken.add(each);
      signs.push(sign);
    }
  }
  return signs;
}

/** The sign whose shape a block stands on; undefined where it stands on the ground, or on what holds more than signs. */
function onShape(
  block: TextBlock,
  blocks: readonly TextBlock[],
  { layers, size }: DesignLayout,
): Sign | undefined {
  const inner = boundsOf(block);
  const candidates = layers.flatMap((layer, index) => {
    if (!isShape(layer)) return [];
    const bounds = turnedBounds(layer.box, layer.angle);
    const holds = contains(expand(bounds, 2), inner) && area(bounds) <= LARGEST * area(size);
    const isWhole = contains(expand({ x: 0, y: 0, ...size }, 2), bounds);
    return holds && isWhole ? [{ index, bounds }] : [];
  });
  const shape = candidates.sort((a, b) => area(a.bounds) - area(b.bounds))[0];
  if (shape === undefined) return undefined;
  const { index: first, bounds } = shape;
  const inside = blocks.filter((each) => overlaps(boundsOf(each), bounds));
  const isOwn = inside.every(
    (each) => contains(expand(bounds, 2), boundsOf(each)) && (isSign(each) || each.slot === 'sub'),
  );
  // What lies on the shape is a part of it; what lies half on it belongs to something else.
  const above = layers.flatMap((layer, index) =>
    index > first && overlaps(outline(layer), bounds) ? [index] : [],
  );
  const own = above.filter((index) => contains(expand(bounds, 2), outline(layers[index])));
  if (!isOwn || own.length < above.length) return undefined;
  return { layers: [first, ...own], blocks: inside, bounds };
}

const isShape = (
  layer: DesignLayer,
): layer is Extract<DesignLayer, { readonly kind: 'box' | 'disc' | 'burst' | 'blob' | 'ticket' }> =>
  layer.kind === 'disc' ||
  layer.kind === 'burst' ||
  layer.kind === 'blob' ||
  layer.kind === 'ticket' ||
  layer.kind === 'box';

/** Around what a layer paints. */
export function outline(layer: DesignLayer | undefined): Box {
  if (layer === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  return turnedBounds(layer.box, 'angle' in layer ? layer.angle : undefined);
}
