import { shortSide } from '../../ad/geometry.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { concrete } from '../materials/concrete.ts';
import { marble } from '../materials/marble.ts';
import { oak } from '../materials/oak.ts';
import { terrazzo } from '../materials/terrazzo.ts';
import { BONDS, tilesMaterial } from '../materials/tiles.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { contrastingLightness, deepenedHex } from '../staging/contrasting-lightness.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { groundLightness, tableTop } from '../staging/surfaces.ts';

/** A counter in front of a glazed tile wall: kitchens, baths, laundries. */
export const tiles = defineScene({
  name: 'tiles',
  title: { ko: '타일 벽', en: 'tiles' },
  description: { ko: '타일 벽과 조리대', en: 'a tiled wall and a counter' },
  effect: { ko: '깨끗하고 산뜻해 보여요', en: 'it looks clean and crisp' },
  words: [
    {
      ko: {
        타일: 'tiles',
        흰타일: 'white tiles',
        하얀타일: 'white tiles',
        타일벽: 'tiled wall',
        지하철타일: 'subway tiles',
        모자이크: 'mosaic tiles',
        욕실타일: 'bathroom tiles',
      },
      en: ['tile', 'tiled wall', 'subway tile', 'mosaic'],
      surface: true,
    },
  ],
  materials: ['marble', 'terrazzo', 'oak', 'walnut', 'concrete'],
  prompt: 'before glossy {ground} wall tiles',
  inPlace: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'tiles'));
  const view = frameTable(request, random, { blur: 0.005, eye: 0.46, reach: 0.14 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const lightness = contrastingLightness(groundLightness(request), request);
  const wall = tilesMaterial(BONDS[Math.floor(random() * BONDS.length)]!, plan.side, {
    seed: seedFor(request.seed, 'glaze'),
    lightness,
    tint: deepenedHex(request.palette.background, lightness),
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
  const counters = [marble, terrazzo, oak, concrete];
  const top = tableTop(request, request.material ?? counters[Math.floor(random() * counters.length)]!, plan);
  return renderTable(request, {
    view,
    plan,
    top,
    wall: { material: wall, soft: 0.0012 * shortSide(camera) },
    inset: 0.045,
    gloss: top.gloss * 0.5,
  });
}
