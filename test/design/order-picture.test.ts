import { describe, expect, it } from 'vitest';
import { type DesignLayout, MADE } from '../../src/ad/design.ts';
import { composeDesign } from '../../src/design/compose-design.ts';
import { orderPicture } from '../../src/design/order-picture.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { designRequest, families, MATERIAL } from './requests.ts';

const WORDS_ON = { wordsOn: true, isShared: false };
const SEEN_WHOLE = { wordsOn: false, isShared: false };

const size = { width: 540, height: 540 };
const copy = { headline: '딸기라떼', price: '6,500원', details: '성수역 3번 출구 앞' };

const only = (key: string) => families.filter((family) => family.key === key);

/** A picture of a red cup in its middle. */
const picture = (width: number, height: number) =>
  drawn(width, height, (context) => {
    context.fillStyle = '#e8dcc8';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#b3261e';
    context.fillRect(width * 0.4, height * 0.4, width * 0.2, height * 0.4);
  });

const shown = ({ layers }: DesignLayout) =>
  layers.flatMap((layer) => (layer.kind === 'picture' ? [layer.photo] : []));

describe('a picture that is ordered for a design', () => {
  it('is of about the proportions of the box that shows it, and of sides that engines make', async () => {
    for (const family of families.filter(({ suits }) => suits.material.includes('picture'))) {
      const order = await orderPicture(designRequest(copy, size, { families: [family] }), WORDS_ON);
      if (order === undefined) continue;
      const { width, height } = order.size;
      for (const side of [width, height]) {
        expect(side).toBeGreaterThanOrEqual(256);
        expect(side).toBeLessThanOrEqual(2048);
      }
      expect(width / height).toBeGreaterThan(0.6);
      expect(width / height).toBeLessThan(1.7);
    }
  });

  it('is the same for most families on one sheet, so that a variant shows what is there', async () => {
    const large = { width: 1080, height: 1080 };
    const orders = await Promise.all(
      families
        .filter(({ suits }) => suits.material.includes('picture'))
        .map((family) => orderPicture(designRequest(copy, large, { families: [family] }), SEEN_WHOLE)),
    );
    const sizes = orders.flatMap((order) =>
      order === undefined ? [] : [`${order.size.width}×${order.size.height}`],
    );
    expect(sizes.length).toBeGreaterThan(4);
    expect(new Set(sizes).size).toBeLessThanOrEqual(sizes.length / 2);
    for (const order of orders) expect(order === undefined || order.size.width % 16 === 0).toBe(true);
  });

  it('is of one size for all sheets where the places of an ad share it', async () => {
    const sheets = [
      { width: 1080, height: 1350 },
      { width: 800, height: 400 },
      { width: 300, height: 250 },
    ];
    const orders = await Promise.all(
      sheets.map((sheet) => orderPicture(designRequest(copy, sheet), { wordsOn: false, isShared: true })),
    );
    for (const order of orders) expect(order).toEqual({ size: { width: 1152, height: 1152 } });
  });

  it('is not ordered where words would lie on it and its maker cannot leave them room', async () => {
    const request = designRequest(copy, size, { families: only('photo-poster') });
    expect((await orderPicture(request, WORDS_ON))?.words).toBe('bottom');
    expect(await orderPicture(request, SEEN_WHOLE)).toBeUndefined();
  });

  it('is not ordered for a family that shows none, even if it was asked for', async () => {
    expect(await orderPicture(designRequest(copy, size, { asked: 'big-type' }), WORDS_ON)).toBeUndefined();
  });

  it('that was made to be seen whole has no words on it', async () => {
    const made = { size: { width: 640, height: 640 } };
    const pictures = [{ photo: MADE, image: picture(640, 640) }] as const;
    const request = designRequest(copy, size, { pictures, made, families: only('photo-poster') });
    await expect(composeDesign(request)).rejects.toThrow(RangeError);
    const told = { ...request, made: { ...made, words: 'bottom' } as const };
    expect((await composeDesign(told)).family).toBe('photo-poster');
  });

  it('is shown by the design in place of an icon, and the design says how it was ordered', async () => {
    const { heroes } = MATERIAL['cut-out'];
    const request = designRequest(copy, size, { heroes, families: only('framed') });
    const made = await orderPicture(request, SEEN_WHOLE);
    if (made === undefined) throw new Error('No picture was ordered');
    const image = picture(made.size.width, made.size.height);
    const design = await composeDesign({ ...request, pictures: [{ photo: MADE, image }], made });
    expect(shown(design)).toEqual([MADE]);
    expect(design.made).toEqual(made);
    const without = await composeDesign(request);
    expect(shown(without)).toEqual([]);
    expect(without.made).toBeUndefined();
  });
});
