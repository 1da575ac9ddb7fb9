import { isPill } from '../../src/ad/copy.ts';
import type { Box } from '../../src/ad/geometry.ts';
import { shortSide } from '../../src/ad/geometry.ts';
import type { TextBlock, TextLayout } from '../../src/ad/layout.ts';
import type { HexColour } from '../../src/ad/scene.ts';
import { seededRandom } from '../../src/imaging/random.ts';

/** The same words at the same sizes anywhere in the picture, without repairs: what any rule should beat. */
export function randomLayout(layout: TextLayout, ink: HexColour, seed: number): TextLayout {
  const random = seededRandom(seed);
  const { width, height } = layout.size;
  const blocks = layout.blocks.map((block) =>
    bare(block, ink, {
      ...block.box,
      x: Math.round(random() * Math.max(0, width - block.box.width)),
      y: Math.round(random() * Math.max(0, height - block.box.height)),
    }),
  );
  return { ...layout, blocks, underlays: [], why: [], decidedBy: 'random' };
}

/** Gap of the template in shares of the shorter side. */
const GAP = 0.04;

/** The same words under one another in the middle of the picture, without repairs: the template of a beginner. */
export function centredLayout(layout: TextLayout, ink: HexColour): TextLayout {
  const { width, height } = layout.size;
  const gap = GAP * shortSide(layout.size);
  const total = layout.blocks.reduce((sum, { box }) => sum + box.height + gap, -gap);
  let y = (height - total) / 2;
  const blocks = layout.blocks.map((block) => {
    const box = { ...block.box, x: Math.round((width - block.box.width) / 2), y: Math.round(y) };
    y += block.box.height + gap;
    return bare({ ...block, align: 'centre' }, ink, box);
  });
  return { ...layout, blocks, underlays: [], why: [], decidedBy: 'centred' };
}

/** A block in the palette's ink with nothing done for it; badge and call to action keep their pills. */
function bare(block: TextBlock, ink: HexColour, box: Box): TextBlock {
  if (isPill(block.slot)) return { ...block, box };
  const { treatmentColour: _colour, treatmentStrength: _strength, ...rest } = block;
  return { ...rest, box, colour: ink, treatment: 'none' };
}
