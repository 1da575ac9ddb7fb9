import type { LightingName, Palette, SeasonName } from '../../ad/scene.ts';
import { hexToOklch, type Oklab, parseHex, rgbToOklab } from '../../imaging/colour.ts';
import { gaussianBlur, resizePlane } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Plane } from '../../imaging/raster.ts';
import { warmthOf } from '../lighting/light-setups.ts';
import { linearToHex, scaled } from '../renderer/linear-colour.ts';
import { selfGuidedFilter } from '../styles/self-guided-filter.ts';
import { lightPattern } from './light-pattern.ts';

/** How a photo shall be lit and coloured. */
export interface GradeOptions {
  readonly palette: Palette;
  readonly lighting: LightingName;
  readonly season?: SeasonName;
  /** 0 = as bright as it is, 1 = night. */
  readonly darkness: number;
  /** Above 0 up to 1. */
  readonly strength: number;
  readonly seed: number;
}

/** A shift of all colours, OKLab times 100. */
const SEASONS: Readonly<Record<SeasonName, readonly [a: number, b: number]>> = {
  spring: [0.7, 0],
  summer: [-0.5, -0.4],
  autumn: [0.8, 1.4],
  winter: [-0.2, -1.3],
};

/** Chroma (OKLab times 100) up to which a colour counts as neutral, and takes on the palette's. */
const NEUTRAL = 4.5;

/**
 * Colours and lights a photo anew, in place: levels, the lamp's warmth, the palette in shadows, in lights and in all
 * that is grey, light from one side, a window's or leaves' shadow over it, more local contrast, a glow, a vignette.
 * Forms and the colours of things stay.
 */
export function grade(planes: OklabPlanes, options: GradeOptions): void {
  const { l, a, b } = planes;
  const { width, height } = l;
  const { strength, darkness } = options;
  const side = Math.min(width, height);
  const [low, high] = levelsOf(l);
  const stretch = 1 + 0.6 * strength * (86 / Math.max(30, high - low) - 1);
  // Towards a bright day, or the dusk that is asked for; never all the way.
  const wanted = 66 - 30 * darkness;
  const gamma = Math.max(
    0.62,
    Math.min(1.7, (Math.log(wanted / 100) / Math.log(meanOf(l) / 100)) ** (0.55 * strength)),
  );
  const fine = selfGuidedFilter(l, side * 0.035, 7);
  const glow = glowOf(l);
  const dapple = lightPattern({ width, height }, options);
  const warm = shiftOf(rgbToOklab(parseHex(linearToHex(scaled(warmthOf(options.lighting), 0.75)))));
  const [seasonA, seasonB] = options.season === undefined ? [0, 0] : SEASONS[options.season];
  const ground = shiftOf(rgbToOklab(parseHex(options.palette.background)));
  const ink = shiftOf(rgbToOklab(parseHex(options.palette.ink)));
  const wall = Math.max(72, 100 * rgbToOklab(parseHex(options.palette.background))[0] - 2);
  const gels = gelsOf(options);
  const from = options.seed % 2 === 0 ? -1 : 1;
  const night = darkness * strength;
  for (let y = 0; y < height; y++) {
    const fromTop = y / height - 0.5;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const across = x / width - 0.5;
      let level = l.data[i]!;
      // Detail is what the even copy lacks.
      level += 0.55 * strength * (level - fine.data[i]!);
      level = 50 + (level - 50) * stretch;
      level = level <= 0 ? 0 : 100 * (level / 100) ** gamma;
      const lit = Math.max(0, Math.min(1, level / 100));
      // A gentle S, then the light: from one side, from above, and through whatever hangs before the window.
      level += 9 * strength * Math.sin(2 * Math.PI * (lit - 0.5)) * 0.5 * (lit > 0.96 ? 0.4 : 1);
      const middle = 4 * lit * (1 - lit);
      const slant = from * across * 1.5 - fromTop * 0.8;
      level += strength * (8 * slant) * (0.45 + 0.55 * middle);
      const away = across * across + fromTop * fromTop;
      level -= strength * (15 + 12 * darkness) * away * (0.4 + 0.6 * lit);
      if (dapple !== undefined) level *= 1 + dapple.data[i]!;
      level *= 1 - 0.34 * night;
      level += (0.22 + 0.2 * strength) * strength * glow.data[i]! * (1 - lit);
      l.data[i] = Math.max(0, Math.min(99.4, level));
      const ga = a.data[i]!;
      const gb = b.data[i]!;
      const grey = Math.exp(-(ga * ga + gb * gb) / (NEUTRAL * NEUTRAL));
      const dark = (1 - lit) * (1 - lit);
      const light = lit * lit;
      // What is rich in colour already is left so.
      const rich = 1 + 0.28 * strength * (1 - night) * Math.exp(-(ga * ga + gb * gb) / 150);
      // A white ground becomes a wall in the palette's colour; from both sides gels colour what is grey.
      const pale = grey * light;
      const left = 0.5 - 0.9 * across * from;
      const gelA = gels.near[0] * left + gels.far[0] * (1 - left);
      const gelB = gels.near[1] * left + gels.far[1] * (1 - left);
      const gel = (0.25 + 0.75 * grey) * (0.25 + 0.75 * lit);
      const inked = (0.25 + 0.5 * grey) * dark * 0.5;
      const warmth = 0.75 * (0.4 + 0.6 * lit);
      l.data[i]! -= strength * pale * Math.max(0, l.data[i]! - wall) * 0.6;
      a.data[i] =
        ga * rich +
        strength *
          (warmth * warm[0] + seasonA + 1.7 * pale * ground[0] + inked * ink[0] + gel * gelA + night * 0.4);
      b.data[i] =
        gb * rich +
        strength *
          (warmth * warm[1] + seasonB + 1.7 * pale * ground[1] + inked * ink[1] + gel * gelB - night * 2.6);
    }
  }
}

/** Colours that two lamps at the sides have, as shifts of a and b: full under neon, a breath otherwise. */
function gelsOf({
  palette,
  lighting,
}: GradeOptions): Readonly<Record<'near' | 'far', readonly [a: number, b: number]>> {
  const [, , hue] = hexToOklch(palette.accent);
  const neon = lighting === 'neon';
  const turned = neon ? hue + (hue > 180 && hue < 340 ? -85 : 150) : hue + 40;
  const shift = (h: number, chroma: number): readonly [number, number] => [
    chroma * Math.cos((h * Math.PI) / 180),
    chroma * Math.sin((h * Math.PI) / 180),
  ];
  return { near: shift(hue, neon ? 13 : 1.6), far: shift(turned, neon ? 10 : 0.4) };
}

/** a and b, times 100. */
const shiftOf = (lab: Oklab): readonly [a: number, b: number] => [lab[1] * 100, lab[2] * 100];

function meanOf(l: Plane): number {
  let sum = 0;
  for (const level of l.data) sum += level;
  return Math.min(97, Math.max(8, sum / l.data.length));
}

/** L below which 1 % of the picture lies, and above which 1 % lies. */
function levelsOf(l: Plane): readonly [low: number, high: number] {
  const counts = new Uint32Array(102);
  for (const level of l.data) counts[Math.max(0, Math.min(101, Math.round(level)))]! += 1;
  const edge = l.data.length * 0.01;
  let low = 0;
  for (let sum = counts[0]!; sum < edge && low < 101; ) sum += counts[++low]!;
  let high = 101;
  for (let sum = counts[101]!; sum < edge && high > 0; ) sum += counts[--high]!;
  return [low, high];
}

/** Lightness above 70, spread widely. */
function glowOf(l: Plane): Plane {
  const small = resizePlane(l, Math.max(1, Math.ceil(l.width / 4)), Math.max(1, Math.ceil(l.height / 4)));
  for (let i = 0; i < small.data.length; i++) small.data[i] = Math.max(0, small.data[i]! - 70);
  return resizePlane(gaussianBlur(small, Math.min(small.width, small.height) / 20), l.width, l.height);
}
