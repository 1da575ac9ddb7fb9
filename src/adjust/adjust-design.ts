import type { Fault, Move } from '../ad/adjustment.ts';
import type { AdCopy } from '../ad/copy.ts';
import type { DesignLayout } from '../ad/design.ts';
import type { Face } from '../ad/face.ts';
import { turnedBounds } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { lineBoxes } from '../design/check/line-boxes.ts';
import { type MeasuredDesign, measureDesign } from '../design/check/readable-design.ts';
import type { DesignPictures } from '../design/paint/paint-design.ts';
import { paintParts } from '../design/scene/paint-parts.ts';
import { encodeJpeg } from '../imaging/encode-jpeg.ts';
import type { Raster } from '../imaging/raster.ts';
import { setLogo } from '../layout/set-logo.ts';
import { drawText } from '../typography/draw.ts';
import { type Edges, faultsOf, touch } from './faults-of.ts';
import { moveDesign } from './move-design.ts';
import { type DesignPiece, piecesOf } from './pieces-of.ts';
import { isMoved } from './placer.ts';
import { QUALITY, SHOWN_SIDE } from './shown.ts';

export interface AdjustDesignRequest {
  readonly design: DesignLayout;
  readonly moves: Readonly<Record<string, Move>>;
  readonly copy: AdCopy;
  readonly pictures: DesignPictures;
  readonly logo?: Raster;
  readonly edges: Edges;
  readonly faces: readonly Face[];
}

export interface AdjustedDesign {
  readonly design: DesignLayout;
  readonly pieces: readonly DesignPiece[];
  readonly faults: readonly Fault[];
  /** JPEG. */
  readonly picture: Uint8Array;
}

/**
 * A design with its pieces where somebody has put them, as it is seen, and the rules that it breaks so. What the family
 * itself does, such as words that come near an edge, is no fault as long as they stay where it has them.
 */
export async function adjustDesign(request: AdjustDesignRequest): Promise<AdjustedDesign> {
  const { design: base, moves, copy, pictures, faces, edges } = request;
  const pieces = piecesOf(base, copy);
  const moved = moveDesign(base, pieces, moves, (photo) => {
    const found = pictures.photos.find((each) => each.photo === photo);
    if (found === undefined) throw new RangeError(`The design shows photo ${photo}, which is not there`);
    return found.image;
  });
  const measured = measureDesign(moved, pictures, faces);
  const { design } = measured;
  const now = placedNow(pieces, design);
  const atHome = judge(base, pieces, { unreadable: [], straddling: [] }, faces, edges);
  const isKnown = ({ kind, piece }: Fault): boolean =>
    !isMoved(moves[piece]) && atHome.some((other) => other.kind === kind && other.piece === piece);
  const faults = judge(design, now, measured, faces, edges).filter((fault) => !isKnown(fault));
  const picture = await encodeJpeg(finished(measured, request), SHOWN_SIDE, QUALITY);
  return { design, pieces: now, faults, picture };
}

/** The pieces of a design, where they are now. */
const placedNow = (
  pieces: readonly DesignPiece[],
  { layers, blocks }: DesignLayout,
): readonly DesignPiece[] =>
  pieces.map((piece) => {
    const boxes = [
      ...piece.layers.flatMap((i) => {
        const layer = layers[i];
        return layer === undefined ? [] : [turnedBounds(layer.box, 'angle' in layer ? layer.angle : 0)];
      }),
      ...piece.blocks.flatMap((i) => {
        const block = blocks[i];
        return block === undefined ? [] : [turnedBounds(block.box, block.angle)];
      }),
    ];
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
    return { ...piece, box: { x, y, width, height } };
  });

function judge(
  { size, blocks, productBoxes, parts = [], logo }: DesignLayout,
  pieces: readonly DesignPiece[],
  { unreadable, straddling }: Pick<MeasuredDesign, 'unreadable' | 'straddling'>,
  faces: readonly Face[],
  edges: Edges,
): readonly Fault[] {
  const idsOf = (found: readonly TextBlock[]): ReadonlySet<string> =>
    new Set(
      pieces.flatMap(({ id, blocks: own }) =>
        found.some((block) => own.includes(blocks.indexOf(block))) ? [id] : [],
      ),
    );
  const words = pieces.filter(({ kind }) => kind === 'words');
  const blocksOf = (piece: DesignPiece): readonly TextBlock[] => piece.blocks.flatMap((i) => blocks[i] ?? []);
  return faultsOf({
    size,
    pieces,
    unreadable: idsOf(unreadable),
    straddling: idsOf(straddling.map(({ block }) => block)),
    letters: new Map(words.map((piece) => [piece.id, Math.min(...blocksOf(piece).map(smallestEm))])),
    ink: new Map(words.map((piece) => [piece.id, blocksOf(piece).flatMap((block) => inkOf(block, faces))])),
    isOnProduct: (box) => productBoxes.some((product) => touch(box, product)),
    marks: [...parts.map(({ box }) => box), ...(logo === undefined ? [] : [logo])],
    edges,
  });
}

const smallestEm = ({ size, scales = [1] }: TextBlock): number => size * Math.min(...scales);

/** Where the words of a block are: its lines, or all of it where it is turned. */
const inkOf = (block: TextBlock, faces: readonly Face[]) =>
  block.angle === undefined || block.angle === 0
    ? lineBoxes(block, faces).map(({ box }) => box)
    : [turnedBounds(block.box, block.angle)];

/** The ad with its words, its code and its logo. */
function finished({ design, image }: MeasuredDesign, { faces, logo }: AdjustDesignRequest): Raster {
  const { size, blocks, parts = [] } = design;
  const layout = { size, underlays: [], blocks, why: [], warnings: [], decidedBy: `design ${design.family}` };
  const lettered = drawText(image, layout, faces);
  const coded = parts.length === 0 ? lettered : paintParts({ image: lettered, placed: parts }, faces);
  if (logo === undefined || design.logo === undefined) return coded;
  return setLogo({ image: coded, logo, words: [], at: design.logo }).image;
}
