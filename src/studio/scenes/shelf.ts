import { shortSide } from '../../ad/geometry.ts';
import { hexToOklch } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { type LightPlan, planLights } from '../lighting/plan-lights.ts';
import { oak } from '../materials/oak.ts';
import { walnut } from '../materials/walnut.ts';
import { addDisc, addThing, createFarLayer, type FarLayer } from '../renderer/far-layer.ts';
import { oklchToLinear, scaled } from '../renderer/linear-colour.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { drawShelves, type ShelfOptions } from '../scenery/dressing/shelves.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { plasteredWall, tableTop } from '../staging/surfaces.ts';
import { TABLE_TOPS } from '../staging/table-tops.ts';

/** A counter in the shop: shelves far behind it, out of focus, with lamps under the boards or hanging before them. */
export const shelf = defineScene({
  name: 'shelf',
  title: { ko: '선반', en: 'shelves' },
  description: { ko: '선반이 보이는 가게 안', en: 'the inside of a shop with its shelves' },
  effect: { ko: '가게에 와 있는 것 같아요', en: 'it feels like standing in the shop' },
  words: [
    {
      ko: {
        선반: 'shelf',
        진열대: 'display shelf',
        진열장: 'display case',
        쇼케이스: 'display case',
        책꽂이: 'bookshelf',
        서가: 'bookshelves',
      },
      en: ['shelves', 'bookshelf', 'bookshelves', 'display case', 'showcase'],
    },
  ],
  materials: TABLE_TOPS,
  prompt: 'in front of full shelves, softly out of focus',
  inPlace: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'shelf'));
  const view = frameTable(request, random, { blur: 0.004, eye: 0.45, reach: 0.13 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const top = tableTop(request, request.material ?? (random() < 0.5 ? oak : walnut), plan);
  return renderTable(request, {
    view,
    plan,
    top,
    wall: { material: plasteredWall(request, plan), depth: depth * 1.9, soft: 0.02 * shortSide(camera) },
    far: shopBehind(request, view, plan, random),
    inset: 0.04,
    glow: 0.09,
  });
}

function shopBehind(request: BackdropRequest, view: View, plan: LightPlan, random: Random): FarLayer {
  const { camera, horizon } = view;
  const unit = shortSide(camera);
  const layer = createFarLayer(camera);
  const dark = request.darkness > 0.4 || hexToOklch(request.palette.background)[0] < 0.45;
  const stocks = ['books', 'bottles', 'jars'] as const;
  // The lowest board stands behind the product; above the highest the wall is bare, for words.
  const lowest = horizon - unit * (0.06 + 0.04 * random());
  const step = unit * (0.23 + 0.03 * random());
  const boards = [lowest - step, lowest];
  const stock = stocks[Math.floor(random() * stocks.length)]!;
  const place: ShelfOptions = { width: camera.width, boards, unit, stock };
  const { key, fill } = plan.lights;
  const share = dark ? 0.5 : 0.42;
  addThing(layer, {
    draw: (context) => drawShelves(context, place, request, random),
    blur: (0.021 + 0.006 * random()) * unit,
    light: [
      key.colour[0] * share + fill[0],
      key.colour[1] * share + fill[1],
      key.colour[2] * share + fill[2],
    ],
  });
  const warm = oklchToLinear([0.84, 0.11, 72]);
  const level = dark ? 1 : 0.35;
  for (const board of boards)
    underBoard(layer, camera.width, board + unit * 0.036, unit * 0.13, scaled(warm, 0.5 * level));
  const lamps = 2 + Math.floor(random() * 2);
  const start = 0.12 + 0.2 * random();
  for (let i = 0; i < lamps; i++) {
    const x = camera.width * (start + (i * 0.76) / lamps);
    const y = boards[0]! - unit * (0.1 + 0.05 * random());
    addDisc(layer, { x, y, radius: unit * 0.05, light: scaled(warm, 1.1 * level), rim: 0.5 });
    addDisc(layer, { x, y, radius: unit * 0.15, light: scaled(warm, 0.16 * level), rim: 1.6 });
  }
  return layer;
}

/** A strip of light below a shelf board, fading downwards. */
function underBoard(
  layer: FarLayer,
  width: number,
  row: number,
  reach: number,
  light: readonly [number, number, number],
): void {
  const scale = width / (layer.r.width - 1);
  for (let y = Math.max(0, Math.floor(row / scale)); y < layer.r.height && y * scale < row + reach * 3; y++) {
    const level = Math.exp(-Math.max(0, y * scale - row) / reach) * 0.5;
    for (let x = 0; x < layer.r.width; x++) {
      const i = y * layer.r.width + x;
      layer.r.data[i]! += light[0] * level;
      layer.g.data[i]! += light[1] * level;
      layer.b.data[i]! += light[2] * level;
    }
  }
}
