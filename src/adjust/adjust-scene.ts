import type { Fault } from '../ad/adjustment.ts';
import type { Face } from '../ad/face.ts';
import { type Box, toWholePixels, turnedBounds, union } from '../ad/geometry.ts';
import type { ProductLayout, TextBlock } from '../ad/layout.ts';
import type { Stage } from '../ad/scene.ts';
import { lineBoxes } from '../design/check/line-boxes.ts';
import { composite } from '../imaging/composite/composite.ts';
import type { PlacedLayer } from '../imaging/composite/layer.ts';
import { encodeJpeg } from '../imaging/encode-jpeg.ts';
import type { Matte, Raster } from '../imaging/raster.ts';
import { legibilityOf } from '../layout/measure/legibility.ts';
import { setLogo } from '../layout/set-logo.ts';
import { drawText } from '../typography/draw.ts';
import { type Edges, faultsOf } from './faults-of.ts';
import type { SceneLayout, ScenePiece } from './move-scene.ts';
import { QUALITY, SHOWN_SIDE } from './shown.ts';

export interface AdjustSceneRequest {
  /** The scene without its products; with `products` those are set into it. */
  readonly ground: Raster;
  readonly products?: {
    readonly stage: Stage;
    readonly layers: readonly PlacedLayer[];
    readonly kind: ProductLayout['kind'];
    readonly harmonise: number;
    readonly seed: number;
  };
  /** Where all stands now. */
  readonly layout: SceneLayout;
  readonly pieces: readonly ScenePiece[];
  /** Set where the scene is calm. */
  readonly logo?: Raster;
  readonly edges: Edges;
  readonly faces: readonly Face[];
}

export interface AdjustedScene {
  readonly layout: SceneLayout;
  readonly pieces: readonly ScenePiece[];
  readonly faults: readonly Fault[];
  /** JPEG. */
  readonly picture: Uint8Array;
}

/** A matte above this is product; words may touch its softest rim. */
const PRODUCT_ALPHA = 24;

/** A scene as somebody has moved it, as it is seen, and the rules that it breaks so. */
export async function adjustScene(request: AdjustSceneRequest): Promise<AdjustedScene> {
  const { ground, products, layout, faces, edges, logo } = request;
  const size = { width: ground.width, height: ground.height };
  const set = products && composite({ background: ground, ...products });
  const image = set?.image ?? ground;
  const { words } = layout;
  const legible = words === undefined ? [] : legibilityOf(image, words, faces);
  const blocks = (words?.blocks ?? []).map((block, i) => ({
    ...block,
    contrast: legible[i]?.contrast ?? block.contrast,
  }));
  const pieces = request.pieces.map((piece) => placedNow(piece, layout));
  const worded = pieces.filter(({ kind }) => kind === 'words');
  const blocksOf = (piece: ScenePiece): readonly TextBlock[] => piece.blocks.flatMap((i) => blocks[i] ?? []);
  const faults = faultsOf({
    size,
    pieces,
    unreadable: new Set(
      worded.flatMap(({ id, blocks: own }) => (own.some((i) => legible[i]?.isEnough === false) ? [id] : [])),
    ),
    straddling: new Set(),
    letters: new Map(
      worded.map((piece) => [piece.id, Math.min(...blocksOf(piece).map((block) => block.size))]),
    ),
    ink: new Map(
      worded.map((piece) => [
        piece.id,
        blocksOf(piece).flatMap((block) => lineBoxes(block, faces).map(({ box }) => box)),
      ]),
    ),
    isOnProduct: (box) => (set === undefined ? false : isSeenIn(set.product, box)),
    marks: [],
    edges,
  });
  const lettered = words === undefined ? image : drawText(image, { ...words, blocks }, faces);
  const shown =
    logo === undefined
      ? lettered
      : setLogo({
          image: lettered,
          logo,
          words: blocks.map(({ box, angle }) => turnedBounds(box, angle)),
          ...(set === undefined ? {} : { product: set.product }),
        }).image;
  return {
    layout: { ...layout, ...(words === undefined ? {} : { words: { ...words, blocks } }) },
    pieces,
    faults,
    picture: await encodeJpeg(shown, SHOWN_SIDE, QUALITY),
  };
}

function placedNow(piece: ScenePiece, { products, words }: SceneLayout): ScenePiece {
  const placement = piece.placement === undefined ? undefined : products?.placements[piece.placement];
  const boxes = piece.blocks.flatMap((i) => {
    const block = words?.blocks[i];
    return block === undefined ? [] : [turnedBounds(block.box, block.angle)];
  });
  return { ...piece, box: placement?.box ?? union(boxes) ?? piece.box };
}

function isSeenIn({ width, height, data }: Matte, box: Box): boolean {
  const { x, y, width: across, height: down } = toWholePixels(box, { width, height });
  for (let row = y; row < y + down; row++)
    for (let column = x; column < x + across; column++)
      if ((data[row * width + column] ?? 0) > PRODUCT_ALPHA) return true;
  return false;
}
