import type { DesignLayer, DesignLayout } from '../ad/design.ts';
import { type Box, bottom, expand, right, type Size, shortSide, union } from '../ad/geometry.ts';
import { LayerPainter } from '../design/paint/paint-design.ts';
import type { HeroPart } from '../design/paint/paint-hero.ts';
import { drawn } from '../imaging/canvas.ts';
import type { Gesture } from './gesture.ts';
import type { LoopItem } from './loop.ts';
import type { DesignedPicture } from './picture.ts';
import { type MovingSign, outline } from './signs.ts';
import type { Timeline } from './timeline.ts';

/** Gestures of the layers that show something, by their indices: cut-outs float, and a light passes over pictures. */
export function shownLayers(
  { layers }: DesignLayout,
  timeline: Timeline,
): ReadonlyMap<number, readonly Gesture[]> {
  const shown = new Map<number, readonly Gesture[]>();
  for (const [index, layer] of layers.entries()) {
    if (layer.kind === 'hero') shown.set(index, timeline.shown(outline(layer), true));
    if (layer.kind === 'picture') shown.set(index, timeline.shown(outline(layer), false));
  }
  return shown;
}

/** A layer or a part of one, in the order of painting. */
interface Step {
  readonly layer: DesignLayer;
  readonly parts?: readonly HeroPart[];
  readonly gestures: readonly Gesture[];
  /** Moves as one with those of the same sign. */
  readonly sign?: MovingSign;
}

/** A design without its words, taken apart: what does not move is painted together as far as nothing moves between. */
export function designItems(
  { design: { size, layers }, pictures }: DesignedPicture,
  shown: ReadonlyMap<number, readonly Gesture[]>,
  signs: readonly MovingSign[],
): readonly LoopItem[] {
  const painter = new LayerPainter(pictures);
  const steps = layers.flatMap((layer, index): Step[] => {
    const sign = signs.find((each) => each.layers.includes(index));
    if (sign !== undefined) return [{ layer, gestures: sign.gestures, sign }];
    const gestures = shown.get(index) ?? [];
    if (layer.kind !== 'hero' || gestures.length === 0) return [{ layer, gestures }];
    return [
      { layer, parts: ['shadow'], gestures: [] },
      { layer, parts: ['body'], gestures },
    ];
  });
  const items: LoopItem[] = [];
  for (const run of runsOf(steps)) {
    const [first] = run;
    if (first === undefined) continue;
    const isGround = items.length === 0;
    const box = isGround || first.gestures.length === 0 ? { x: 0, y: 0, ...size } : reach(run, size);
    if (box.width <= 0 || box.height <= 0) continue;
    const image = drawn(box.width, box.height, (context) => {
      context.translate(-box.x, -box.y);
      for (const { layer, parts } of run) painter.paint(context, layer, parts);
    });
    items.push({ box, image, gestures: first.gestures });
  }
  return items;
}

/** Steps that follow one another and move alike. The ground stands alone at the back. */
function runsOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const before = last?.[0];
    const isSame =
      before !== undefined &&
      (step.sign === undefined
        ? step.gestures.length === 0 && before.gestures.length === 0
        : step.sign === before.sign);
    if (last !== undefined && isSame) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/** How far shadows and edges reach beyond what casts them, as a share of its shorter side. */
const SHADOWS = 0.12;

function reach(run: readonly Step[], size: Size): Box {
  const bounds = union(
    run.map(({ layer }) => {
      const own = outline(layer);
      return expand(own, Math.ceil(SHADOWS * shortSide(own)) + 4);
    }),
  );
  // What moves into the sheet is painted beyond it.
  const room = expand({ x: 0, y: 0, ...size }, Math.ceil(BEYOND * shortSide(size)));
  if (bounds === undefined) return room;
  const x = Math.max(Math.floor(bounds.x), room.x);
  const y = Math.max(Math.floor(bounds.y), room.y);
  return {
    x,
    y,
    width: Math.min(Math.ceil(right(bounds)), right(room)) - x,
    height: Math.min(Math.ceil(bottom(bounds)), bottom(room)) - y,
  };
}

/** How far beyond the sheet things are painted that move, as a share of its shorter side. */
const BEYOND = 0.06;
