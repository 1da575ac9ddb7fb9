import { type DesignLayout, MADE } from '../ad/design.ts';
import { area, type Box, expand } from '../ad/geometry.ts';

/** What a corner of the picture keeps from its edge, as a share of its shorter side. */
const INSET = 0.03;

/**
 * The largest box in which a design shows nothing but the picture that was made for it; undefined where it shows none, or
 * in a round window, which has no corners.
 */
export function drawnIn({ layers }: DesignLayout): Box | undefined {
  const boxes = layers.flatMap((layer): readonly Box[] => {
    if (layer.kind !== 'picture' || layer.photo !== MADE || layer.shape === 'disc') return [];
    const { box, angle = 0, shape } = layer;
    const { x, y, width, height } = shape === 'arch' ? lowerHalf(box) : box;
    // Of a turned picture what lies inside of all its edges.
    const turned = Math.abs(Math.sin((angle * Math.PI) / 180));
    const inset = Math.ceil(INSET * Math.min(width, height));
    const [across, down] = [Math.ceil(turned * height) / 2, Math.ceil(turned * width) / 2];
    const inner = { x: x + across, y: y + down, width: width - 2 * across, height: height - 2 * down };
    return [expand(inner, -inset)];
  });
  return boxes
    .filter(({ width, height }) => width > 0 && height > 0)
    .toSorted((a, b) => area(b) - area(a))[0];
}

const lowerHalf = ({ x, y, width, height }: Box): Box => ({
  x,
  y: y + height / 2,
  width,
  height: height / 2,
});
