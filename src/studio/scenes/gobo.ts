import type { LightingName } from '../../ad/scene.ts';
import { seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { plaster } from '../materials/plaster.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { plasteredWall, tableTop } from '../staging/surfaces.ts';
import { TABLE_TOPS } from '../staging/table-tops.ts';

const PATTERNED: readonly LightingName[] = ['window', 'blinds', 'leaves', 'sun', 'dawn', 'sunset'];

/** Bare plaster, and on it the strong shadow of leaves, blinds or a window: the light is the picture. */
export const gobo = defineScene({
  name: 'gobo',
  title: { ko: '빛이 드는 벽', en: 'a wall with light playing on it' },
  description: { ko: '빛과 그림자가 드는 벽', en: 'a wall with light and shadow playing on it' },
  effect: { ko: '하루 중 가장 좋은 시간 같은 분위기가 나요', en: 'it feels like the best hour of the day' },
  words: [],
  materials: TABLE_TOPS,
  prompt: 'in front of {a surface} wall with shadows playing over it',
  inPlace: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'gobo'));
  const view = frameTable(request, random, { blur: 0.003, eye: 0.47, reach: 0.14 });
  const { camera, depth } = view;
  const patterns = ['leaves', 'window', 'blinds'] as const;
  const pattern = patterns[Math.floor(random() * patterns.length)]!;
  const lighting = PATTERNED.includes(request.lighting) ? request.lighting : pattern;
  const plan = planLights({ ...request, lighting }, { ...lightingSpaceOf(camera, depth), drama: 1.18 });
  return renderTable(request, {
    view,
    plan,
    top: tableTop(request, request.material ?? plaster, plan),
    wall: { material: plasteredWall(request, plan) },
    inset: 0.04,
    gloss: 0.05,
  });
}
