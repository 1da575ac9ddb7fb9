import type { Face } from '../ad/face.ts';
import { type Box, expand, type Size, toWholePixels } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { drawn } from '../imaging/canvas.ts';
import { changedPixels } from '../imaging/changed-pixels.ts';
import type { Raster } from '../imaging/raster.ts';
import { paintBehind, paintLetters } from '../typography/paint-block.ts';
import type { LoopItem } from './loop.ts';
import { boundsOf, type MovingSign } from './signs.ts';

/** How far what is drawn around letters reaches, in their em. */
const AROUND = 0.85;

/** Where a block is painted, in whole pixels of the ad. */
export function inkBox(block: TextBlock, size: Size): Box {
  const isBare = block.treatment !== 'shadow' && block.treatment !== 'outline';
  return toWholePixels(expand(boundsOf(block), isBare ? ROOM : Math.ceil(AROUND * block.size)), size);
}

/** Pixels around ink for soft edges. */
const ROOM = 6;

/** The words of an ad: those that never move together, and each that does. */
export function wordItems(
  blocks: readonly TextBlock[],
  signs: readonly MovingSign[],
  size: Size,
  faces: readonly Face[],
): readonly LoopItem[] {
  const moving = new Set(signs.flatMap((sign) => sign.blocks));
  const rest = blocks.filter((block) => !moving.has(block));
  const items: LoopItem[] = [];
  if (rest.length > 0) items.push({ ...painted(rest, { x: 0, y: 0, ...size }, faces), gestures: [] });
  for (const { blocks: own, gestures, turning } of signs) {
    for (const block of own) {
      const turned = turning.get(block);
      items.push({
        ...painted([block], inkBox(block, size), faces),
        gestures: turned === undefined ? gestures.filter(({ kind }) => kind !== 'count') : gestures,
        ...turned,
      });
    }
  }
  return items;
}

function painted(
  blocks: readonly TextBlock[],
  box: Box,
  faces: readonly Face[],
): Pick<LoopItem, 'box' | 'image'> {
  const image = drawn(box.width, box.height, (context) => {
    context.translate(-box.x, -box.y);
    for (const block of blocks) paintBehind(context, block, faces);
    for (const block of blocks) paintLetters(context, block, faces);
  });
  return { box, image };
}

/** What was set on an ad after its words: menu, QR code, logo, notice. Undefined where nothing was. */
export function overlayItem(still: Raster, lettered: Raster): LoopItem | undefined {
  const image = changedPixels(still, lettered);
  if (image === undefined) return undefined;
  return { box: { x: 0, y: 0, width: still.width, height: still.height }, image, gestures: [] };
}
