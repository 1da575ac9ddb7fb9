import type { CopySlot } from '../ad/copy.ts';
import { area, type Box, bottom, centre, expand, intersection, right, union } from '../ad/geometry.ts';
import { type Arrangement, type Draft, draftsOf, inkOf } from './draft.ts';
import type { Frame } from './frame.ts';
import type { PictureMap } from './picture-map.ts';
import type { TextScale } from './text-scale.ts';

/** What can be wrong with an arrangement, each 0 = nothing to 1 = as bad as it gets (a little more at times). */
export interface Faults {
  /** Words lie on busy or looked-at parts of the picture. */
  readonly clutter: number;
  /** The ground is not light or dark enough throughout for letters of one colour. */
  readonly contrast: number;
  /** Letters are smaller than a poster's should be. */
  readonly size: number;
  /** Lines are uneven or broken where one does not breathe. */
  readonly breaks: number;
  /** All the weight is on one side. */
  readonly balance: number;
  /** The headline stands where the eye comes late. */
  readonly order: number;
  /** Words crowd the product. */
  readonly crowding: number;
  /** Words and product do not share an axis, or the words hang in no relation to anything. */
  readonly axis: number;
  /** Words lie outside of what the picture's maker kept free. */
  readonly reserve: number;
}

export type Fault = keyof Faults;

export const WEIGHTS: Faults = {
  clutter: 2.2,
  contrast: 1.4,
  size: 1.3,
  breaks: 0.8,
  balance: 0.7,
  order: 0.45,
  crowding: 0.6,
  axis: 0.5,
  reserve: 0.25,
};

/** What arrangements of one picture are measured against. */
export interface Scene {
  readonly frame: Frame;
  readonly map: PictureMap;
  readonly product: Box | undefined;
  readonly freeSpace: readonly Box[];
  /** The words are the whole picture. */
  readonly alone: boolean;
  /** Sizes without any squeeze. */
  readonly scale: TextScale;
}

export function faultsOf(arrangement: Arrangement, scene: Scene): Faults {
  const drafts = draftsOf(arrangement);
  return {
    clutter: clutterOf(drafts, scene),
    contrast: meanOver(drafts, (draft) => contrastFault(draft, scene.map)),
    size: sizeFault(drafts, scene),
    breaks: meanOver(drafts, (draft) => Math.min(1, draft.cost)),
    balance: balanceFault(drafts, scene),
    order: orderFault(drafts, scene),
    crowding: crowdingFault(drafts, scene),
    axis: axisFault(arrangement, scene),
    reserve: reserveFault(drafts, scene.freeSpace),
  };
}

export const totalOf = (faults: Faults): number =>
  (Object.keys(WEIGHTS) as Fault[]).reduce((sum, fault) => sum + WEIGHTS[fault] * faults[fault], 0);

/** How much a slot counts: a headline is read first, the details may suffer a little. */
const IMPORTANCE = { headline: 3, sub: 2, badge: 2, price: 2, cta: 1, details: 1 } as const;

function meanOver(drafts: readonly Draft[], measure: (draft: Draft) => number): number {
  let [sum, weights] = [0, 0];
  for (const draft of drafts) {
    sum += IMPORTANCE[draft.slot] * measure(draft);
    weights += IMPORTANCE[draft.slot];
  }
  return weights === 0 ? 0 : sum / weights;
}

function clutterOf(drafts: readonly Draft[], { map }: Scene): number {
  const mean = meanOver(drafts, (draft) => map.cost(draft.box));
  const worst = Math.max(0, ...drafts.map((draft) => map.worstCost(draft.box)));
  return 0.7 * mean + 0.3 * worst;
}

/**
 * OKLab lightness (0–100) that a ground needs all over: above the first for dark letters, below the second for light
 * ones. Ink on 77 and paper on 57 have an APCA Lc of 60, on 87 and 45 of 75.
 */
const GROUNDS: Readonly<Record<CopySlot, readonly [dark: number, light: number]>> = {
  headline: [77, 57],
  sub: [87, 45],
  badge: [0, 100],
  price: [77, 57],
  cta: [0, 100],
  details: [87, 45],
};

/** Lightness that lacks for a ground to be as bad as it gets. */
const HOPELESS = 22;

function contrastFault({ slot, box }: Draft, map: PictureMap): number {
  const { mean, deviation } = map.lightness(box);
  const spread = 1.65 * deviation;
  const [dark, light] = GROUNDS[slot];
  const lacking = Math.min(dark - (mean - spread), mean + spread - light);
  return Math.max(0, Math.min(1, lacking / HOPELESS));
}

function sizeFault(drafts: readonly Draft[], { scale }: Scene): number {
  return meanOver(drafts, (draft) => Math.max(0, 1 - draft.size / scale[draft.slot].largest));
}

/** How far from the middle the centre of all weight may lie, as a share of the width. */
const BALANCED = 0.06;

/** A square pixel of lettering weighs as much as this many of the most salient picture. */
const INK_WEIGHT = 0.55;

function balanceFault(drafts: readonly Draft[], { map, frame, product }: Scene): number {
  const { width, height } = frame.size;
  let [mass, moment] = [0, 0];
  const add = (box: Box, weight: number): void => {
    mass += weight;
    moment += weight * centre(box).x;
  };
  if (product !== undefined) add(product, map.weight(product));
  else add({ x: 0, y: 0, width, height }, 0.05 * width * height);
  for (const draft of drafts) add(draft.box, INK_WEIGHT * area(draft.box));
  const off = Math.abs(moment / mass / width - 0.5);
  return Math.max(0, Math.min(1, (off - BALANCED) / 0.25));
}

/** Where the middle of words that stand alone is seen as the picture's, share of the height. */
const OPTICAL_MIDDLE = 0.46;

function orderFault(drafts: readonly Draft[], { frame, product, alone }: Scene): number {
  const first = drafts[0];
  if (first === undefined) return 0;
  if (alone) {
    const main = union(drafts.filter(({ slot }) => slot !== 'details').map(({ box }) => box)) ?? first.box;
    const off = Math.abs(centre(main).y / frame.size.height - OPTICAL_MIDDLE);
    return Math.min(1, 3 * off + detailsFault(drafts, frame));
  }
  const { x, y } = centre(first.box);
  const down = y / frame.size.height;
  // Beside a product that fills the height the words stand in the middle; over one, at the top.
  const beside = product !== undefined && (right(first.box) <= product.x || first.box.x >= right(product));
  const late = beside ? Math.abs(down - 0.4) * 0.8 : Math.max(0, down - 0.3);
  const fromLeft = Math.max(0, x / frame.size.width - 0.55);
  return Math.min(1, 1.3 * late + 0.5 * fromLeft + detailsFault(drafts, frame));
}

/** Room that words should have around them, in units of the frame. */
const AIR = 1.6;

/** Who and where is looked for at the foot of an ad, at a pinch at its head. */
function detailsFault(drafts: readonly Draft[], { inner }: Frame): number {
  const details = drafts.filter(({ slot }) => slot === 'details');
  const box = union(details.map((draft) => draft.box));
  if (box === undefined || drafts.length === details.length) return 0;
  if (bottom(box) > bottom(inner) - 2) return 0;
  return box.y === inner.y ? 0.45 : 0.25;
}

function crowdingFault(drafts: readonly Draft[], { frame, map }: Scene): number {
  const close = drafts.filter(({ box }) => map.productShare(expand(box, AIR * frame.unit)) > 0);
  return inkOf(close) / Math.max(1, inkOf(drafts));
}

function axisFault(arrangement: Arrangement, { frame, product }: Scene): number {
  // A burst stands where it is seen, off every line.
  const drafts = draftsOf(arrangement).filter(({ shape }) => shape !== 'burst');
  const box = union(drafts.map((draft) => draft.box));
  if (box === undefined) return 0;
  const width = frame.size.width;
  const middle = centre(box).x;
  const centred = product === undefined || Math.abs(centre(product).x - width / 2) < 0.05 * width;
  const above = product === undefined || !drafts.some((draft) => besides(draft.box, product));
  if (arrangement.align === 'centre') {
    const wanted = above && product !== undefined ? centre(product).x : width / 2;
    // Centred words stand over a centred product, or in the middle of the room beside it.
    return Math.min(1, above ? (6 * Math.abs(middle - wanted)) / width + (centred ? 0 : 0.4) : 0.5);
  }
  const left = Math.abs(box.x - frame.inner.x) < 0.02 * width;
  const rightmost = Math.abs(right(box) - right(frame.inner)) < 0.02 * width;
  const atEdge = arrangement.align === 'left' ? left || (rightmost && !above) : rightmost;
  const anchored = atEdge ? 0 : product !== undefined && !above ? 0.45 : 0.8;
  // Right-aligned lines begin at a new place each.
  return Math.min(1, anchored + (arrangement.align === 'right' ? 0.35 : 0) + (centred && above ? 0.12 : 0));
}

const besides = (box: Box, product: Box): boolean =>
  bottom(box) > product.y && box.y < bottom(product) && (right(box) <= product.x || box.x >= right(product));

function reserveFault(drafts: readonly Draft[], freeSpace: readonly Box[]): number {
  if (freeSpace.length === 0) return 0;
  return meanOver(drafts, (draft) => {
    const inside = Math.max(...freeSpace.map((free) => area(intersection(draft.box, free))));
    return 1 - inside / Math.max(1, area(draft.box));
  });
}
