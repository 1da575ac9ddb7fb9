import sharp, { type Sharp } from 'sharp';
import { seededRandom } from '../../../../src/imaging/random.ts';
import { heicFixture, heicOf } from '../../../imaging/photo/heic-file.ts';

/** Longer side of the sample photos: what goes wrong in a header goes wrong in a small file as well. */
const SIDE = 72;

const PROFILE = 'p3';

/** Ordinary small photos in every format and variant that phones, cameras and programs write, by what they are. */
export async function samplePhotos(): Promise<Readonly<Record<string, Buffer>>> {
  const photo = scene(SIDE, SIDE);
  const small = scene(48, 40);
  const alpha = await cutOut(photo).png().toBuffer();
  const deep = photo.clone().toColourspace('rgb16');
  const frames = await Promise.all([1, 2, 3].map((i) => scene(40, 40, i).png().toBuffer()));
  const moving = (): Sharp => sharp(frames, { join: { animated: true } });
  const made: Readonly<Record<string, Sharp>> = {
    jpeg: photo.clone().jpeg(),
    'jpeg-progressive': photo.clone().jpeg({ progressive: true, quality: 60 }),
    'jpeg-444': small.clone().jpeg({ chromaSubsampling: '4:4:4', optimiseCoding: false }),
    'jpeg-cmyk': photo.clone().toColourspace('cmyk').jpeg(),
    'jpeg-grey': photo.clone().greyscale().jpeg(),
    'jpeg-exif': photo
      .clone()
      .withExif({
        IFD0: { Make: 'Phone', Model: 'X', Orientation: '6' },
        IFD3: { GPSLatitude: '37/1 33/1 0/1' },
      })
      .jpeg(),
    'jpeg-icc': photo.clone().withIccProfile(PROFILE).withMetadata({ density: 300 }).jpeg(),
    png: photo.clone().png(),
    'png-16': deep.clone().png(),
    'png-interlaced': deep.clone().png({ progressive: true }),
    'png-palette': photo.clone().png({ palette: true, colours: 16 }),
    'png-bilevel': photo.clone().greyscale().threshold(128).png({ palette: true, colours: 2 }),
    'png-exif': photo
      .clone()
      .withExif({ IFD0: { Artist: 'x', Orientation: '3' } })
      .withIccProfile(PROFILE)
      .png(),
    webp: photo.clone().webp(),
    'webp-lossless': sharp(alpha).webp({ lossless: true }),
    'webp-alpha': sharp(alpha)
      .withExif({ IFD0: { Artist: 'x' } })
      .webp({ quality: 50 }),
    'webp-animated': moving().webp({ loop: 0 }),
    gif: photo.clone().gif(),
    'gif-animated': moving().gif(),
    tiff: photo.clone().tiff({ compression: 'lzw' }),
    'tiff-jpeg': photo.clone().tiff({ compression: 'jpeg' }),
    'tiff-tiled': deep
      .clone()
      .tiff({ tile: true, tileWidth: 16, tileHeight: 16, pyramid: true, compression: 'deflate' }),
    'tiff-packbits': photo.clone().greyscale().tiff({ compression: 'packbits' }),
    avif: photo.clone().avif({ effort: 0 }),
    'avif-12': deep.clone().avif({ effort: 0, lossless: true }),
  };
  const entries = await Promise.all(
    Object.entries(made).map(async ([name, picture]) => [name, await picture.toBuffer()] as const),
  );
  return {
    ...Object.fromEntries(entries),
    'png-alpha': alpha,
    heic: heicFixture('cup'),
    'heic-alpha': heicFixture('cup-alpha'),
    'heic-10-bit': heicFixture('cup-10-bit'),
    'heic-tiled': heicOf({ columns: 2, rows: 2, turns: 1 }),
  };
}

/** Something to be seen: a bright thing on a ground, with a little noise. */
export function scene(width: number, height: number, seed = 1): Sharp {
  const random = seededRandom(seed);
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = Math.hypot(x - width / 2, y - height / 2) < width / 3;
      const noise = random() * 12;
      const at = (y * width + x) * 3;
      data[at] = (inside ? 210 : 90) + noise;
      data[at + 1] = (inside ? 60 : 120) + noise;
      data[at + 2] = (inside ? 50 : 140) + (30 * y) / height + noise;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

function cutOut(photo: Sharp): Sharp {
  const mask = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><circle cx="36" cy="36" r="24"/></svg>`,
  );
  return photo
    .clone()
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }]);
}

/** Ordinary logos. */
export const SAMPLE_LOGOS: readonly string[] = [
  svg('<circle cx="50" cy="50" r="40" fill="#c33"/><text x="20" y="60" font-size="20">봄봄</text>'),
  svg(
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient><path id="p" d="M10 10h30v30z"/></defs><use href="#p" fill="url(#g)"/><use href="#p" x="40"/>',
  ),
  svg(
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"><rect width="60" height="60"/></g>',
  ),
  svg(
    '<style>.a{fill:#080}</style><mask id="m"><rect width="50" height="50" fill="#fff"/></mask><rect class="a" mask="url(#m)" width="90" height="90"/>',
  ),
];

/** @param more attributes of the root */
export function svg(content: string, more = 'width="100" height="100" viewBox="0 0 100 100"'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${more}>${content}</svg>`;
}
