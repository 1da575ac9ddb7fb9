import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { drawn } from '../../imaging/canvas.ts';
import { hexToOklch, oklchToHex } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { mural } from '../materials/mural.ts';
import { paintCoat } from '../materials/paint.ts';
import { createSubject } from '../props/create-subject.ts';
import { PRODUCT_DEPTH, rowOf } from '../renderer/camera.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import type { Solid } from '../renderer/solid.ts';
import { type Backdrop, type BackdropRequest, defineScene, showsSomething } from '../scene.ts';
import { scatterConfetti } from '../scenery/confetti.ts';
import { halftone, rays, rings, star, type Tones, type WallOptions } from '../scenery/sunburst-walls.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { groundLightness } from '../staging/surfaces.ts';

/** A sale: rays, rings or halftone dots that point at a round stage, and confetti in the air. */
export const sunburst = defineScene({
  name: 'sunburst',
  title: { ko: '방사형 무늬', en: 'a sunburst' },
  description: { ko: '퍼지는 햇살 무늬와 색종이', en: 'bursting rays and confetti' },
  effect: { ko: '행사 소식이라는 걸 바로 알 수 있어요', en: 'anyone sees at once that there is an offer' },
  words: [
    {
      ko: {
        팝아트: 'pop art',
        방사형: 'sunburst rays',
        햇살무늬: 'sunburst rays',
        하프톤: 'halftone dots',
        도트무늬: 'halftone dots',
        폭죽: 'confetti burst',
        컨페티: 'confetti',
        꽃가루: 'confetti',
        레트로팝: 'retro pop',
      },
      en: ['sunburst', 'halftone', 'pop art', 'confetti', 'starburst'],
    },
  ],
  materials: [],
  prompt: 'against a {ground} sunburst of flat rays',
  bare: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'sunburst'));
  const high = 0.55;
  const view = frameTable(request, random, { blur: 0.002, eye: 0.36, reach: 0.1, lift: high, ground: 0.79 });
  const { camera, depth } = view;
  const plan = planLights(openLight(request), lightingSpaceOf(camera, depth));
  const tones = tonesOf(request);
  const painting = paintWall(view, tones, random);
  const stage = request.room.product || showsSomething(request) ? [drum(tones, high)] : [];
  const subject = createSubject(request, camera, high, plan.side);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: paintCoat(oklchToLinear(tones.floor), 0.2) },
        {
          kind: 'upright',
          z: depth,
          bottom: 0,
          top: 1e3,
          material: mural(painting, { camera, depth, tooth: 0.2 }),
        },
      ],
      lights: plan.lights,
    },
    [...stage, ...(subject?.solids ?? [])],
    view.ground,
  );
  const { key, fill } = plan.lights;
  scatterConfetti(
    picture,
    {
      until: view.horizon + 0.06 * shortSide(camera),
      clear: 0.3 * shortSide(camera),
      colours: tones.confetti,
      light: [0.5 * key.colour[0] + fill[0], 0.5 * key.colour[1] + fill[1], 0.5 * key.colour[2] + fill[2]],
    },
    random,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...defined({ subject: subject?.box }),
    floor: {
      top: Math.ceil(rowOf(camera, high, PRODUCT_DEPTH + 1.2)),
      bottom: Math.floor(rowOf(camera, high, PRODUCT_DEPTH - 1.3)),
      ground: view.ground,
      gloss: 0.1,
    },
    vignette: 0.1,
    grain: 1.2,
  });
}

/** The rays are the pattern: no window or leaves over them. */
function openLight(request: BackdropRequest): BackdropRequest {
  const { lighting } = request;
  const open = lighting === 'neon' || lighting === 'spot' || lighting === 'candle' ? lighting : 'softbox';
  return { ...request, lighting: open };
}

function tonesOf(request: BackdropRequest): Tones {
  const [accentL, accentC, accentH] = hexToOklch(request.palette.accent);
  const base = contrastingLightness(Math.max(0.3, groundLightness(request)), request);
  const [, c, h] = deepened(request.palette.background, base);
  const product = request.productColour === undefined ? undefined : hexToOklch(request.productColour)[0];
  const away = product === undefined ? (base > 0.82 ? -1 : 1) : base < product ? -1 : 1;
  const chroma = Math.max(0.05, c);
  const clear = (l: number): number => Math.min(0.96, Math.max(0.2, l));
  return {
    wall: [base, chroma, h],
    ray: [clear(base + away * 0.045), chroma * (away > 0 ? 0.8 : 1.15), h],
    dot: [clear(base + away * 0.085), chroma * 1.1, h],
    floor: [clear(base + away * 0.02), chroma * 1.15, h],
    stage: [clear(Math.max(base, 0.9)), Math.min(0.02, chroma), h],
    edge: [Math.min(0.72, Math.max(0.5, accentL)), Math.max(0.1, accentC), accentH],
    confetti: [
      [Math.max(0.6, accentL), accentC, accentH],
      [0.97, 0.01, h],
      [clear(base + 0.12 * (base > 0.6 ? -1 : 1)), Math.min(0.17, chroma + 0.05), h],
      [0.84, 0.14, 88],
      [0.74, 0.13, (accentH + 150) % 360],
    ],
  };
}

/** A low round stage, its rim in the accent. */
function drum(tones: Tones, high: number): Solid {
  const radius = 1.75;
  return lathe({
    x: 0,
    y: 0,
    z: PRODUCT_DEPTH,
    outline: [
      { r: radius, y: 0 },
      { r: radius, y: high - 0.16 },
      { r: radius + 0.05, y: high - 0.16, material: 1 },
      { r: radius + 0.05, y: high - 0.02, material: 1 },
      { r: radius + 0.02, y: high, material: 1 },
      { r: 0, y: high },
    ],
    materials: [
      { surface: paintCoat(oklchToLinear(tones.edge), 0.2), reflectance: 0.04, roughness: 0.3 },
      { surface: paintCoat(oklchToLinear(tones.stage), 0.2), reflectance: 0.04, roughness: 0.3 },
    ],
  });
}

function paintWall(view: View, tones: Tones, random: Random) {
  const { camera, horizon } = view;
  const unit = shortSide(camera);
  const place: WallOptions = {
    width: camera.width,
    height: camera.height,
    unit,
    x: camera.centre,
    y: horizon - unit * (0.16 + 0.1 * random()),
  };
  return drawn(camera.width, camera.height, (context) => {
    context.fillStyle = oklchToHex(tones.wall);
    context.fillRect(0, 0, camera.width, camera.height);
    const kind = random();
    if (kind < 0.6) rays(context, place, tones, random);
    else if (kind < 0.8) rings(context, place, tones);
    else star(context, place, tones, random);
    halftone(context, place, tones, random);
  });
}
