import { shortSide } from '../../ad/geometry.ts';
import { hexToOklch, type Oklch, oklchToHex } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { drawFoliage } from '../lighting/gobo/foliage.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { oak } from '../materials/oak.ts';
import { paintCoat } from '../materials/paint.ts';
import { walnut } from '../materials/walnut.ts';
import { addDisc, addThing, createFarLayer, type FarLayer } from '../renderer/far-layer.ts';
import { oklchToLinear, scaled } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { tableTop } from '../staging/surfaces.ts';

/** Lights far out of focus behind a dark, wet table at night; by day, sun through leaves. */
export const bokeh = defineScene({
  name: 'bokeh',
  title: { ko: '불빛이 번지는 배경', en: 'soft lights behind' },
  description: { ko: '불빛이 번지는 배경', en: 'lights far out of focus' },
  effect: { ko: '깊이가 생겨 상품이 앞으로 나와 보여요', en: 'the depth brings the product forward' },
  words: [
    {
      ko: {
        보케: 'bokeh lights',
        불빛: 'soft lights',
        야경: 'city lights at night',
        도시야경: 'city lights at night',
        전구: 'string lights',
        알전구: 'string lights',
        꼬마전구: 'fairy lights',
        반짝이는조명: 'sparkling lights',
        별빛: 'starlight',
        밤거리: 'night street',
        도시밤: 'city night',
      },
      en: ['bokeh', 'fairy lights', 'string lights', 'city lights', 'starlight', 'night street'],
      darkness: 0.75,
    },
  ],
  materials: ['walnut', 'oak', 'slate', 'dark-marble', 'marble', 'concrete'],
  prompt: 'on {a surface} surface with soft out-of-focus lights behind',
  inPlace: true,
  flat: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'bokeh'));
  const night = request.darkness >= 0.35 || hexToOklch(request.palette.background)[0] < 0.45;
  const view = frameTable(request, random, { blur: 0.004, eye: 0.44, reach: 0.13 });
  const { camera, depth } = view;
  const place = { ...lightingSpaceOf(camera, depth), drama: 1 };
  // At night the table is lit from the lamps behind it; by day it stands in the shade of the leaves.
  const darkness = night ? Math.max(0.85, request.darkness) : request.darkness;
  const plan = planLights({ ...request, darkness, lighting: openLight(request, night) }, place);
  const material = request.material ?? (night ? walnut : oak);
  const top = night ? wet(tableTop(request, material, plan)) : tableTop(request, material, plan);
  const { second: _halo, ...lights } = plan.lights;
  return renderTable(request, {
    view,
    plan: { ...plan, lights },
    top,
    wall: {
      material: distance(request, night),
      depth: night ? depth : depth * 2.2,
      soft: 0.03 * shortSide(camera),
    },
    far: night ? cityLights(request, view, random) : garden(request, view, random),
    inset: 0.04,
    gloss: night ? 0.5 : 0.2,
    glow: 0.1,
    vignette: 0.24,
  });
}

/** The pattern of a gobo would show on nothing here. */
const openLight = (request: BackdropRequest, night: boolean): BackdropRequest['lighting'] =>
  request.lighting === 'neon' ? 'neon' : night ? 'candle' : 'softbox';

function wet(material: Material): Material {
  return { ...material, gloss: Math.max(0.85, material.gloss), roughness: 0.07 };
}

/** What is too far away to be seen: one colour, darker at night. */
function distance(request: BackdropRequest, night: boolean): Material {
  const [l, c, h] = hexToOklch(request.palette.background);
  const tone: Oklch = night
    ? [0.24, Math.min(0.05, c + 0.015), h]
    : [Math.max(0.72, l - 0.06), Math.min(0.06, c + 0.01), h + 8];
  return paintCoat(oklchToLinear(tone), 0);
}

/** Street, bar and string lights: a few near and large, many far and small, in two or three colours. */
function cityLights(request: BackdropRequest, view: View, random: Random): FarLayer {
  const { camera, horizon } = view;
  const layer = createFarLayer(camera);
  const short = shortSide(camera);
  const [, accentC, accentH] = hexToOklch(request.palette.accent);
  const cold = request.lighting === 'neon';
  const tints: readonly Oklch[] = [
    cold ? [0.7, 0.17, accentH] : [0.82, 0.12, 70],
    cold ? [0.72, 0.13, accentH - 90] : [0.76, 0.14, 55],
    [0.7, Math.min(0.17, accentC), accentH],
    [0.9, 0.045, 85],
  ];
  // A dim haze where the lights are many.
  const middle = 0.25 + 0.5 * random();
  addThing(layer, {
    draw(context) {
      const haze = context.createRadialGradient(
        camera.width * middle,
        horizon - short * 0.16,
        0,
        camera.width * middle,
        horizon - short * 0.16,
        short * 0.62,
      );
      haze.addColorStop(0, 'rgba(255,255,255,0.5)');
      haze.addColorStop(1, 'rgba(255,255,255,0)');
      context.fillStyle = haze;
      context.fillRect(0, 0, camera.width, camera.height);
    },
    blur: short * 0.08,
    light: scaled(oklchToLinear([0.5, tints[0]![1] * 0.7, tints[0]![2]]), 0.55),
  });
  const groups = 5 + Math.floor(random() * 3);
  for (let group = 0; group < groups; group++) {
    const cx = camera.width * ((group + 0.2 + 0.6 * random()) / groups);
    const rise = horizon - short * (0.05 + 0.3 * random());
    const tint = tints[Math.floor(random() * tints.length)]!;
    const radius = short * (0.012 + 0.032 * random() ** 1.5);
    const count = 3 + Math.floor(random() * 6);
    for (let i = 0; i < count; i++) {
      const x = cx + short * (random() + random() - 1) * 0.16;
      const y = rise + short * (random() + random() - 1) * 0.11;
      if (y > horizon - short * 0.01) continue;
      // Words stand above: there the lights are few and faint.
      const high = Math.max(0, (horizon - short * 0.42 - y) / (short * 0.2));
      const level = (0.25 + 0.9 * random() ** 2) * Math.max(0.08, 1 - high);
      addDisc(layer, {
        x,
        y,
        radius: radius * (0.8 + 0.4 * random()),
        light: scaled(oklchToLinear(tint), level),
        rim: 0.45,
      });
    }
  }
  for (let i = 0; i < 46; i++) {
    const y = horizon - short * 0.02 - short * 0.34 * random() ** 1.6;
    const tint = tints[Math.floor(random() * tints.length)]!;
    addDisc(layer, {
      x: camera.width * random(),
      y,
      radius: short * (0.008 + 0.008 * random()),
      light: scaled(oklchToLinear(tint), 0.2 + 0.6 * random()),
      rim: 0.6,
    });
  }
  return layer;
}

/** Leaves and sky far out of focus, with the sun breaking through. */
function garden(request: BackdropRequest, view: View, random: Random): FarLayer {
  const { camera, horizon } = view;
  const layer = createFarLayer(camera);
  const short = shortSide(camera);
  const green = request.season === 'autumn' ? 68 : request.season === 'spring' ? 8 : 132;
  const chroma = request.season === 'winter' ? 0.03 : 0.075;
  const side = random() < 0.5 ? 0 : camera.width;
  for (const [blur, l, count] of [
    [0.06, 0.74, 9],
    [0.035, 0.62, 6],
  ] as const) {
    addThing(layer, {
      draw(context) {
        for (let i = 0; i < count; i++) {
          context.fillStyle = oklchToHex([l + 0.08 * random(), chroma, green + 10 * random()]);
          const x = side + (random() - 0.35) * (side === 0 ? 1 : -1) * camera.width * 0.5;
          drawFoliage(
            context,
            'branch',
            x,
            horizon - short * 0.02,
            -Math.PI / 2 + (random() - 0.5) * 1.6,
            short * (0.35 + 0.25 * random()),
            random,
          );
        }
      },
      blur: blur * short,
      light: [1, 1, 0.94],
    });
  }
  for (let i = 0; i < 26; i++) {
    const x = camera.width * random();
    const y = horizon - short * (0.04 + 0.5 * random() ** 1.3);
    addDisc(layer, {
      x,
      y,
      radius: short * (0.016 + 0.03 * random()),
      light: scaled(oklchToLinear([0.95, 0.05, 95]), 0.05 + 0.14 * random()),
      rim: 0.45,
    });
  }
  return layer;
}
