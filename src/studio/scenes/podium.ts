import { defined } from '../../collections/defined.ts';
import { hexToOklch, type Oklch, oklchToHex } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { paintCoat } from '../materials/paint.ts';
import { plaster } from '../materials/plaster.ts';
import { createSubject } from '../props/create-subject.ts';
import { block } from '../renderer/block.ts';
import { columnOf, depthAt, PRODUCT_DEPTH, rowOf } from '../renderer/camera.ts';
import { ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { panel } from '../renderer/panel.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';

/** A round stage for the product, with a few plain shapes around it, all in one family of colours. */
export const podium = defineScene({
  name: 'podium',
  title: { ko: '받침대', en: 'a podium' },
  description: { ko: '둥근 받침대', en: 'a round podium' },
  effect: { ko: '상품이 주인공처럼 올라서요', en: 'it lifts the product up like the star it is' },
  words: [
    {
      ko: {
        포디움: 'podium',
        받침대: 'pedestal',
        단상: 'podium',
        원형단상: 'round podium',
        원기둥: 'cylinder podium',
        디스플레이대: 'display podium',
        스테이지: 'stage',
        무대: 'stage',
      },
      en: ['pedestal', 'plinth', 'display stand', 'stage'],
    },
  ],
  materials: ['marble', 'dark-marble', 'terrazzo', 'concrete', 'plaster', 'oak', 'walnut', 'slate'],
  prompt: 'on a round {surface} podium against a {ground} wall',
  flat: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'podium'));
  const high = 0.45 + 0.5 * random();
  const view = frameTable(request, random, {
    blur: 0.006,
    eye: 0.36,
    reach: 0.09,
    lift: high,
    ground: 0.775,
  });
  const { camera } = view;
  const wall = depthAt(camera, view.horizon);
  const plan = planLights(request, lightingSpaceOf(camera, wall));
  const tones = tonesOf(request);
  const along = [plan.direction[0], plan.direction[2]] as const;
  const floor = plaster.make({
    seed: seedFor(request.seed, 'floor'),
    lightness: tones.floor[0],
    tint: oklchToHex(tones.floor),
    tintShare: 1,
    lightAlong: along,
  });
  const back = plaster.make({
    seed: seedFor(request.seed, 'wall'),
    lightness: tones.wall[0],
    tint: oklchToHex(tones.wall),
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const subject = createSubject(request, camera, high, plan.side);
  const room = subject === undefined ? 0 : Math.min(2.3, subject.halfWidth + 0.2);
  const solids = arrange(request, random, high, room, wall, plan.side, tones);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: wall, material: floor },
        { kind: 'upright', z: wall, bottom: 0, top: 1e3, soft: 0.003 * camera.width, material: back },
      ],
      lights: plan.lights,
    },
    [...solids, ...(subject?.solids ?? [])],
    view.ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: Math.ceil(rowOf(camera, high, PRODUCT_DEPTH + 1.1)),
      bottom: Math.floor(rowOf(camera, high, PRODUCT_DEPTH - 1.2)),
      ground: view.ground,
      across: [columnOf(camera, -0.9, PRODUCT_DEPTH), columnOf(camera, 0.9, PRODUCT_DEPTH)],
      gloss: 0.1,
    },
  });
}

interface Tones {
  readonly wall: Oklch;
  readonly floor: Oklch;
  readonly stage: Oklch;
  readonly shapes: readonly Oklch[];
}

/** Lightness steps round the palette's ground, one shape in a breath of the accent. */
function tonesOf(request: BackdropRequest): Tones {
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

/** @param room half width that the stage needs at least, decimetres */
function arrange(
  request: BackdropRequest,
  random: Random,
  high: number,
  room: number,
  wall: number,
  side: -1 | 1,
  tones: Tones,
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

function stageOf(request: BackdropRequest, tones: Tones): SolidMaterial {
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
