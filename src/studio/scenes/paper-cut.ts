import { shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { hexToOklch, type Oklch, oklabToOklch, oklchToOklab } from '../../imaging/colour.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { planLights } from '../lighting/plan-lights.ts';
import { addSubject } from '../props/add-subject.ts';
import { type LinearRgb, oklchToLinear } from '../renderer/linear-colour.ts';
import { createLinearPicture, type LinearPicture } from '../renderer/linear-picture.ts';
import { type Backdrop, type BackdropRequest, defineScene } from '../scene.ts';
import { cave } from '../scenery/paper/cave.ts';
import { flowers } from '../scenery/paper/flowers.ts';
import { land } from '../scenery/paper/land.ts';
import { leaves } from '../scenery/paper/leaves.ts';
import type { PaperOptions, PaperScene } from '../scenery/paper/paper-scene.ts';
import { sea } from '../scenery/paper/sea.ts';
import { drawSheet, type PaperLight, paperTooth, type Sheet } from '../scenery/paper/sheet.ts';
import { contrastingLightness, deepened } from '../staging/contrasting-lightness.ts';
import { finishBackdrop } from '../staging/finish-backdrop.ts';
import { frameTable, lightingSpaceOf } from '../staging/framing.ts';
import { groundLightness } from '../staging/surfaces.ts';

/** A stage of cut paper: sheets behind sheets, each with its own shadow, and a paper floor in front of them. */
export const paperCut = defineScene({
  name: 'paper-cut',
  title: { ko: '종이 조형', en: 'cut paper' },
  description: { ko: '종이를 오려 겹친 무대', en: 'a stage of layered cut paper' },
  effect: { ko: '손으로 만든 듯 다정해 보여요', en: 'it looks friendly and made by hand' },
  words: [
    {
      ko: {
        종이접기: 'folded paper',
        페이퍼컷: 'paper cut layers',
        종이오리기: 'paper cut layers',
        종이: 'paper',
        색종이: 'coloured paper',
      },
      en: ['paper', 'papercut', 'paper cut', 'origami'],
    },
  ],
  materials: [],
  prompt: 'among layered cut paper shapes in {ground}',
  bare: true,
  render,
});

function render(request: BackdropRequest): Backdrop {
  const random = seededRandom(seedFor(request.seed, 'paper-cut'));
  const view = frameTable(request, random, { blur: 0, eye: 0.44, reach: 0.125 });
  const { camera, depth } = view;
  const plan = planLights({ ...request, lighting: openLight(request) }, lightingSpaceOf(camera, depth));
  const { size } = request;
  const { key, fill } = plan.lights;
  const light: LinearRgb = [
    0.68 * key.colour[0] + fill[0],
    0.68 * key.colour[1] + fill[1],
    0.68 * key.colour[2] + fill[2],
  ];
  const paper: PaperLight = {
    towards: [plan.side * 0.6, -0.8],
    light,
    shade: [fill[0] / light[0], fill[1] / light[1], fill[2] / light[2]],
    tooth: paperTooth(size.width, size.height, seedFor(request.seed, 'tooth')),
  };
  const place = placeFor(request, view.horizon, -plan.side as -1 | 1, random);
  const picture = createLinearPicture(size);
  drawSheet(picture, wholeSheet(place.ramp(0), size), paper);
  for (const sheet of sceneFor(request, random)(place, random)) drawSheet(picture, sheet, paper);
  drawFloor(picture, place, paper);
  lean(picture, plan.side);
  const subject = addSubject(request, picture, view, plan);
  return finishBackdrop(request, {
    picture,
    light: { ...plan.light, softness: Math.max(0.45, plan.light.softness) },
    horizon: view.horizon,
    ...subject,
    floor: {
      top: view.horizon + Math.round(0.03 * shortSide(size)),
      bottom: size.height,
      ground: view.ground,
      gloss: 0,
    },
    glow: 0,
    vignette: 0.1,
    grain: 1,
  });
}

/** Sheets throw the shadows here: no window or leaves over them. */
function openLight({ lighting }: BackdropRequest): BackdropRequest['lighting'] {
  switch (lighting) {
    case 'window':
    case 'blinds':
    case 'leaves':
    case 'spot':
    case 'sun':
      return 'softbox';
    default:
      return lighting;
  }
}

function sceneFor({ season }: BackdropRequest, random: Random): PaperScene {
  const draw = random();
  switch (season) {
    case 'spring':
      return draw < 0.65 ? flowers : draw < 0.85 ? land : leaves;
    case 'summer':
      return draw < 0.5 ? sea : draw < 0.8 ? leaves : land;
    case 'autumn':
      return draw < 0.55 ? land : draw < 0.85 ? leaves : cave;
    case 'winter':
      return draw < 0.75 ? land : cave;
    default: {
      const scenes = [land, cave, leaves, sea, flowers];
      return scenes[Math.floor(draw * scenes.length)]!;
    }
  }
}

function placeFor(request: BackdropRequest, line: number, side: -1 | 1, random: Random): PaperOptions {
  const { palette, darkness, season, size } = request;
  const [accentL, accentC, accentH] = hexToOklch(palette.accent);
  const base = contrastingLightness(groundLightness(request), request);
  const [, c, h] = deepened(palette.background, base);
  const product = request.productColour === undefined ? undefined : hexToOklch(request.productColour)[0];
  const away = product === undefined ? (base > 0.55 ? -1 : 1) : base < product ? -1 : 1;
  const chroma = Math.max(0.03, c);
  const reach = 0.2 + 0.05 * random();
  // Nearer papers are deeper in colour, and lean to the accent where that is not far from the ground's hue.
  const nearL = Math.min(0.93, Math.max(0.22, base + away * reach));
  const far = oklchToOklab([base, chroma, h]);
  const near = oklchToOklab([nearL, Math.min(0.13, chroma * 1.6 + 0.015), h]);
  const leant = oklchToOklab([nearL, Math.min(0.12, Math.max(0.05, accentC * 0.7)), accentH]);
  // Far hues would meet in grey.
  const apart = Math.abs(((accentH - h + 540) % 360) - 180);
  const share = apart < 75 || c < 0.02 ? 0.5 : 0.08;
  const warm = accentH < 110 || accentH > 330;
  return {
    ...size,
    line,
    side,
    ...defined({ season }),
    night: darkness > 0.45,
    ramp(depth): Oklch {
      const to = [0, 1, 2].map((i) => near[i]! + (leant[i]! - near[i]!) * share * depth);
      return oklabToOklch([
        far[0] + (to[0]! - far[0]) * depth,
        far[1] + (to[1]! - far[1]) * depth,
        far[2] + (to[2]! - far[2]) * depth,
      ]);
    },
    accent: [Math.min(0.8, Math.max(0.58, accentL + 0.1)), Math.min(0.17, accentC), accentH],
    sun: warm
      ? [Math.min(0.82, Math.max(0.66, accentL + 0.1)), Math.min(0.16, accentC), accentH]
      : [0.88, 0.09, 84],
    pale: [Math.min(0.96, base + (base > 0.6 ? 0.07 : 0.22)), chroma * 0.4, h],
  };
}

function wholeSheet(tone: Oklch, { width, height }: { width: number; height: number }): Sheet {
  return {
    tone,
    gap: 0,
    cut(context) {
      context.fillRect(-width, -height, width * 3, height * 3);
    },
  };
}

/** The paper that all stands on: lighter in front, in the shade of the last sheet at the back. In place. */
function drawFloor(picture: LinearPicture, place: PaperOptions, { light, shade, tooth }: PaperLight): void {
  const { width, height } = picture;
  const unit = shortSide(picture);
  const [l, c, h] = place.ramp(0.3);
  const tone = oklchToLinear([l, c, h]);
  for (let y = place.line; y < height; y++) {
    const away = (y - place.line) / unit;
    const dark = 0.75 * Math.exp(-away / 0.035) + 0.2 * Math.exp(-away / 0.14);
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const level = (1 + 0.035 * tooth.data[at]!) * (0.96 + 0.1 * Math.min(1, away / 0.3));
      picture.r.data[at] = tone[0] * light[0] * level * (1 - dark * (1 - shade[0]));
      picture.g.data[at] = tone[1] * light[1] * level * (1 - dark * (1 - shade[1]));
      picture.b.data[at] = tone[2] * light[2] * level * (1 - dark * (1 - shade[2]));
    }
  }
}

/** The lamp's own side is a little brighter. In place. */
function lean(picture: LinearPicture, side: -1 | 1): void {
  const { width, height } = picture;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const gain = 1 + 0.09 * side * (x / width - 0.5) * 2 + 0.05 * (0.5 - y / height);
      const at = y * width + x;
      picture.r.data[at]! *= gain;
      picture.g.data[at]! *= gain;
      picture.b.data[at]! *= gain;
    }
  }
}
