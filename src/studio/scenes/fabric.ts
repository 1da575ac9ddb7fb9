import { shortSide } from '../../ad/geometry.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { linen } from '../materials/linen.ts';
import { addSubject } from '../props/add-subject.ts';
import { resized } from '../renderer/linear-picture.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { type Cloth, renderCloth } from '../scenery/cloth/render-cloth.ts';
import { weave } from '../scenery/cloth/weave.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';

/** `grain` is of the threads. */
const SILK: Cloth & { readonly grain: number } = {
  spacing: 1.5,
  depth: 0.2,
  crisp: 0.3,
  wrinkles: 0.02,
  sheen: 0.42,
  gleam: 0.5,
  wrap: 0.14,
  grain: 0.012,
};

const LINEN: typeof SILK = {
  spacing: 1.9,
  depth: 0.15,
  crisp: 0.45,
  wrinkles: 0.22,
  sheen: 0.04,
  gleam: 0,
  wrap: 0.4,
  grain: 0.05,
};

/** Folds are smooth: they are worked out at half the size. */
const SCALE = 2;

/** Satin, or linen, that hangs behind the product and runs out under it in wide folds. */
export const fabric = defineScene({
  name: 'fabric',
  title: { ko: '천 주름', en: 'draped fabric' },
  description: { ko: '부드럽게 드리운 천', en: 'softly draped cloth' },
  effect: { ko: '주름의 윤기가 고급스러워요', en: 'the sheen of its folds looks luxurious' },
  words: [],
  materials: ['silk', 'linen'],
  prompt: 'on softly draped {surface} fabric',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'fabric'));
  const { size } = request;
  const small = { width: Math.ceil(size.width / SCALE), height: Math.ceil(size.height / SCALE) };
  const view = frameTable({ ...request, size: small }, random, { blur: 0.004, eye: 0.5, reach: 0.13 });
  const wall = view.depth + 1.2;
  const plan = planLights(request, { ...lightingSpaceOf(view.camera, wall), drama: 1.2 });
  const cloth = request.material === linen ? LINEN : SILK;
  const draped = renderCloth(request, view, wall, plan, cloth, random);
  const picture = resized(draped, size);
  weave(picture, cloth.grain);
  const subject = addSubject(request, picture, view, plan, SCALE);
  return finishBackdrop(request, {
    picture,
    light: plan.light,
    horizon: view.horizon * SCALE,
    ...subject,
    floor: {
      top: Math.round((view.horizon + 0.05 * shortSide(small)) * SCALE),
      bottom: size.height,
      ground: view.ground * SCALE,
      gloss: cloth.gleam > 0 ? 0.12 : 0,
    },
    vignette: 0.2,
    grain: 1.4,
  });
}
