import type { DesignLayer, DesignLayout, PictureLayer } from '../../ad/design.ts';
import { type Box, bottom, overlaps, right, type Size, turnedBounds } from '../../ad/geometry.ts';
import type { Insets } from '../../ad/place.ts';
import type { PictureMaterial } from '../design-request.ts';
import { picturePart } from './picture-part.ts';
import { isBled } from './safe-sheet.ts';

/** Pixels by which what reaches an edge may fall short of it. */
const ROUNDING = 1;

/**
 * A design with more sheet around it: all that reached an edge goes on to the new one, and all else stays as it was. A
 * photo shows more of itself.
 *
 * @param pictures by the index that layers name them with
 */
export function withBleed(
  design: DesignLayout,
  bleed: Insets,
  pictures: readonly PictureMaterial[],
): DesignLayout {
  if (!isBled(bleed)) return design;
  const { size } = design;
  const moved = (box: Box): Box => ({ ...box, x: box.x + bleed.left, y: box.y + bleed.top });
  const grown = (box: Box): Box => grownBox(box, size, bleed);
  const words = design.blocks.map(({ box, angle }) => moved(turnedBounds(box, angle)));
  const products = new Map(design.productBoxes.map((box) => [box, moved(box)]));
  const layers = design.layers.map((layer): DesignLayer => {
    if (layer.kind === 'picture') {
      const shown = grownPicture(
        { ...layer, box: moved(layer.box) },
        layer,
        { size, bleed },
        pictures,
        words,
      );
      if (shown.subject !== undefined)
        for (const box of products.keys()) if (overlaps(box, layer.box)) products.set(box, shown.subject);
      return shown.layer;
    }
    if (layer.kind === 'rays')
      return { ...layer, box: grown(layer.box), centre: shifted(layer.centre, bleed) };
    if (isFlat(layer)) return { ...layer, box: grown(layer.box) };
    return { ...layer, box: moved(layer.box) };
  });
  return {
    ...design,
    size: {
      width: size.width + bleed.left + bleed.right,
      height: size.height + bleed.top + bleed.bottom,
    },
    layers,
    blocks: design.blocks.map((block) => ({ ...block, box: moved(block.box) })),
    productBoxes: [...products.values()],
    ...(design.logo === undefined ? {} : { logo: moved(design.logo) }),
    ...(design.parts === undefined
      ? {}
      : {
          parts: design.parts.map((part) => ({
            ...part,
            box: moved(part.box),
            ...(part.sheet === undefined ? {} : { sheet: moved(part.sheet) }),
          })),
        }),
  };
}

/** What is even, or the same over and over, and may be longer without looking otherwise. */
const isFlat = (layer: DesignLayer): boolean =>
  ['box', 'arch', 'dots', 'stripes', 'scrim', 'pattern'].includes(layer.kind);

const shifted = ({ x, y }: { readonly x: number; readonly y: number }, { left, top }: Insets) => ({
  x: x + left,
  y: y + top,
});

/** The box on the larger sheet, on to those edges that it reached. */
function grownBox(box: Box, { width, height }: Size, bleed: Insets): Box {
  const [start, end] = [box.x <= ROUNDING ? 0 : bleed.left, right(box) >= width - ROUNDING ? bleed.right : 0];
  const [head, foot] = [
    box.y <= ROUNDING ? 0 : bleed.top,
    bottom(box) >= height - ROUNDING ? bleed.bottom : 0,
  ];
  const x = box.x + start;
  const y = box.y + head;
  return {
    x: start === 0 ? box.x : x,
    y: head === 0 ? box.y : y,
    width: box.width + (bleed.left - start) + end,
    height: box.height + (bleed.top - head) + foot,
  };
}

interface Grown {
  readonly size: Size;
  readonly bleed: Insets;
}

/** A photo that reached an edge, as large as its new box, with the part of it that suits that. */
function grownPicture(
  moved: PictureLayer,
  layer: PictureLayer,
  { size, bleed }: Grown,
  pictures: readonly PictureMaterial[],
  words: readonly Box[],
): { readonly layer: PictureLayer; readonly subject?: Box } {
  const box = grownBox(layer.box, size, bleed);
  const photo = pictures.find((one) => one.photo === layer.photo);
  const isTurned = layer.angle !== undefined && layer.angle !== 0;
  const isLarger = box.width !== layer.box.width || box.height !== layer.box.height;
  if (photo === undefined || isTurned || layer.shape !== 'box' || !isLarger) return { layer: moved };
  const { part, subject } = picturePart(photo, box, words, {
    width: size.width + bleed.left + bleed.right,
    height: size.height + bleed.top + bleed.bottom,
  });
  return { layer: { ...layer, box, part }, ...(subject === undefined ? {} : { subject }) };
}
