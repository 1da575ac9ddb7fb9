import { drawn } from '../../imaging/canvas.ts';
import { seededRandom } from '../../imaging/random.ts';
import { createTile, type Tile } from '../renderer/tile.ts';

const SIDE = 512;
/** Decimetres that the tile covers. */
const REACH = 5;

export interface Fibres {
  readonly count: number;
  /** Length in texels of about 0.1 mm, and how crooked. */
  readonly length: number;
  readonly bend: number;
  readonly width: number;
}

/** Fibres strewn in every direction, as a tile in decimetres: 0 = bare, 1 = on a fibre. */
export function fibreTile(fibres: Fibres, seed: number): Tile {
  const random = seededRandom(seed);
  const raster = drawn(SIDE, SIDE, (context) => {
    context.fillStyle = 'black';
    context.fillRect(0, 0, SIDE, SIDE);
    context.lineCap = 'round';
    for (let i = 0; i < fibres.count; i++) {
      const x = random() * SIDE;
      const y = random() * SIDE;
      const angle = random() * 2 * Math.PI;
      const length = fibres.length * (0.4 + 1.2 * random());
      const bend = fibres.bend * (random() - 0.5) * length;
      const twist = fibres.bend * (random() - 0.5) * length;
      const level = Math.round(90 + 165 * random());
      context.strokeStyle = `rgb(${level},${level},${level})`;
      context.lineWidth = fibres.width * (0.5 + random());
      // Drawn again on the other sides, so that the tile has no seam.
      for (const ox of [-SIDE, 0, SIDE]) {
        for (const oy of [-SIDE, 0, SIDE]) {
          context.save();
          context.translate(x + ox, y + oy);
          context.rotate(angle);
          context.beginPath();
          context.moveTo(-length / 2, 0);
          context.bezierCurveTo(-length / 6, bend, length / 6, twist, length / 2, bend * 0.5);
          context.stroke();
          context.restore();
        }
      }
    }
  });
  const data = new Float32Array(SIDE * SIDE);
  for (let i = 0; i < data.length; i++) data[i] = raster.data[i * 4]! / 255;
  return createTile(data, SIDE, SIDE / REACH);
}
