import { hexToOklch, type Oklch } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { seedFor } from '../../../imaging/random.ts';
import { paintCoat } from '../../materials/paint.ts';
import { plaster } from '../../materials/plaster.ts';
import { block } from '../../renderer/block.ts';
import { PRODUCT_DEPTH } from '../../renderer/camera.ts';
import { ellipsoid } from '../../renderer/ellipsoid.ts';
import { lathe } from '../../renderer/lathe.ts';
import { oklchToLinear } from '../../renderer/linear-colour.ts';
import type { Material } from '../../renderer/material.ts';
import type { ProfilePoint } from '../../renderer/outline.ts';
import { panel } from '../../renderer/panel.ts';
import type { Solid, SolidMaterial } from '../../renderer/solid.ts';
import type { BackdropRequest } from '../../scene.ts';
import { contrastingLightness, deepened } from '../../staging/contrasting-lightness.ts';

/** Colours of a podium and what is around it. */
export interface PodiumTones {
  readonly wall: Oklch;
  readonly floor: Oklch;
  readonly stage: Oklch;
  readonly shapes: readonly Oklch[];
}

/** Lightness steps round the palette's ground, one shape in a breath of the accent. */
export function podiumTones(request: BackdropRequest): PodiumTones {
  const { background, accent } = request.palette;
  const [l] = hexToOklch(background);
  const [, accentC, accentH] = hexToOklch(accent);
  const dark = l < 0.45;
  const base = contrastingLightness(dark ? Math.max(0.3, l + 0.2 * request.darkness) : l, request);
  const [, c, h] = deepened(background, base);
  const step = base > 0.6 ? -0.05 : 0.06;
  const chroma = Math.max(0.012, c);
  return {
    wall: [base, chroma, h],
    floor: [base + step * 0.4, chroma, h],
    stage: [Math.min(0.92, base + (base > 0.6 ? 0.02 : 0.1)), chroma * 0.7, h],
    shapes: [
      [base + step * 1.6, chroma * 1.5, h],
      [base + step * 2.6, Math.min(0.12, accentC * 0.5), accentH],
      [Math.min(0.97, base + 0.05), chroma * 0.5, h],
    ],
  };
}

function coat(colour: Oklch): SolidMaterial {
  return { surface: paintCoat(oklchToLinear(colour)), reflectance: 0.03, roughness: 0.4 };
}

/** A round slab with an eased edge. */
function drum(
  x: number,
  y: number,
  z: number,
  radius: number,
  height: number,
  material: SolidMaterial,
): Solid {
  const ease = Math.min(0.06, height * 0.2);
  const outline: ProfilePoint[] = [{ r: radius, y: 0 }];
  for (let i = 0; i <= 4; i++) {
    const angle = (i / 4) * (Math.PI / 2);
    outline.push({ r: radius - ease + ease * Math.cos(angle), y: height - ease + ease * Math.sin(angle) });
  }
  outline.push({ r: 0, y: height });
  return { ...lathe({ x, y, z, outline, materials: [material] }), selfShadows: false };
}

/**
 * The stage, and a few plain shapes behind it and beside it.
 *
 * @param high of the stage, decimetres
 * @param room half width that it needs at least, decimetres
 * @param wall depth of the wall, decimetres
 * @param side that the lamp is on
 */
export function podiumShapes(
  request: BackdropRequest,
  random: Random,
  high: number,
  room: number,
  wall: number,
  side: -1 | 1,
  tones: PodiumTones,
): Solid[] {
  const solids: Solid[] = [];
  const stageMaterial = stageOf(request, tones);
  const radius = Math.max(1.55 + 0.3 * random(), room);
  const kind = Math.floor(random() * 4);
  if (kind === 1) {
    solids.push(drum(0, 0, PRODUCT_DEPTH, radius * 1.32, high * 0.45, coat(tones.shapes[0]!)));
    solids.push(
      drum(0, high * 0.45, PRODUCT_DEPTH, Math.max(room, radius * 0.92), high * 0.55, stageMaterial),
    );
  } else if (kind === 2) {
    solids.push(
      block({
        x: 0,
        y: 0,
        z: PRODUCT_DEPTH,
        width: radius * 2.1,
        height: high,
        depth: radius * 1.7,
        bevel: 0.05,
        material: stageMaterial,
      }),
    );
  } else {
    solids.push(drum(0, 0, PRODUCT_DEPTH, radius, high, stageMaterial));
  }
  // Behind, on the side away from the lamp, something taller; on the other side something small.
  const tall = -side as -1 | 1;
  const behind = PRODUCT_DEPTH + radius + 0.8 + random();
  const shapes = tones.shapes;
  if (random() < 0.55) {
    const width = 3.2 + 1.4 * random();
    solids.push(
      panel({
        x: tall * (random() < 0.5 ? 0.4 : 1.5),
        y: 0,
        z: Math.min(wall - 0.35, behind + 1),
        width,
        height: 4.6 + 1.2 * random(),
        thick: 0.25,
        shape: random() < 0.6 ? 'arch' : 'disc',
        material: coat(shapes[Math.floor(random() * 2)]!),
      }),
    );
  }
  if (random() < 0.75) {
    solids.push(
      drum(
        tall * (radius + 1.1 + 0.4 * random()),
        0,
        behind - 0.4,
        0.75 + 0.35 * random(),
        high + 1 + 0.9 * random(),
        coat(shapes[0]!),
      ),
    );
  }
  if (random() < 0.7) {
    const size = 0.32 + 0.22 * random();
    solids.push(
      ellipsoid({
        at: [-tall * (radius + 0.45 + 0.4 * random()), size, PRODUCT_DEPTH + 0.3 + random()],
        radius: size,
        material: coat(shapes[1]!),
      }),
    );
  }
  if (random() < 0.5) {
    solids.push(drum(-tall * (radius + 1.5), 0, behind, 0.9, high * 0.6 + 0.3, coat(shapes[2]!)));
  }
  return solids;
}

function stageOf(request: BackdropRequest, tones: PodiumTones): SolidMaterial {
  const { material } = request;
  if (material === undefined || material === plaster) return coat(tones.stage);
  const made: Material = material.make({
    seed: seedFor(request.seed, 'stage'),
    tint: request.palette.background,
    tintShare: 0.15,
    lightAlong: [0, 0],
  });
  return { surface: made, reflectance: 0.04, roughness: Math.max(0.05, made.roughness) };
}
