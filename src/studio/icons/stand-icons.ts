import { type Box, shortSide, union } from '../../ad/geometry.ts';
import { composite } from '../../imaging/composite/composite.ts';
import { placeLayers } from '../../imaging/composite/place-layers.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { Backdrop, SceneRequest } from '../scene.ts';
import { aside } from '../staging/framing.ts';
import { findFreeSpace } from '../staging/free-space.ts';

/** Icons are drawn at 256 pixels; more than about twice as large they are soft. */
const LARGEST = 520;

/** Longer side of one icon, of two and of three, as shares of the picture's shorter side. */
const SIZES = [0.47, 0.37, 0.3];

/** In formats far from square there is more room than the shorter side tells. */
const ELONGATED = 1.12;

/** Between two icons, share of the shorter side. */
const GAP = 0.035;

/** Most of the picture's width that icons take: across, and where they stand aside from the words. */
const WIDEST = 0.84;
const WIDEST_ASIDE = 0.42;

/** Sets icons on a rendered scene, each in its shadow, side by side; words keep off them as off a subject. */
export async function standIcons(
  { image, stage }: Backdrop,
  pictures: readonly Raster[],
  request: SceneRequest,
): Promise<Backdrop> {
  const boxes = boxesOf({ image, stage }, pictures, request);
  const layers = await placeLayers(
    pictures.flatMap((picture, index) => {
      const box = boxes[index];
      if (box === undefined) return [];
      const scale = box.width / picture.width;
      return [
        { image: picture, placement: { photo: index, box, scale, ground: box.y + box.height, depth: index } },
      ];
    }),
  );
  const shown = composite({
    background: image,
    stage,
    layers,
    kind: 'cut-out',
    harmonise: 0,
    seed: request.seed,
  });
  const subject = union(boxes);
  if (subject === undefined) return { image, stage };
  return { image: shown.image, stage: { ...stage, subject, freeSpace: findFreeSpace(shown.image, subject) } };
}

/** Where each stands: their feet in one row, the group in the middle of the ground or aside from the words. */
function boxesOf(
  { image, stage }: Backdrop,
  pictures: readonly Raster[],
  request: SceneRequest,
): readonly Box[] {
  const side = shortSide(image);
  const off = aside(request);
  const { floor } = stage;
  const ratio = Math.max(image.width, image.height) / side;
  const wanted = side * (SIZES[pictures.length - 1] ?? 0.3) * (ratio > 1.15 ? ELONGATED : 1);
  const gap = GAP * side;
  const natural = pictures.map(({ width, height }) => Math.min(wanted, LARGEST) / Math.max(width, height));
  const gaps = gap * (pictures.length - 1);
  const total = pictures.reduce((sum, { width }, i) => sum + width * (natural[i] ?? 1), 0);
  const room = image.width * (off === 0 ? WIDEST : WIDEST_ASIDE) - gaps;
  const shrink = Math.min(1, room / total);
  const middle =
    floor?.across === undefined ? image.width * (0.5 + off) : (floor.across[0] + floor.across[1]) / 2;
  const ground = floor === undefined ? 0.72 * image.height : (floor.ground ?? (floor.top + floor.bottom) / 2);
  let x = middle - (total * shrink + gaps) / 2;
  return pictures.map(({ width, height }, i) => {
    const scale = (natural[i] ?? 1) * shrink;
    const box = {
      x: Math.round(x),
      y: Math.round(ground - height * scale),
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    };
    x += width * scale + gap;
    return box;
  });
}
