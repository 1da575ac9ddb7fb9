import { describe, expect, it } from 'vitest';
import { drawn } from '../../../src/imaging/canvas.ts';
import { cropToMatte } from '../../../src/imaging/cutout/crop-to-matte.ts';
import { cutOut } from '../../../src/imaging/cutout/cut-out.ts';
import { withoutBakedShadow } from '../../../src/imaging/cutout/existing-alpha.ts';
import { dilated, eroded, type Mask, maskOf, opened } from '../../../src/imaging/cutout/mask.ts';
import { assembleCutout, choke } from '../../../src/imaging/cutout/matting/assemble-cutout.ts';
import { fillPlanes } from '../../../src/imaging/cutout/matting/fill-planes.ts';
import { foregroundColours } from '../../../src/imaging/cutout/matting/foreground-colours.ts';
import { guidedFilter } from '../../../src/imaging/cutout/matting/guided-filter.ts';
import { refineMatte } from '../../../src/imaging/cutout/matting/refine-matte.ts';
import { backgroundOf } from '../../../src/imaging/cutout/segmentation/background.ts';
import { cleanMask } from '../../../src/imaging/cutout/segmentation/clean-mask.ts';
import { estimateCleanPlate } from '../../../src/imaging/cutout/segmentation/clean-plate.ts';
import { cutCoarseToFine } from '../../../src/imaging/cutout/segmentation/coarse-to-fine.ts';
import { cutFromBox } from '../../../src/imaging/cutout/segmentation/cut-from-box.ts';
import { edgesOf } from '../../../src/imaging/cutout/segmentation/edges.ts';
import { gatherEvidence } from '../../../src/imaging/cutout/segmentation/evidence.ts';
import { grabCut } from '../../../src/imaging/cutout/segmentation/grab-cut.ts';
import { holesIn } from '../../../src/imaging/cutout/segmentation/holes.ts';
import { openGaps } from '../../../src/imaging/cutout/segmentation/open-gaps.ts';
import { analysePhoto, blurred } from '../../../src/imaging/cutout/segmentation/photo-analysis.ts';
import { removeFootShadow } from '../../../src/imaging/cutout/segmentation/remove-foot-shadow.ts';
import { segment } from '../../../src/imaging/cutout/segmentation/segment.ts';
import { smoothSurface } from '../../../src/imaging/cutout/segmentation/smooth-surface.ts';
import { createRaster, type Matte, type Plane, type Raster } from '../../../src/imaging/raster.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { planeOf, shown } from '../pictures.ts';
import { block, disc, photoOf, type Shape } from './photo.ts';

const [WIDTH, HEIGHT] = [168, 144];

const ring: Shape = (x, y) => disc(114, 75, 22)(x, y) && !disc(114, 75, 14)(x, y);

/** A mug with a handle on lit paper, and its soft shadow on the right. */
const { photo, truth } = photoOf({
  width: WIDTH,
  height: HEIGHT,
  ground: (x, y) => [226 - 0.12 * x, 222 - 0.12 * x, 212 - 0.12 * x - 0.03 * y],
  light: (x, y) => 1 - 0.3 * Math.exp(-(((x - 108) / 39) ** 2) - ((y - 119) / 8) ** 2),
  things: [
    { shape: ring, colour: [176, 40, 36] },
    { shape: block(51, 39, 108, 120), colour: [190, 44, 40] },
    { shape: block(51, 66, 108, 81), colour: [236, 230, 220] },
  ],
});

const analysis = analysePhoto(photo, 640);
const background = backgroundOf(analysis);
const evidence = gatherEvidence(analysis, background);
const { width, height } = analysis;
const mask: Mask = maskOf(width, height, (i) => truth.data[i]! > 127);
const border = Array.from({ length: width * height }, (_, i) => i).filter(
  (i) => i % 3 === 0 && mask.data[i] === 0,
);
const surface = smoothSurface([analysis.lab.l, analysis.lab.a, analysis.lab.b], border);
const shares: Plane = refineMatte(photo, analysis.small, mask);
/** The mask with the handle's hole filled and the foot's shadow taken in, as a first cut has it. */
const rough = maskOf(width, height, (i) => {
  const [x, y] = [i % width, Math.floor(i / width)];
  return mask.data[i] === 1 || disc(114, 75, 18)(x, y) || block(90, 114, 132, 123)(x, y);
});

const colourPlanes = (planes: readonly Plane[]): Matte => shown(planes[0]!, 0, 100);

function rasterOf(colours: Float32Array): Raster {
  const raster = createRaster(width, height);
  for (let i = 0; i < width * height; i++) {
    raster.data.set([colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!, 255], i * 4);
  }
  return raster;
}

const bakedShadow = drawn(96, 80, (context) => {
  context.fillStyle = '#2f6f66';
  context.fillRect(30, 8, 36, 48);
  context.fillStyle = 'rgba(0, 0, 0, 0.3)';
  context.beginPath();
  context.ellipse(48, 68, 26, 5, 0, 0, 7);
  context.fill();
});

const PICTURES: Readonly<Record<string, () => Raster | Matte | Promise<Raster | Matte>>> = {
  'edge-strength': () => shown(analysis.edges.strength, 0, 20),
  'edge-extent': () => shown(analysis.edges.extent),
  'edge-strength-blurred': () => shown(edgesOf(blurred(analysis, 2).lab, 2).strength, 0, 20),
  'smooth-surface': () => colourPlanes(surface),
  'clean-plate': () => colourPlanes(estimateCleanPlate(analysis.lab, surface, analysis.saliency, 3)),
  'background-colours': () => colourPlanes([background.colours.l]),
  'background-lit': () => shown(background.lit),
  'background-ground': () => shown(background.ground),
  'background-variation': () => shown(background.variation, 0, 8),
  'background-light': () => shown(background.shading.light, 0, 1.2),
  'background-colour-distance': () => shown(background.shading.colourDistance, 0, 40),
  'evidence-marks': () => shown({ width, height, data: evidence.marks }, 0, 3),
  'evidence-difference': () => shown({ width, height, data: evidence.difference }, 0, 60),
  'evidence-seen-through': () => shown(evidence.seenThrough),
  'grab-cut': () => shown(grabCut(analysis, evidence, 2)!),
  'grab-cut-coarse-to-fine': () => shown(cutCoarseToFine(analysis, evidence, 2)!),
  'grab-cut-from-box': () => shown(cutFromBox(analysis)!),
  segment: () => shown(segment(analysis, background)!.mask),
  holes: () => shown(holesIn(analysis, background)),
  'open-gaps': () => shown(openGaps(rough, analysis, background)),
  'remove-foot-shadow': () => shown(removeFootShadow(rough, analysis, background)),
  'clean-mask': () => shown(cleanMask(rough, evidence.seenThrough, analysis, background)),
  'mask-dilated': () => shown(dilated(mask, 3)),
  'mask-eroded': () => shown(eroded(mask, 3)),
  'mask-opened': () => shown(opened(mask, 4)),
  'guided-filter': () =>
    shown(
      guidedFilter(
        planeOf(width, height, (x, y) => photo.data[(y * width + x) * 4 + 1]! / 255),
        planeOf(width, height, (x, y) => rough.data[y * width + x]!),
      ),
    ),
  'refine-matte': () => shown(shares),
  choke: () => shown(choke(planeOf(width, height, (x, y) => shares.data[y * width + x]!))),
  'fill-planes': () =>
    colourPlanes(
      fillPlanes(
        [analysis.lab.l],
        planeOf(width, height, (x, y) => 1 - rough.data[y * width + x]!),
      ),
    ),
  'foreground-colours': () => rasterOf(foregroundColours(photo, shares)),
  assembled: () => assembleCutout(photo, shares, foregroundColours(photo, shares)).image,
  'from-found': () =>
    cutOut({
      photo,
      found: {
        by: 'a model',
        maps: [
          {
            map: planeOf(WIDTH, HEIGHT, (x, y) => truth.data[y * WIDTH + x]! / 255),
            box: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
          },
        ],
      },
    }).image,
  'without-baked-shadow': () => withoutBakedShadow(bakedShadow)!,
  'cut-out': async () => (await cutOut({ photo })).image,
  'cut-out-cropped': async () => cropToMatte(await cutOut({ photo })).image,
};

describe('cut-out', () => {
  it.each(Object.entries(PICTURES))('%s', async (name, make) => {
    await expectGolden(`imaging/cutout/${name}`, await make());
  });

  it('has no golden that nothing is compared with', async () => {
    expect(await goldensIn('imaging/cutout')).toEqual(Object.keys(PICTURES).sort());
  });
});
