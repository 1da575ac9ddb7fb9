import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawn } from '../../../../src/imaging/canvas.ts';
import { decodePhoto } from '../../../../src/imaging/decode-photo.ts';
import { enlargeSmall } from '../../../../src/imaging/photo/prepare/enlarge-small.ts';
import { placedBack, preparePhoto } from '../../../../src/imaging/photo/prepare/prepare-photo.ts';
import { createRaster, type Raster } from '../../../../src/imaging/raster.ts';
import { cup, cupOnTable, plain } from '../../pictures.ts';

const photo = cupOnTable(480, 360);

/** The picture as a JPEG of a phone shows it. */
async function saved(picture: Raster, quality = 75): Promise<Raster> {
  const { width, height, data } = picture;
  const bytes = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality })
    .toBuffer();
  return decodePhoto(bytes, 'photo');
}

/** The photo on a ground of one colour, and what else is drawn there. */
function on(
  colour: string,
  [width, height]: readonly [number, number],
  [x, y]: readonly [number, number],
  draw: (context: Parameters<Parameters<typeof drawn>[2]>[0]) => void = () => {},
): Raster {
  const ground = drawn(width, height, (context) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, width, height);
    draw(context);
  });
  const picture = createRaster(width, height);
  picture.data.set(ground.data);
  for (let row = 0; row < photo.height; row++) {
    picture.data.set(
      photo.data.subarray(row * photo.width * 4, (row + 1) * photo.width * 4),
      ((y + row) * width + x) * 4,
    );
  }
  return picture;
}

/** A clock, a title and buttons, as a gallery has them. */
const chrome =
  (ink: string, height: number) =>
  (context: Parameters<Parameters<typeof drawn>[2]>[0]): void => {
    context.fillStyle = ink;
    context.font = '18px sans-serif';
    context.fillText('9:41', 20, 28);
    context.fillText('LTE 87%', 380, 28);
    context.fillText('< IMG_2034', 20, 80);
    for (const x of [80, 240, 400]) {
      context.beginPath();
      context.arc(x, height - 60, 18, 0, 7);
      context.fill();
    }
  };

/** The photo's corners filled with the ground at the picture's first pixel. */
function rounded(picture: Raster, [x, y]: readonly [number, number], radius: number): Raster {
  const ground = picture.data.slice(0, 4);
  for (let row = 0; row < photo.height; row++) {
    for (let column = 0; column < photo.width; column++) {
      const across = Math.max(radius - column - 0.5, column + 0.5 - photo.width + radius, 0);
      const down = Math.max(radius - row - 0.5, row + 0.5 - photo.height + radius, 0);
      if (Math.hypot(across, down) <= radius) continue;
      picture.data.set(ground, ((y + row) * picture.width + x + column) * 4);
    }
  }
  return picture;
}

/** No screen: nothing is written above it. */
function upright(): Raster {
  return drawn(480, 900, (context) => {
    context.fillStyle = '#f2f2f0';
    context.fillRect(0, 0, 480, 900);
    context.fillStyle = '#2c5a8a';
    context.fillRect(90, 250, 300, 420);
    context.fillStyle = '#d8c14a';
    context.fillRect(90, 560, 300, 110);
  });
}

describe('preparePhoto', () => {
  it.each([
    ['black bars at the sides', on('#000', [800, 360], [160, 0]), 160, 0],
    ['white bars at the sides', on('#fff', [800, 360], [160, 0]), 160, 0],
    ['blue bars above and below', on('#2040a0', [480, 640], [0, 140]), 0, 140],
    ['a bar at one side', on('#777', [480, 460], [0, 100]), 0, 100],
    ['a dark gallery', on('#000', [480, 1040], [0, 340], chrome('#fff', 1040)), 0, 340],
    ['a white gallery', on('#fff', [480, 1040], [0, 340], chrome('#222', 1040)), 0, 340],
  ])('takes off %s, saved as a JPEG too', async (_what, picture, x, y) => {
    for (const given of [picture, await saved(picture)]) {
      const { box, photo: left, why } = preparePhoto(given);
      expect(Math.abs(box.x - x) + Math.abs(box.y - y)).toBeLessThanOrEqual(6);
      expect(Math.abs(box.width - 480)).toBeLessThanOrEqual(8);
      expect(Math.abs(box.height - 360)).toBeLessThanOrEqual(8);
      expect([left.width, left.height]).toEqual([box.width, box.height]);
      expect(why).toHaveLength(1);
    }
  });

  it.each([
    ['square', 0],
    ['rounded', 24],
  ])(
    'takes a photo with %s corners out of a chat’s screen that has margins at its sides',
    async (_what, radius) => {
      const screen = on('#eef1f4', [560, 1210], [40, 330], (context) => {
        context.fillStyle = '#222';
        context.font = '18px sans-serif';
        context.fillText('9:41', 24, 34);
        context.fillText('LTE 87%', 450, 34);
        context.fillText('오늘 사진 보내요', 40, 310);
        context.fillText('10:02', 470, 720);
      });
      for (const given of [
        rounded(screen, [40, 330], radius),
        await saved(rounded(screen, [40, 330], radius)),
      ]) {
        const { box, photo: left, why } = preparePhoto(given);
        const inset = Math.ceil(0.3 * radius);
        expect(Math.abs(box.x - 40 - inset) + Math.abs(box.y - 330 - inset)).toBeLessThanOrEqual(8);
        expect(Math.abs(box.width - 480 + 2 * inset)).toBeLessThanOrEqual(10);
        expect(Math.abs(box.height - 360 + 2 * inset)).toBeLessThanOrEqual(10);
        expect(why).toHaveLength(1);
        const first = left.data.subarray(0, 3);
        expect(first.every((value, c) => Math.abs(value - [0xee, 0xf1, 0xf4][c]!) <= 4)).toBe(false);
      }
    },
  );

  it.each([
    ['a photo', photo],
    ['a box on paper, upright', upright()],
    ['a product on a plain ground', onPlain('#f4f4f2')],
    ['a dark product that fills a white ground', onPlain('#ffffff', 0.98)],
    ['a wall that the product stands before', cupOnTable(300, 300)],
  ])('leaves %s as it is', (_what, picture) => {
    const prepared = preparePhoto(picture);
    expect(prepared.photo).toBe(picture);
    expect(prepared.why).toEqual([]);
  });

  it('crops a panorama to what it shows', async () => {
    const { box } = preparePhoto(await saved(on('#5f7a66', [4000, 400], [2600, 40])));
    expect(Math.abs(box.x - 2600) + Math.abs(box.y - 40)).toBeLessThanOrEqual(6);
    expect(Math.abs(box.width - 480) + Math.abs(box.height - 360)).toBeLessThanOrEqual(12);
    // A product alone keeps some of the ground around it.
    const alone = drawn(3000, 300, (context) => {
      context.fillStyle = '#d8d0c6';
      context.fillRect(0, 0, 3000, 300);
      context.fillStyle = '#a03020';
      context.fillRect(1000, 60, 120, 200);
    });
    const part = preparePhoto(alone).box;
    expect(part.x).toBeLessThan(980);
    expect(part.x + part.width).toBeGreaterThan(1140);
    expect(part.width).toBeLessThan(700);
  });

  it('heeds no alpha that nobody sees, and no margins', () => {
    const faint = createRaster(400, 400);
    for (let i = 0; i < faint.data.length; i += 4) faint.data.set([90, 90, 90, i % 28 === 0 ? 6 : 0], i);
    const product = cup(200, 150);
    for (let y = 0; y < 150; y++) {
      for (let x = 0; x < 200; x++) {
        const from = (y * 200 + x) * 4;
        if (product.data[from + 3]! > 0)
          faint.data.set(product.data.subarray(from, from + 4), ((y + 100) * 400 + x + 100) * 4);
      }
    }
    const { box, photo: left } = preparePhoto(faint);
    expect(box.width).toBeLessThan(100);
    expect(box.height).toBeLessThan(90);
    expect(left.data.some((alpha, i) => i % 4 === 3 && alpha > 0 && alpha < 8)).toBe(false);
  });

  it('says which size is needed where no product can have it', () => {
    expect(() => preparePhoto(cupOnTable(48, 40))).toThrow(
      expect.objectContaining({
        code: 'product-too-small',
        params: { width: 48, height: 40, min: 64, good: 200 },
      }),
    );
  });

  it('lays what was cut back where it was', () => {
    const picture = on('#000', [800, 360], [160, 0]);
    const prepared = preparePhoto(picture);
    const whole = placedBack(prepared.photo, prepared, picture);
    expect([whole.width, whole.height]).toEqual([800, 360]);
    expect(whole.data[3]).toBe(0);
    const at = (180 * 800 + 400) * 4;
    expect([...whole.data.subarray(at, at + 4)]).toEqual([...picture.data.subarray(at, at + 4)]);
  });
});

describe('enlargeSmall', () => {
  it('enlarges a small product, and says so', async () => {
    const { image, warnings } = await enlargeSmall(cup(120, 90));
    expect([image.width, image.height]).toEqual([480, 360]);
    expect(warnings[0]?.ko).toContain('120×90');
    // What is see-through stays so, without a rim of another colour.
    expect(image.data[3]).toBe(0);
  });

  it('leaves a large one alone and refuses one of no use', async () => {
    const large = plain(200, 20, [1, 2, 3]);
    expect((await enlargeSmall(large)).image).toBe(large);
    await expect(enlargeSmall(plain(63, 40, [1, 2, 3]))).rejects.toMatchObject({ code: 'product-too-small' });
  });
});

function onPlain(ground: string, share = 0.6): Raster {
  return drawn(400, 400, (context) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, 400, 400);
    context.fillStyle = '#31405a';
    context.beginPath();
    context.roundRect(200 - 200 * share, 60, 400 * share, 300, 12);
    context.fill();
  });
}
