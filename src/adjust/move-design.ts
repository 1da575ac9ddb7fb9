import type { Move } from '../ad/adjustment.ts';
import type { DesignLayer, DesignLayout, HeroLayer, PhotoSource, PictureLayer } from '../ad/design.ts';
import { area, type Box, centre, intersection, type Size } from '../ad/geometry.ts';
import type { DesignPiece } from './pieces-of.ts';
import { bounded, isMoved, lettered, type Placer, placer } from './placer.ts';

/** Pixels of the photos that a design shows. */
export type PhotoSizes = (photo: PhotoSource) => Size;

/** The design with its pieces where somebody has put them. */
export function moveDesign(
  design: DesignLayout,
  pieces: readonly DesignPiece[],
  moves: Readonly<Record<string, Move>>,
  photos: PhotoSizes,
): DesignLayout {
  const layers = [...design.layers];
  const blocks = [...design.blocks];
  let { productBoxes } = design;
  for (const { id, kind, box, layers: own, blocks: words } of pieces) {
    const move = Object.hasOwn(moves, id) ? moves[id] : undefined;
    if (move === undefined || !isMoved(move)) continue;
    const to = placer(box, kind === 'product' ? bounded(move, box, design.size) : move, design.size);
    for (const i of own) {
      const layer = layers[i];
      if (layer === undefined) continue;
      layers[i] =
        layer.kind === 'picture' ? panned(layer, move, design.size, photos(layer.photo)) : placed(layer, to);
      productBoxes = seenIn(productBoxes, layer, layers[i]);
    }
    for (const i of words) {
      const block = blocks[i];
      if (block !== undefined) blocks[i] = lettered(block, to);
    }
  }
  return { ...design, layers, blocks, productBoxes };
}

function placed(layer: Exclude<DesignLayer, PictureLayer>, { box, scale }: Placer): DesignLayer {
  switch (layer.kind) {
    case 'ticket': {
      const { notch, radius } = layer;
      return {
        ...layer,
        box: box(layer.box),
        radius: radius * scale,
        notch: { ...notch, at: notch.at * scale, radius: notch.radius * scale },
      };
    }
    case 'box':
    case 'disc':
    case 'arch':
    case 'burst':
    case 'blob':
    case 'frame':
    case 'ring':
      return {
        ...layer,
        box: box(layer.box),
        ...(layer.radius === undefined ? {} : { radius: layer.radius * scale }),
      };
    default:
      return { ...layer, box: box(layer.box) };
  }
}

/** A photo stays in its frame: another part of it is shown, nearer or farther. */
function panned(layer: PictureLayer, { x, y, scale }: Move, sheet: Size, photo: Size): PictureLayer {
  const { part, box } = layer;
  const most = Math.min(photo.width / part.width, photo.height / part.height);
  const factor = Math.min(most, 1 / scale);
  const width = Math.max(1, Math.min(photo.width, Math.round(part.width * factor)));
  const height = Math.max(1, Math.min(photo.height, Math.round(part.height * factor)));
  const middle = centre(part);
  const along = (at: number, length: number, whole: number): number =>
    Math.round(Math.max(0, Math.min(whole - length, at - length / 2)));
  return {
    ...layer,
    part: {
      x: along(middle.x - (x * sheet.width * width) / box.width, width, photo.width),
      y: along(middle.y - (y * sheet.height * height) / box.height, height, photo.height),
      width,
      height,
    },
  };
}

/** Where products are seen once a layer is another. */
function seenIn(boxes: readonly Box[], was: DesignLayer, is: DesignLayer): readonly Box[] {
  if (was.kind === 'hero' && is.kind === 'hero') return boxes.map((box) => (isOf(box, was) ? is.box : box));
  if (was.kind !== 'picture' || is.kind !== 'picture') return boxes;
  const ratio = { x: was.part.width / was.box.width, y: was.part.height / was.box.height };
  const now = { x: is.part.width / is.box.width, y: is.part.height / is.box.height };
  return boxes.map((box) => {
    // What fills its frame and more is another's.
    if (area(intersection(box, was.box)) < 0.9 * area(box)) return box;
    const x = was.part.x + (box.x - was.box.x) * ratio.x;
    const y = was.part.y + (box.y - was.box.y) * ratio.y;
    const seen = {
      x: is.box.x + (x - is.part.x) / now.x,
      y: is.box.y + (y - is.part.y) / now.y,
      width: (box.width * ratio.x) / now.x,
      height: (box.height * ratio.y) / now.y,
    };
    const { width, height, ...at } = intersection(seen, is.box);
    return { x: Math.round(at.x), y: Math.round(at.y), width: Math.round(width), height: Math.round(height) };
  });
}

const isOf = (box: Box, { box: hero }: HeroLayer): boolean =>
  Math.abs(box.x - hero.x) + Math.abs(box.y - hero.y) + Math.abs(box.width - hero.width) <= 3;
