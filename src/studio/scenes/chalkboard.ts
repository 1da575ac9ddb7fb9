import { bottom, right, shortSide } from '../../ad/geometry.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { muralOf } from '../materials/mural.ts';
import { oak } from '../materials/oak.ts';
import { type LinearRgb, oklchToLinear } from '../renderer/linear-colour.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { chalk, dustyBoard } from '../scenery/chalk/board.ts';
import { type Doodle, LESSON, MENU } from '../scenery/chalk/doodles.ts';
import { drawChalks, drawFrame, type FrameOptions } from '../scenery/chalk/frame.ts';
import { contrastingLightness } from '../staging/contrasting-lightness.ts';
import { frameTable, lightingSpaceOf, type View } from '../staging/framing.ts';
import { renderTable } from '../staging/render-table.ts';
import { tableTop } from '../staging/surfaces.ts';

/** A wiped blackboard in its wooden frame, chalk on the ledge, and a table in front. */
export const chalkboard = defineScene({
  name: 'chalkboard',
  title: { ko: '칠판', en: 'a chalkboard' },
  description: { ko: '나무 틀 칠판', en: 'a chalkboard in its wooden frame' },
  effect: { ko: '소식을 손으로 적어 둔 듯 친근해요', en: 'it is as friendly as a note written by hand' },
  words: [
    {
      ko: {
        칠판: 'chalkboard',
        흑판: 'chalkboard',
        분필: 'chalk',
        초크아트: 'chalk art',
        메뉴판: 'menu board',
      },
      en: ['chalk', 'blackboard', 'chalk board', 'menu board'],
    },
  ],
  materials: ['oak', 'walnut', 'concrete'],
  prompt: 'before an empty dark chalkboard',
  inPlace: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'chalkboard'));
  const view = frameTable(request, random, { blur: 0.002, eye: 0.45, reach: 0.125 });
  const { camera, depth } = view;
  const plan = planLights(request, lightingSpaceOf(camera, depth));
  const board = dustyBoard(camera, view.horizon + 4, oklchToLinear(boardTone(request, random)), random);
  const frame = frameOf(request, view, plan.side);
  const aside = -plan.side as -1 | 1;
  drawDoodles(board, request, frame, aside, random);
  drawFrame(board, frame, random);
  drawChalks(
    board,
    frame,
    camera.width * (0.5 + aside * 0.3) - 0.08 * shortSide(camera),
    chalkTones(request),
    random,
  );
  const top = tableTop(request, request.material ?? oak, plan);
  return renderTable(request, {
    view,
    plan,
    top,
    wall: { material: muralOf(board, { camera, depth, tooth: 0 }) },
    inset: 0.045,
    vignette: 0.22,
    grain: 1.4,
  });
}

/** Lightnesses of something that chalk shows on. */
const SLATE = [0.22, 0.46] as const;

/** School green, or slate; the palette's own hue where that is dark already. */
function boardTone(request: BackdropRequest, random: Random): Oklch {
  const [l, c, h] = hexToOklch(request.palette.background);
  const own: Oklch =
    l < 0.4
      ? [Math.max(0.27, l), Math.min(0.05, c), h]
      : random() < 0.6
        ? [0.37, 0.045, 163]
        : [0.3, 0.012, 240];
  return [contrastingLightness(own[0], request, SLATE), own[1], own[2]];
}

function frameOf(request: BackdropRequest, { camera, horizon }: View, side: -1 | 1): FrameOptions {
  const unit = shortSide(camera);
  const bar = 0.03 * unit;
  const margin = Math.round(0.026 * unit + bar);
  const [l, c, h] = hexToOklch(request.palette.background);
  return {
    inside: {
      x: margin,
      y: Math.round(margin * 0.9),
      width: camera.width - 2 * margin,
      height: Math.round(horizon - 0.062 * unit - margin * 0.9),
    },
    bar,
    until: horizon + 4,
    wall: oklchToLinear([Math.min(0.86, Math.max(0.3, l)), c, h]),
    side,
  };
}

function chalkTones(request: BackdropRequest): readonly Oklch[] {
  const [, c, h] = hexToOklch(request.palette.accent);
  return [
    [0.95, 0.005, 90],
    [0.82, Math.min(0.1, c), h],
    [0.9, 0.07, 95],
  ];
}

/** What a board has on it: a school's, where school things lie around, else a shop's menu. */
function doodlesFor({ props = [] }: BackdropRequest, random: Random): readonly Doodle[] {
  if (props.length === 0) return random() < 0.5 ? LESSON : MENU;
  return props.some((prop) => /pencil|notebook|book|paper plane|ruler/.test(prop)) ? LESSON : MENU;
}

function drawDoodles(
  board: LinearPicture,
  request: BackdropRequest,
  { inside }: FrameOptions,
  side: -1 | 1,
  random: Random,
): void {
  const unit = shortSide(board);
  const top = inside.y;
  const foot = bottom(inside);
  const [white, coloured] = chalkTones(request).map(oklchToLinear) as [LinearRgb, LinearRgb];
  const set = doodlesFor(request, random);
  const start = Math.floor(random() * set.length);
  const edge = side < 0 ? inside.x : right(inside);
  const other = side < 0 ? right(inside) : inside.x;
  // Down the side away from the words, and one or two low on the other.
  const spots = [
    { x: edge - side * unit * 0.1, y: top + (foot - top) * 0.2, size: 0.06 },
    { x: edge - side * unit * 0.2, y: top + (foot - top) * 0.42, size: 0.042 },
    { x: edge - side * unit * 0.09, y: top + (foot - top) * 0.6, size: 0.055 },
    { x: edge - side * unit * 0.22, y: top + (foot - top) * 0.8, size: 0.045 },
    { x: other + side * unit * 0.1, y: top + (foot - top) * 0.74, size: 0.05 },
  ];
  const thick = Math.max(1.2, unit * 0.0042);
  for (const [k, spot] of spots.entries()) {
    const draw = set[(start + k) % set.length]!;
    const reach = unit * spot.size * 1.25 + thick;
    chalk(
      board,
      { x: spot.x - reach, y: spot.y - reach, width: 2 * reach, height: 2 * reach },
      (context) => {
        context.rotate((random() - 0.5) * 0.35);
        context.lineWidth = thick;
        draw(context, unit * spot.size, random);
      },
      k % 3 === 1 ? coloured : white,
      random,
    );
  }
}
