import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '../../src/ad/layout.ts';
import { fromCanvas } from '../../src/imaging/canvas.ts';
import { paintGround, paintLetters } from '../../src/typography/paint-block.ts';
import type { Pen } from '../../src/typography/pen.ts';
import { cssFont, fontOfFamily } from '../../src/typography/register-faces.ts';
import type { Mark } from '../../src/vector/marks.ts';
import { RecordingPen } from '../../src/vector/recording-pen.ts';
import { wordsOf } from '../../src/vector/words-of.ts';
import { faces } from '../faces.ts';
import { meanDifference } from '../layered/contents.ts';

const SIZE = { width: 420, height: 300 };

const block = (more: Partial<TextBlock>): TextBlock => ({
  slot: 'headline',
  lines: ['딸기라떼 신메뉴'],
  box: { x: 40, y: 60, width: 340, height: 60 },
  face: 'Pretendard',
  weight: 800,
  size: 48,
  lineHeight: 1.2,
  tracking: -0.02,
  align: 'left',
  colour: '#7a1f2b',
  treatment: 'none',
  contrast: { wcag: 9, apca: 90 },
  ...more,
});

const BLOCKS: Readonly<Record<string, TextBlock>> = {
  plain: block({}),
  outlined: block({ treatment: 'outline', treatmentColour: '#f5d142' }),
  turned: block({ angle: -12 }),
  downwards: block({
    vertical: true,
    lines: ['신메뉴', '딸기'],
    box: { x: 150, y: 40, width: 120, height: 200 },
  }),
  'a badge': block({
    slot: 'badge',
    shape: 'burst',
    treatment: 'panel',
    treatmentColour: '#f5d142',
    lines: ['1+1'],
  }),
  'a price': block({ slot: 'price', lines: ['~~7,500원~~ 6,500원'] }),
  'with icons': block({
    slot: 'details',
    lines: ['매일 9시', '02-555-0142'],
    icons: ['hours', 'phone'],
    size: 30,
    box: { x: 40, y: 60, width: 240, height: 90 },
  }),
  'with a kerned blank': block({ face: 'Noto Sans KR', weight: 700, lines: ['가 나 다 (주말 제외)'] }),
};

function drawn(draw: (context: SKRSContext2D) => void) {
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  draw(context);
  return fromCanvas(canvas);
}

/** As whoever reads the marks would draw them: a word at a time. */
function drawMark(context: SKRSContext2D, mark: Mark): void {
  context.save();
  const [a, b, c, d, e, f] = mark.matrix;
  context.transform(a, b, c, d, e, f);
  context.fillStyle = mark.colour;
  context.strokeStyle = mark.colour;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (mark.kind === 'letters') {
    context.font = cssFont(fontOfFamily(mark.family), mark.size);
    context.letterSpacing = `${mark.spacing}px`;
    for (const { text, x } of wordsOf(mark)) {
      if (mark.outline === undefined) context.fillText(text, x, mark.y);
      else {
        context.lineWidth = mark.outline;
        context.strokeText(text, x, mark.y);
      }
    }
  } else if (mark.kind === 'fill') context.fill(new Path2D(mark.path));
  else {
    context.lineWidth = mark.width;
    context.stroke(new Path2D(mark.path));
  }
  context.restore();
}

describe('a pen that keeps what it draws', () => {
  it.each(Object.entries(BLOCKS))('keeps %s block so that it can be drawn again', (_, one) => {
    const draw = (pen: Pen): void => {
      paintGround(pen, one, faces);
      paintLetters(pen, one, faces);
    };
    const pen = new RecordingPen();
    draw(pen);
    const again = drawn((context) => {
      for (const mark of pen.marks) drawMark(context, mark);
    });
    const picture = drawn(draw);
    expect(meanDifference(again, picture)).toBeLessThan(0.1);
    expect(
      meanDifference(
        again,
        drawn(() => {}),
      ),
    ).toBeGreaterThan(1);
  });

  it('draws in one colour alone', () => {
    const pen = new RecordingPen();
    pen.fillStyle = 'rgba(0, 0, 0, 0.5)';
    expect(() => pen.fillRect(0, 0, 1, 1)).toThrow(/one colour/);
  });
});
