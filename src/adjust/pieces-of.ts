import type { Piece } from '../ad/adjustment.ts';
import type { AdCopy, CopySlot } from '../ad/copy.ts';
import type { DesignLayer, DesignLayout, FillLayer, FrameLayer, TicketLayer } from '../ad/design.ts';
import { area, type Box, contains, expand, overlaps, turnedBounds, union } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import { editableSlot } from './editable-slot.ts';

/** A piece, and what of the design belongs to it: indices of its layers and its blocks. */
export interface DesignPiece extends Piece {
  readonly layers: readonly number[];
  readonly blocks: readonly number[];
}

type Plate = FillLayer | FrameLayer | TicketLayer;

const PLATES: readonly DesignLayer['kind'][] = [
  'box',
  'disc',
  'arch',
  'burst',
  'blob',
  'frame',
  'ring',
  'ticket',
];

const isPlate = (layer: DesignLayer): layer is Plate => PLATES.includes(layer.kind);

/** A plate up to this share of the sheet belongs to its words, as a star does; a larger one is ground to stand on. */
const LARGEST_PLATE = 0.12;

/** Pixels of rounding by which words may look out of their plate. */
const ROUNDING = 3;

/** Lines of one slot that are nearer than this, in em, are one group. */
const NEAR = 0.9;

/** What can be taken hold of in a design, from the back to the front. */
export function piecesOf(design: DesignLayout, copy: AdCopy): readonly DesignPiece[] {
  return [...shown(design), ...lettered(design, copy)];
}

function shown({ layers }: DesignLayout): readonly DesignPiece[] {
  const counted = { hero: 0, picture: 0 };
  return layers.flatMap((layer, i): readonly DesignPiece[] => {
    if (layer.kind !== 'hero' && layer.kind !== 'picture') return [];
    const kind = layer.kind === 'hero' ? 'product' : 'picture';
    const box = turnedBounds(layer.box, layer.angle);
    return [{ id: `${kind}-${counted[layer.kind]++}`, kind, box, text: '', layers: [i], blocks: [] }];
  });
}

function lettered(design: DesignLayout, copy: AdCopy): readonly DesignPiece[] {
  const { blocks, layers } = design;
  const plates = layers.flatMap((layer, i) => (isPlate(layer) && isOfWords(layer, design) ? [i] : []));
  const group = blocks.map((_, i) => i);
  const join = (a: number, b: number): void => {
    const [kept = a, other = b] = [group[a], group[b]];
    for (const [i, of] of group.entries()) if (of === other) group[i] = kept;
  };
  const onPlate = plates.map((plate) => {
    const box = boundsOf(layers[plate]);
    return blocks.flatMap((block, i) =>
      box !== undefined && contains(expand(box, ROUNDING), bounds(block)) ? [i] : [],
    );
  });
  for (const [first, ...others] of onPlate) for (const other of others) join(first ?? 0, other);
  for (const [i, block] of blocks.entries())
    for (let j = 0; j < i; j++) if (areOne(block, blocks[j])) join(j, i);
  const counted = new Map<CopySlot, number>();
  return [...new Set(group)].flatMap((of): readonly DesignPiece[] => {
    const own = blocks.flatMap((_, i) => (group[i] === of ? [i] : []));
    const first = blocks[own[0] ?? -1];
    if (first === undefined) return [];
    const under = plates.filter((_, i) => onPlate[i]?.some((block) => own.includes(block)));
    const boxes = [
      ...own.flatMap((i) => blocks[i] ?? []).map(bounds),
      ...under.flatMap((i) => boundsOf(layers[i]) ?? []),
    ];
    const number = counted.get(first.slot) ?? 0;
    counted.set(first.slot, number + 1);
    const text = own.map((i) => blocks[i]?.lines.join(' ') ?? '').join(' ');
    const slot = own.every((i) => blocks[i]?.slot === first.slot)
      ? editableSlot(first.slot, text, copy)
      : undefined;
    return [
      {
        id: `${first.slot}-${number}`,
        kind: 'words',
        box: union(boxes) ?? first.box,
        text,
        layers: under,
        blocks: own,
        ...(slot === undefined ? {} : { slot }),
      },
    ];
  });
}

const bounds = ({ box, angle }: TextBlock): Box => turnedBounds(box, angle);

const boundsOf = (layer: DesignLayer | undefined): Box | undefined =>
  layer !== undefined && isPlate(layer) ? turnedBounds(layer.box, layer.angle) : undefined;

/** Small enough, and with words on it. */
function isOfWords(plate: Plate, { size, blocks }: DesignLayout): boolean {
  const box = turnedBounds(plate.box, plate.angle);
  return (
    area(box) <= LARGEST_PLATE * area(size) &&
    blocks.some((block) => contains(expand(box, ROUNDING), bounds(block)))
  );
}

/** Columns and lines of one list. */
function areOne(one: TextBlock, other: TextBlock | undefined): boolean {
  if (other === undefined || one.slot !== other.slot || one.slot !== 'details') return false;
  return overlaps(expand(bounds(one), NEAR * one.size), expand(bounds(other), NEAR * other.size));
}
