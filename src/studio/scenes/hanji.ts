import { shortSide } from '../../ad/geometry.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { hanji as mulberryPaper } from '../materials/hanji.ts';
import { stained } from '../materials/stained.ts';
import { walnut } from '../materials/walnut.ts';
import { createLinearPicture } from '../renderer/linear-picture.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { drawLattice } from '../scenery/ink/lattice.ts';
import { paintScene, type Sheet } from '../scenery/ink/painting.ts';
import { contrastingLightness } from '../staging/contrasting-lightness.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { groundLightness, tableTop } from '../staging/surfaces.ts';

/** Ink and its water are soft: the painting is made at half the size. */
const SCALE = 2;

/** A dark table before a sheet of mulberry paper with an ink painting, or before a paper door. */
export const hanji = defineScene({
  name: 'hanji',
  title: { ko: '한지', en: 'hanji paper' },
  description: { ko: '한지와 나무 상', en: 'mulberry paper and a wooden table' },
  effect: { ko: '우리다운 차분한 멋이 나요', en: 'it has a calm Korean grace' },
  words: [],
  materials: ['walnut', 'oak', 'slate', 'linen'],
  prompt: 'on layered hanji paper with visible fibres',
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'hanji'));
  const view = frameTable(request, random, { blur: 0.003, eye: 0.46, reach: 0.135 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const paper = mulberryPaper.make({
    seed: seedFor(request.seed, 'paper'),
    lightness: contrastingLightness(
      Math.max(0.62, groundLightness(request)),
      request,
      mulberryPaper.lightness.range,
    ),
    tint: request.palette.background,
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const small = { width: Math.ceil(camera.width / SCALE), height: Math.ceil(camera.height / SCALE) };
  const stain = createLinearPicture(small, [1, 1, 1]);
  const place: Sheet = {
    ...small,
    foot: view.horizon / SCALE,
    unit: shortSide(small),
    side: -plan.side as -1 | 1,
  };
  if (random() < 0.24) drawLattice(stain, place, 0.15 + 2.2 * request.darkness, random);
  else paintScene(stain, place, request, random);
  const top = tableTop(request, request.material ?? walnut, plan);
  return renderTable(request, {
    view,
    plan,
    top,
    wall: { material: stained(paper, stain, camera, depth), soft: 0.0015 * shortSide(camera) },
    inset: 0.045,
    vignette: 0.2,
  });
}
