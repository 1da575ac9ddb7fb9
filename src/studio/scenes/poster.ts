import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { drawn } from '../../imaging/canvas.ts';
import { hexToOklch, oklchToHex } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import type { Raster } from '../../imaging/raster.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { mural } from '../materials/mural.ts';
import { paintCoat } from '../materials/paint.ts';
import { createSubject } from '../props/create-subject.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { renderRoomWithSolids } from '../renderer/render-room-with-solids.ts';
import { type Backdrop, type BackdropRequest, defineScene, showsSomething } from '../scene.ts';
import { POSTER_SHAPES, type PosterTones } from '../scenery/poster-shapes.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { groundLightness } from '../staging/surfaces.ts';

/**
 * A printed sheet of large plain shapes, made for words that stand alone: it fills the picture. Where something stands,
 * it hangs behind a table of its own colour.
 */
export const poster = defineScene({
  name: 'poster',
  title: { ko: '도형 포스터', en: 'a poster of plain shapes' },
  description: { ko: '큼직한 도형으로 꾸민 포스터', en: 'a poster of large plain shapes' },
  effect: { ko: '글자가 주인공이 돼요', en: 'the words are the star' },
  words: [
    {
      ko: {
        도형배경: 'geometric poster backdrop',
        그래픽배경: 'graphic poster backdrop',
        기하학무늬: 'geometric shapes',
        타이포포스터: 'typographic poster',
      },
      en: ['geometric background', 'graphic background', 'geometric shapes', 'typographic poster'],
    },
  ],
  materials: [],
  prompt: 'against a {ground} backdrop of large flat shapes',
  bare: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'poster'));
  const stands = request.room.product || showsSomething(request);
  const view = frameTable(request, random, { blur: 0.002, reach: 0.12 });
  const { camera, depth, horizon } = view;
  const plan = planLights({ ...request, lighting: 'overcast', darkness: 0 }, lightingSpaceOf(camera, depth));
  const tones = tonesOf(request);
  const sheet = mural(printed(view, stands ? horizon : camera.height, tones, random), {
    camera,
    depth,
    tooth: 0.12,
  });
  const subject = createSubject(request, camera, 0, plan.side);
  const floor = paintCoat(oklchToLinear(tones.field), 0.2);
  const picture = renderRoomWithSolids(
    {
      camera,
      strips: stands
        ? [
            { kind: 'level', y: 0, near: 0, far: depth, material: floor },
            { kind: 'upright', z: depth, bottom: 0, top: 1e3, material: sheet },
          ]
        : [{ kind: 'upright', z: depth, bottom: -1e3, top: 1e3, material: sheet }],
      lights: plan.lights,
    },
    subject?.solids ?? [],
    view.ground,
  );
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon,
    ...defined({
      subject: subject?.box,
      floor: stands
        ? {
            top: horizon + Math.round(0.02 * shortSide(camera)),
            bottom: camera.height,
            ground: view.ground,
            gloss: 0.06,
          }
        : undefined,
    }),
    vignette: 0.05,
    grain: 1,
  });
}

/** The palette's ground, larger steps of it, and the accent. */
function tonesOf(request: BackdropRequest): PosterTones {
  const [accentL, accentC, accentH] = hexToOklch(request.palette.accent);
  const base = contrastingLightness(Math.max(0.28, groundLightness(request)), request);
  const [, c, h] = deepened(request.palette.background, base);
  const away = base > 0.55 ? -1 : 1;
  const chroma = Math.min(0.12, Math.max(0.025, c));
  return {
    ground: [base, chroma, h],
    field: [base + away * 0.05, chroma * 1.3, h],
    deep: [base + away * 0.14, Math.min(0.14, chroma * 1.7), h],
    accent: [Math.min(0.78, Math.max(0.45, accentL)), accentC, accentH],
  };
}

/** The sheet, as the camera sees it down to a row. */
function printed({ camera }: View, bottom: number, tones: PosterTones, random: Random): Raster {
  const shapes = POSTER_SHAPES[Math.floor(random() * POSTER_SHAPES.length)];
  const sheet = {
    width: camera.width,
    height: bottom,
    unit: shortSide({ width: camera.width, height: bottom }),
  };
  return drawn(camera.width, camera.height, (context) => {
    context.fillStyle = oklchToHex(tones.ground);
    context.fillRect(0, 0, camera.width, camera.height);
    shapes?.(context, sheet, tones, random);
  });
}
