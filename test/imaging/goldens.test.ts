import { describe, expect, it } from 'vitest';
import { cropRaster, middleOf } from '../../src/imaging/crop.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { encodeJpeg } from '../../src/imaging/encode-jpeg.ts';
import { boxBlur, gaussianBlur, resizePlane, resizeRaster } from '../../src/imaging/filter.ts';
import { finishPicture } from '../../src/imaging/finish-picture.ts';
import { fitPicture } from '../../src/imaging/fit-picture.ts';
import { minimumBarrierDistance } from '../../src/imaging/minimum-barrier-distance.ts';
import { createNoise } from '../../src/imaging/noise.ts';
import { toOklabPlanes } from '../../src/imaging/oklab-planes.ts';
import { createRaster, type Matte, type Raster } from '../../src/imaging/raster.ts';
import { resizeLanczos } from '../../src/imaging/resize-lanczos.ts';
import { flattened, opaque } from '../../src/imaging/rgb.ts';
import { saliencyOf } from '../../src/imaging/saliency.ts';
import { spectralResidual } from '../../src/imaging/spectral-residual.ts';
import { expectGolden, goldensIn } from '../golden/expect-golden.ts';
import { cup, cupOnTable, planeOf, shown } from './pictures.ts';

const photo = cupOnTable();
const lab = toOklabPlanes(photo);

function byLanczos(width: number, height: number, from = photo): Raster {
  const raster = createRaster(width, height);
  raster.data.set(resizeLanczos(from.data, 4, from, raster));
  return raster;
}

const noise = createNoise(11);
const noiseOf = (value: (x: number, y: number) => number): Matte =>
  shown(
    planeOf(64, 64, (x, y) => value(x / 12, y / 12)),
    -1,
    1,
  );

const PICTURES: Readonly<Record<string, () => Raster | Matte | Promise<Raster>>> = {
  'resize-smaller': () => resizeRaster(photo, 40, 30),
  'resize-larger': () => resizeRaster(photo, 120, 90),
  'resize-alpha': () => resizeRaster(cup(), 40, 30),
  'resize-lanczos-smaller': () => byLanczos(40, 30),
  'resize-lanczos-larger': () => byLanczos(120, 90),
  'resize-plane': () => shown(resizePlane(lab.l, 60, 20), 0, 100),
  crop: () => cropRaster(photo, middleOf(photo, { width: 50, height: 60 })),
  'fit-wide': () => fitPicture(photo, { width: 96, height: 40 }),
  'fit-tall': () => fitPicture(photo, { width: 48, height: 84 }),
  'finish-smaller-than-ad': async () =>
    (await finishPicture({ picture: { image: cupOnTable(48, 36) }, size: { width: 80, height: 64 } })).image,
  'blur-box': () => shown(boxBlur(lab.l, 3), 0, 100),
  'blur-gaussian': () => shown(gaussianBlur(lab.l, 2.5), 0, 100),
  'oklab-lightness': () => shown(lab.l, 0, 100),
  'oklab-green-red': () => shown(lab.a, -30, 30),
  'oklab-blue-yellow': () => shown(lab.b, -30, 30),
  'flattened-on-white': () => opaque(flattened(cup())),
  'jpeg-quality-60': async () => decodePhoto(await encodeJpeg(photo, 96, 60), 'photo'),
  'jpeg-of-cutout': async () => decodePhoto(await encodeJpeg(cup(), 64, 90), 'photo'),
  'noise-value': () => noiseOf((x, y) => noise.value2(x, y)),
  'noise-value-3d': () => noiseOf((x, y) => noise.value3(x, y, 0.7)),
  'noise-fbm': () => noiseOf((x, y) => noise.fbm2(x, y, 5)),
  'noise-fbm-3d': () => noiseOf((x, y) => noise.fbm3(x, y, 0.7, 4)),
  'noise-fbm-footprint': () => noiseOf((x, y) => noise.fbm2(x, y, 5, 0.4)),
  'noise-ridged': () => noiseOf((x, y) => noise.ridged2(x, y, 3)),
  'noise-warped': () => noiseOf((x, y) => noise.warped2(x, y, 4, 1.5)),
  saliency: () => shown(saliencyOf(photo)),
  'saliency-of-cutout': () => shown(saliencyOf(cup())),
  'minimum-barrier-distance': () => shown(minimumBarrierDistance([lab.l, lab.a, lab.b]), 0, 120),
  'spectral-residual': () => shown(spectralResidual(lab.l)),
};

describe('operations', () => {
  it.each(Object.entries(PICTURES))('%s', async (name, make) => {
    await expectGolden(`imaging/operations/${name}`, await make());
  });

  it('have no golden that nothing is compared with', async () => {
    expect(await goldensIn('imaging/operations')).toEqual(Object.keys(PICTURES).sort());
  });
});
