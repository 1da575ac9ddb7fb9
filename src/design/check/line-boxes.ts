import type { Face } from '../../ad/face.ts';
import { type Box, centre, type Point } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import { setText } from '../../typography/typeset.ts';

/** The ink of one line: upright before the block is turned about its middle. */
export interface LineBox {
  readonly text: string;
  readonly box: Box;
  /** From a place in its upright box to the ad. */
  toAd(place: Point): Point;
}

/** Where each line of a block has its ink; columns of vertical writing count as lines. */
export function lineBoxes(block: TextBlock, faces: readonly Face[]): readonly LineBox[] {
  const toAd = turnAbout(block);
  const { box, lines, vertical } = block;
  if (vertical) {
    const width = box.width / lines.length;
    return lines.map((text, i) => ({
      text,
      toAd,
      box: { x: box.x + box.width - (i + 1) * width, y: box.y, width, height: box.height },
    }));
  }
  const set = setText(lines, block, faces, block.icons, block.scales);
  const size = Math.min(block.size, box.width / set.width, box.height / set.height);
  const top = box.y + (box.height - set.height * size) / 2;
  return set.lines.map((line, i) => {
    const width = (line.right - line.left) * size;
    const room = box.width - width;
    const x = box.x + (block.align === 'left' ? 0 : block.align === 'right' ? room : room / 2);
    const baseline = top + (set.baselines[i] ?? 0) * size;
    const y = baseline - line.ascent * size;
    return {
      text: lines[i] ?? '',
      toAd,
      box: { x, y, width, height: (line.ascent + line.descent) * size },
    };
  });
}

function turnAbout({ box, angle = 0 }: TextBlock): (place: Point) => Point {
  if (angle === 0) return (place) => place;
  const middle = centre(box);
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return ({ x, y }) => ({
    x: middle.x + (x - middle.x) * cos - (y - middle.y) * sin,
    y: middle.y + (x - middle.x) * sin + (y - middle.y) * cos,
  });
}
