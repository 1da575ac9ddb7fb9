import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { drawn } from '../../imaging/canvas.ts';
import { hexToOklch, type Oklch, oklchToHex } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { mural } from '../materials/mural.ts';
import { paintCoat } from '../materials/paint.ts';
import { createSubject } from '../props/create-subject.ts';
import { ball } from '../renderer/ball.ts';
import { block } from '../renderer/block.ts';
import { type Camera, PRODUCT_DEPTH } from '../renderer/camera.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { panel } from '../renderer/panel.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { type Tones, WALLS } from '../scenery/block-walls.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { groundLightness } from '../staging/surfaces.ts';

/** Wall and floor in bold fields of colour, plain blocks at the sides, and room in front for a long soft shadow. */
export const colourBlock = defineScene({
  name: 'colour-block',
  title: { ko: '색면', en: 'blocks of colour' },
  description: { ko: '색면과 블록', en: 'bold fields of colour with plain blocks' },
  effect: { ko: '작은 화면에서도 한눈에 띄어요', en: 'it catches the eye on a small screen too' },
  words: [
    {
      ko: {
        컬러블록: 'colour block',
        색면: 'colour block',
        투톤: 'two-tone backdrop',
        배색: 'two-tone backdrop',
        원색배경: 'bold colour backdrop',
        팝컬러: 'pop colour backdrop',
      },
      en: ['color block', 'colour blocks', 'color blocking', 'two tone', 'two-tone'],
    },
  ],
  materials: [],
  prompt: 'against bold flat blocks of {ground} and a second colour',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'colour-block'));
  const view = frameTable(request, random, { blur: 0.002, eye: 0.4, reach: 0.12 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const tones = tonesOf(request, random);
  const painting = paintWall(view, tones, plan.side, random);
  const subject = createSubject(request, camera, 0, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: paintCoat(oklchToLinear(tones.floor), 0.4) },
        {
          kind: 'upright',
          z: depth,
          bottom: 0,
          top: 1e3,
          material: mural(painting, { camera, depth }),
        },
      ],
      lights: plan.lights,
    },
    [...arrange(view, tones, plan.side, random), ...(subject?.solids ?? [])],
    view.ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: view.horizon + Math.round(0.035 * shortSide(camera)),
      bottom: camera.height,
      ground: view.ground,
      gloss: 0.04,
    },
    vignette: 0.1,
    grain: 1.3,
  });
}

/** The ground colour and its neighbours, and one partner that leans to the accent; all on one side of the product. */
function tonesOf(request: BackdropRequest, random: Random): Tones {
  const [, accentC, accentH] = hexToOklch(request.palette.accent);
  const base = contrastingLightness(groundLightness(request), request);
  const [, c, h] = deepened(request.palette.background, base);
  const product = request.productColour === undefined ? undefined : hexToOklch(request.productColour)[0];
  // Away from the product, else towards the middle.
  const away = product === undefined ? (base > 0.62 ? -1 : 1) : base < product ? -1 : 1;
  const step = (by: number): number => Math.min(0.95, Math.max(0.16, base + away * by));
  const chroma = Math.max(0.035, c);
  const partner: Oklch = [
    step((base < 0.45 ? 0.2 : 0.03) + 0.05 * random()),
    Math.min(0.15, Math.max(0.06, 0.62 * accentC)),
    accentH,
  ];
  const tonal: Oklch = [step(0.075), Math.min(0.19, chroma * 1.25), h];
  const pale: Oklch = [Math.min(0.95, base + 0.05), chroma * 0.55, h];
  const bold = random() < 0.55;
  return {
    wall: [base, chroma, h],
    floor: bold ? partner : [step(0.045), chroma * 1.1, h],
    fields: [tonal, bold ? pale : partner, bold ? tonal : pale],
    blocks: [bold ? [base, chroma, h] : partner, tonal, pale],
  };
}

function paintWall(view: View, tones: Tones, side: -1 | 1, random: Random) {
  const { camera, horizon } = view;
  const { width, height } = camera;
  return drawn(width, height, (context) => {
    context.fillStyle = oklchToHex(tones.wall);
    context.fillRect(0, 0, width, height);
    const draw = WALLS[Math.floor(random() * WALLS.length)]!;
    draw(context, { width, unit: shortSide(camera), line: horizon, side }, tones, random);
  });
}

const coat = (colour: Oklch): SolidMaterial => ({
  surface: paintCoat(oklchToLinear(colour), 0.35),
  reflectance: 0.03,
  roughness: 0.45,
});

/** Half of what is seen across at a depth, decimetres. */
const halfAt = (camera: Camera, z: number): number => (camera.width / 2 / camera.focal) * z;

/** Blocks at both sides, tall on the side away from the lamp so that their shadows leave the picture. */
function arrange(view: View, tones: Tones, side: -1 | 1, random: Random): Solid[] {
  const { camera, depth } = view;
  const far = -side as -1 | 1;
  const z = Math.min(depth - 0.75, PRODUCT_DEPTH + 1.5);
  const edge = Math.min(3.4, halfAt(camera, z) - 0.35);
  const materials = tones.blocks.map(coat) as [SolidMaterial, SolidMaterial, SolidMaterial];
  const solids: Solid[] = [];
  const kind = Math.floor(random() * 4);
  if (kind === 0) {
    // A stair that climbs outwards.
    for (let stair = 0; stair < 3; stair++) {
      solids.push(
        block({
          x: far * (edge - 0.95 + stair * 0.62),
          y: 0,
          z,
          width: 0.62,
          height: 0.62 * (stair + 1),
          depth: 1.1,
          bevel: 0.02,
          material: materials[stair === 1 ? 1 : 0],
        }),
      );
    }
  } else if (kind === 1) {
    solids.push(
      block({
        x: far * edge,
        y: 0,
        z,
        width: 1.3,
        height: 1.9 + 0.7 * random(),
        depth: 1,
        turn: 0.35 * random(),
        bevel: 0.02,
        material: materials[1],
      }),
      block({
        x: far * (edge - 0.95),
        y: 0,
        z: z - 0.5,
        width: 0.8,
        height: 0.8,
        depth: 0.8,
        turn: 0.5 * random() - 0.2,
        bevel: 0.02,
        material: materials[0],
      }),
    );
  } else if (kind === 2) {
    solids.push(
      panel({
        x: far * (edge - 0.1),
        y: 0,
        z: z + 0.3,
        width: 1.5,
        height: 2.5 + 0.5 * random(),
        thick: 0.4,
        shape: 'arch',
        material: materials[1],
      }),
      ball({ x: far * (edge - 1.1), y: 0.36, z: z - 0.4, radius: 0.36, material: materials[0] }),
    );
  } else {
    solids.push(
      lathe({
        x: far * edge,
        y: 0,
        z,
        outline: [
          { r: 0.7, y: 0 },
          { r: 0.7, y: 1.6 + 0.6 * random() },
          { r: 0, y: 1.9 },
        ],
        materials: [materials[1]],
      }),
    );
  }
  const small = 0.45 + 0.25 * random();
  const near = -far * Math.min(edge - 0.2, 2.7 + 0.4 * random());
  if (random() < 0.5) {
    solids.push(
      block({
        x: near,
        y: 0,
        z: z - 0.2,
        width: small * 1.5,
        height: small,
        depth: small * 1.3,
        bevel: 0.02,
        material: materials[2],
      }),
    );
  } else if (random() < 0.7) {
    solids.push(ball({ x: near, y: small * 0.8, z: z - 0.3, radius: small * 0.8, material: materials[2] }));
  }
  return solids;
}
