import type { DesignLayout } from '../../src/ad/design.ts';
import type { TextBlock, TextLayout } from '../../src/ad/layout.ts';
import type { MotionScore } from '../../src/ad/motion.ts';
import { paintDesign } from '../../src/design/paint/paint-design.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { composeLoop } from '../../src/motion/compose-loop.ts';
import type { Loop } from '../../src/motion/loop.ts';
import { drawText } from '../../src/typography/draw.ts';
import { faces } from '../faces.ts';

export const size = { width: 360, height: 360 };

export const calm: MotionScore = {
  seconds: 4,
  fps: 15,
  rest: 0.4,
  stagger: 0.5,
  float: { rise: 1.1 },
  light: { seconds: 1.1, strength: 0.34 },
  pop: { seconds: 0.7, grow: 0.05, swings: 0 },
  count: { seconds: 0.55 },
};

const block = (
  slot: TextBlock['slot'],
  lines: readonly string[],
  box: TextBlock['box'],
  colour: string,
  em: number,
): TextBlock => ({
  slot,
  lines,
  box,
  face: 'Pretendard',
  weight: 800,
  size: em,
  lineHeight: 1.2,
  tracking: 0,
  align: 'centre',
  colour: colour as TextBlock['colour'],
  treatment: 'none',
  contrast: { wcag: 10, apca: 90 },
});

export const headline = block(
  'headline',
  ['딸기라떼'],
  { x: 30, y: 30, width: 200, height: 46 },
  '#102010',
  50,
);
export const badge = block('badge', ['오늘만'], { x: 262, y: 62, width: 60, height: 20 }, '#ffffff', 22);
export const price = block('price', ['6,500원'], { x: 30, y: 290, width: 130, height: 36 }, '#801010', 40);

export const design: DesignLayout = {
  family: 'test',
  size,
  layers: [
    { kind: 'box', box: { x: 0, y: 0, ...size }, colour: '#f4ecd8' },
    {
      kind: 'hero',
      box: { x: 120, y: 110, width: 110, height: 150 },
      source: { kind: 'icon', id: 'cup' },
      shadow: 'drop',
      shade: '#302010',
    },
    { kind: 'disc', box: { x: 242, y: 22, width: 100, height: 100 }, colour: '#c01020' },
  ],
  blocks: [headline, badge, price],
  productBoxes: [{ x: 120, y: 110, width: 110, height: 150 }],
  why: [],
  warnings: [],
};

/** A product of even colour with round corners. */
export const cup = drawn(110, 150, (context) => {
  context.fillStyle = '#3060a0';
  context.roundRect(0, 0, 110, 150, 30);
  context.fill();
});

export const wordsOf = (blocks: readonly TextBlock[]): TextLayout => ({
  size,
  underlays: [],
  blocks,
  why: [],
  warnings: [],
  decidedBy: 'test',
});

/** A small design in motion. */
export function designLoop(blocks: readonly TextBlock[] = design.blocks, layers = design.layers): Loop {
  const pictures = { heroes: [{ source: { kind: 'icon', id: 'cup' } as const, image: cup }], photos: [] };
  const own = { ...design, blocks, layers };
  const still = drawText(paintDesign(own, pictures), wordsOf(blocks), faces);
  return composeLoop({
    still,
    lettered: still,
    words: wordsOf(blocks),
    score: calm,
    faces,
    picture: { kind: 'design', design: own, pictures },
  });
}
