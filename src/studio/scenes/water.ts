import { shortSide } from '../../ad/geometry.ts';
import type { Oklch } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights, withoutGobos } from '../lighting/plan-lights.ts';
import { paintCoat } from '../materials/paint.ts';
import { addSubject } from '../props/add-subject.ts';
import { blend, type LinearRgb, oklchToLinear, scaled } from '../renderer/linear-colour.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { levelFor, sampleLevel } from '../renderer/tile.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { drawBubbles } from '../scenery/water/bubbles.ts';
import { causticTile } from '../scenery/water/caustics.ts';
import { type Drop, drawDrops } from '../scenery/water/drops.ts';
import { drawIce } from '../scenery/water/ice.ts';
import { drawPool } from '../scenery/water/pool.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { groundLightness } from '../staging/surfaces.ts';

/** Shallow water with rings round the product, with drops or bubbles in the air; or a bed of crushed ice. */
export const water = defineScene({
  name: 'water',
  title: { ko: '물결', en: 'water' },
  description: { ko: '물과 얼음', en: 'water or ice' },
  effect: { ko: '촉촉하고 신선한 느낌을 줘요', en: 'it feels moist and fresh' },
  words: [
    {
      ko: {
        물결: 'water ripples',
        물방울: 'water drops',
        물: 'water',
        수면: 'water surface',
        얼음판: 'ice',
        빙판: 'ice',
        잔물결: 'water ripples',
        파도: 'waves',
      },
      en: ['ripples', 'water ripples', 'water drops', 'waves', 'ice surface'],
    },
  ],
  materials: [],
  prompt: 'on a shallow sheet of water with fine ripples',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'water'));
  const kind = kindOf(request, random);
  const view = frameTable(
    request,
    random,
    kind === 'ice'
      ? { blur: 0.004, eye: 0.46, reach: 0.13 }
      : { blur: 0.003, eye: 0.42, reach: 0.125, ground: 0.815 },
  );
  const { camera, depth } = view;
  // The net of light is the pattern: no window or leaves over it.
  const plan = withoutGobos(planLights(request, lightingSpaceOf(camera, depth)));
  const wall = wallTone(request);
  const coat = paintCoat(oklchToLinear(wall), 0.15);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: [
        { kind: 'level', y: 0, near: 0, far: depth, material: coat },
        { kind: 'upright', z: depth, bottom: 0, top: 1e3, soft: 0.002 * camera.width, material: coat },
      ],
      lights: plan.lights,
    },
    [],
    view.ground,
  );
  const unit = shortSide(camera);
  const { key, fill } = plan.lights;
  const lit: LinearRgb = [
    0.55 * key.colour[0] + fill[0],
    0.55 * key.colour[1] + fill[1],
    0.55 * key.colour[2] + fill[2],
  ];
  if (kind === 'ice') {
    drawIce(picture, { edge: view.horizon, side: plan.side, light: lit, hue: iceHue(wall) }, random);
  } else {
    throwLight(picture, view, scaled(key.colour, 0.34 * (1 - 0.35 * request.darkness)), plan.side, random);
    const bottom = wallTone(request);
    drawPool(
      picture,
      {
        camera,
        edge: view.horizon,
        wall: depth,
        bottom: oklchToLinear([bottom[0], bottom[1], bottom[2]]),
        tint: blend([0.74, 0.96, 1.02], oklchToLinear([0.9, 0.1, wall[2]]), 0.5),
        key,
        towards: plan.direction,
        fill,
      },
      random,
    );
    const light = { towards: [plan.side * 0.6, -0.8] as const, key: key.colour };
    if (kind === 'bubbles') drawBubbles(picture, { until: view.horizon, clear: 0.26 * unit, light }, random);
    else drawDrops(picture, splash(view, random), light);
  }
  const subject = addSubject(request, picture, view, plan);
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon,
    ...subject,
    floor: {
      top: view.horizon + Math.round(0.05 * unit),
      bottom: camera.height,
      ground: view.ground,
      gloss: kind === 'ice' ? 0.12 : 0.65,
    },
    glow: 0.14,
    vignette: 0.12,
    grain: 1.2,
  });
}

type Kind = 'ice' | 'drops' | 'bubbles';

function kindOf({ props = [], season }: BackdropRequest, random: Random): Kind {
  const named = (word: RegExp): boolean => props.some((prop) => word.test(prop));
  const draw = random();
  if (named(/\bice\b|\bicy\b/)) return 'ice';
  if (named(/\bbubbles?\b|\bfoam\b/)) return 'bubbles';
  if (named(/\bdew\b|\bdrops?\b|\bpetals?\b/)) return 'drops';
  if (season === 'summer') return draw < 0.4 ? 'ice' : 'drops';
  return draw < 0.2 ? 'ice' : 'drops';
}

/** The ground colour; a grey one takes on a breath of blue. */
function wallTone(request: BackdropRequest): Oklch {
  // Below the paper white of the palette, so that light on it shows.
  const own = Math.min(0.84, groundLightness(request));
  const [l, c, h] = deepened(request.palette.background, contrastingLightness(own, request));
  return [l, Math.max(0.03, c * 1.2), c < 0.012 ? 225 : h];
}

/** Ice is blue, with a breath of the wall. */
const iceHue = ([, c, h]: Oklch): number => (c > 0.03 && h > 150 && h < 290 ? 0.5 * (h + 232) : 232);

/**
 * Light on the wall, in place: a wide round glow behind the product, and the net that the water throws up, strongest
 * near it.
 */
function throwLight(
  picture: LinearPicture,
  { horizon, camera }: View,
  light: LinearRgb,
  side: number,
  random: Random,
): void {
  const unit = shortSide(picture);
  const net = causticTile();
  const fine = levelFor(net, 0.012);
  const broad = levelFor(net, 0.03);
  const offset = random() * 8;
  for (let y = 0; y < Math.min(picture.height, horizon); y++) {
    const up = (horizon - y) / unit;
    const fade = Math.exp(-up * 2.8);
    for (let x = 0; x < picture.width; x++) {
      const across = (x - camera.centre) / unit;
      const glow = 0.85 * Math.exp(-(across * across * 5.5 + (up - 0.24) * (up - 0.24) * 9));
      // Two nets that drift apart; stretched along the lamp's slant.
      const u = offset + across * 7.5 + side * up * 2.4;
      const v = up * 4.2;
      const web =
        sampleLevel(fine, u, v) * (0.25 + sampleLevel(broad, offset * 2 + u * 0.5 + 0.6, v * 0.6)) +
        0.5 * sampleLevel(broad, offset * 3 - u * 0.62, v * 0.7 + 2);
      const level = glow + 0.75 * web * fade * (0.8 - 0.5 * side * across);
      const i = y * picture.width + x;
      picture.r.data[i]! += light[0] * level;
      picture.g.data[i]! += light[1] * level;
      picture.b.data[i]! += light[2] * level;
    }
  }
}

/** Drops that fly up in two arcs beside the product, and a few beads alone. */
function splash({ camera, ground, horizon }: View, random: Random): Drop[] {
  const unit = shortSide(camera);
  const drops: Drop[] = [];
  for (const side of [-1, 1]) {
    const count = 15 + Math.floor(random() * 9);
    const reach = 0.22 + 0.1 * random();
    const rise = 0.16 + 0.22 * random();
    for (let k = 0; k < count; k++) {
      const t = (k + random()) / count;
      const x = camera.centre + side * unit * (0.19 + reach * t + 0.08 * (random() - 0.5));
      const y = ground - unit * (0.03 + 2 * rise * t * (1 - 0.6 * t) + 0.06 * random());
      if (y < horizon - unit * 0.34) continue;
      drops.push({ x, y, radius: unit * (0.003 + 0.0175 * random() ** 3), tall: 0.9 + 0.35 * random() });
    }
  }
  return drops;
}
