import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { oak } from '../materials/oak.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { dressSet } from '../scenery/dressing/dress-set.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { plasteredWall, tableTop } from '../staging/surfaces.ts';
import { TABLE_TOPS } from '../staging/table-tops.ts';

/** A table against a plastered wall, in any light; something stands out of focus at the side. */
export const table = defineScene({
  name: 'table',
  title: { ko: '테이블', en: 'a table' },
  description: { ko: '벽 앞 테이블', en: 'a table against a wall' },
  effect: { ko: '가게에서 방금 내온 느낌이 나요', en: 'it looks as if it had just been served' },
  words: [
    {
      ko: {
        테이블: 'table',
        탁자: 'table',
        선반위: 'shelf top',
        카운터: 'counter',
        바테이블: 'bar counter',
        식탁위: 'dining table',
        책상위: 'desk top',
        상판: 'table top',
        쟁반: 'tray',
        트레이: 'tray',
      },
      en: ['tabletop', 'table top', 'counter top', 'countertop', 'tray', 'on a table'],
      surface: true,
    },
  ],
  materials: [...TABLE_TOPS, 'silk', 'hanji'],
  prompt: 'on {a surface} table top',
  inPlace: true,
  flat: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'table'));
  const view = frameTable(request, random, { blur: 0.004 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const top = tableTop(request, request.material ?? oak, plan);
  const far = dressSet(request, view, plan, random);
  return renderTable(request, {
    view,
    plan,
    top,
    wall: { material: plasteredWall(request, plan), soft: 0.003 * shortSide(camera) },
    ...defined({ far }),
    inset: 0.05,
  });
}
