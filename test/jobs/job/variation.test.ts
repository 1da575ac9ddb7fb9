import { describe, expect, it } from 'vitest';
import type { PictureOrder } from '../../../src/ad/design.ts';
import type { AdRequest } from '../../../src/ad/request.ts';
import type { MadePicture } from '../../../src/jobs/job/variant.ts';
import { applyVariation } from '../../../src/jobs/job/variation.ts';
import { resultOf } from '../store/result.ts';

const photo = { sha256: 'a'.repeat(64) };
const reference = { sha256: 'b'.repeat(64) };

function picture(variant: number, change: Partial<AdRequest> = {}): MadePicture {
  const result = resultOf(variant + 1);
  const request = { ...result.recipe.request, ...change };
  return { variant, result: { ...result, recipe: { ...result.recipe, request } } };
}

const seeds = () => {
  let seed = 1000;
  return () => ++seed;
};

describe('a variant', () => {
  it('made again has a new seed, and the same words, brief and lettering seed', () => {
    const parent = { pictures: [picture(0, { seed: 7 })] };
    const [variant] = applyVariation({ kind: 'regenerate' }, parent, seeds());
    expect(variant?.request).toMatchObject({
      seed: 1001,
      letteringSeed: 7,
      copy: { headline: '딸기라떼' },
      industry: 'cafe',
      style: 'realistic',
    });
    expect(variant?.decided).toEqual({ brief: parent.pictures[0]?.result.recipe.decided.brief });
  });

  it('made again keeps together what had one seed, as the sizes of one ad', () => {
    const parent = { pictures: [picture(0, { seed: 7 }), picture(1, { seed: 7 }), picture(2, { seed: 8 })] };
    const variants = applyVariation({ kind: 'regenerate' }, parent, seeds());
    const [first, second, third] = variants.map(({ request }) => request.seed);
    expect(first).toBe(second);
    expect(third).not.toBe(first);
  });

  it('in another style asks for a new brief with the same words and seed', () => {
    const parent = { pictures: [picture(0, { seed: 7 })] };
    expect(applyVariation({ kind: 'style', style: 'anime' }, parent, seeds())).toEqual([
      {
        request: expect.objectContaining({ style: 'anime', seed: 7, copy: { headline: '딸기라떼' } }),
      },
    ]);
  });

  it('with other lettering changes nothing but where the words stand', () => {
    const parent = { pictures: [picture(0, { seed: 7 })] };
    const [variant] = applyVariation({ kind: 'lettering' }, parent, seeds());
    expect(variant?.request).toMatchObject({ seed: 7, letteringSeed: 1001, lettering: true });
    expect(variant?.decided?.brief).toBe(parent.pictures[0]?.result.recipe.decided.brief);
  });

  it('with another thing of a photo changes the pick alone: seed, words and brief stay', () => {
    const photos = [photo, { ...photo, pick: 1 }];
    const parent = { pictures: [picture(0, { seed: 7, photos })] };
    const [variant] = applyVariation({ kind: 'pick', photo: 1, pick: 3 }, parent, seeds());
    expect(variant?.request).toMatchObject({ seed: 7, photos: [photo, { ...photo, pick: 3 }] });
    expect(variant?.decided).toEqual({ brief: parent.pictures[0]?.result.recipe.decided.brief });
    expect(() => applyVariation({ kind: 'pick', photo: 2, pick: 1 }, parent, seeds())).toThrow(RangeError);
  });

  it('with other words has them in the request and in the brief', () => {
    const copy = { headline: '봄 할인', price: '4,500원' };
    const [variant] = applyVariation({ kind: 'words', copy }, { pictures: [picture(0)] }, seeds());
    expect(variant?.request.copy).toEqual(copy);
    expect(variant?.decided?.brief?.copy).toEqual(copy);
    expect(variant?.decided?.brief?.prompt).toEqual(resultOf(1).recipe.decided.brief.prompt);
  });

  it('with other parts has them and the badge in the request, and nothing of those before', () => {
    const before = picture(0, { parts: { qr: 'https://a.kr' }, seed: 7 });
    const parts = { menu: [{ name: '라떼', price: '4,500원' }] };
    const [changed] = applyVariation({ kind: 'parts', badge: '1+1', parts }, { pictures: [before] }, seeds());
    expect(changed?.request).toMatchObject({ seed: 7, copy: { headline: '딸기라떼', badge: '1+1' } });
    expect(changed?.request.parts).toEqual(parts);
    expect(changed?.decided?.brief?.copy.badge).toBe('1+1');
    const [bare] = applyVariation({ kind: 'parts', badge: '' }, { pictures: [before] }, seeds());
    expect(bare?.request).not.toHaveProperty('parts');
    expect(bare?.request.copy).not.toHaveProperty('badge');
  });

  it('in every format makes one picture of each', () => {
    const parent = { pictures: [picture(0, { seed: 7 }), picture(1, { seed: 8 })] };
    const variation = { kind: 'formats', picture: 1, formats: ['1:1', '9:16'] } as const;
    expect(
      applyVariation(variation, parent, seeds()).map(({ request }) => [request.format, request.seed]),
    ).toEqual([
      ['1:1', 8],
      ['9:16', 8],
    ]);
  });

  it.each([
    ['weak', 0.3],
    ['strong', 0.6],
  ] as const)('varied (%s) restyles the unlettered picture at %d', (strength, expected) => {
    const parent = { pictures: [picture(0)], reference };
    const [variant] = applyVariation({ kind: 'vary', picture: 0, strength }, parent, seeds());
    expect(variant?.request).toMatchObject({
      use: 'restyle',
      photos: [reference],
      strength: expected,
      seed: 1001,
    });
  });

  it('varied from a composite leaves the product as it is, and varies its background', () => {
    const parent = { pictures: [picture(0, { photos: [photo] })], reference };
    const [variant] = applyVariation({ kind: 'vary', picture: 0, strength: 'weak' }, parent, seeds());
    expect(variant?.request).toMatchObject({
      use: 'composite',
      photos: [photo],
      backdrop: { photo: reference, strength: 0.3 },
    });
  });

  describe('of a designed ad', () => {
    const designed = (change: Partial<AdRequest> = {}, made?: PictureOrder): MadePicture => {
      const ad = picture(0, { seed: 7, family: 'auto', ...change });
      const { recipe } = ad.result;
      const design = {
        family: 'cover',
        size: { width: 1080, height: 1080 },
        layers: [],
        blocks: [],
        productBoxes: [],
        why: [],
        warnings: [],
        ...(made === undefined ? {} : { made }),
      };
      const decided = { ...recipe.decided, design };
      return { ...ad, result: { ...ad.result, recipe: { ...recipe, decided } } };
    };

    it.each([
      { kind: 'regenerate' },
      { kind: 'family' },
      { kind: 'lettering' },
      { kind: 'vary', picture: 0, strength: 'strong' },
    ] as const)('by $kind is of another family than all before it', (variation) => {
      const parent = { pictures: [designed({ otherFamilies: ['framed'] })] };
      const [variant] = applyVariation(variation, parent, seeds());
      expect(variant?.request).toMatchObject({ family: 'auto', otherFamilies: ['framed', 'cover'] });
    });

    it('changes the family before the colours, and the colours where it is to change a little', () => {
      const parent = { pictures: [designed()] };
      const [other] = applyVariation({ kind: 'family' }, parent, seeds());
      expect(other?.request.seed).toBe(7);
      const [little] = applyVariation({ kind: 'vary', picture: 0, strength: 'weak' }, parent, seeds());
      expect(little?.request).toMatchObject({ family: 'cover', seed: 1001 });
    });

    it('keeps its family in other sizes and with other words', () => {
      const parent = { pictures: [designed()] };
      const formats = { kind: 'formats', picture: 0, formats: ['9:16'] } as const;
      expect(applyVariation(formats, parent, seeds())[0]?.request.family).toBe('cover');
      const words = { kind: 'words', copy: { headline: '봄' } } as const;
      expect(applyVariation(words, parent, seeds())[0]?.request.family).toBe('cover');
    });

    it('in another style is a scene of its photo, and a design still where the picture was made for it', () => {
      const style = { kind: 'style', style: 'anime' } as const;
      const familyOf = (parent: MadePicture) =>
        applyVariation(style, { pictures: [parent] }, seeds())[0]?.request.family;
      expect(familyOf(designed())).toBe('scene');
      expect(familyOf(designed({}, { size: { width: 640, height: 480 } }))).toBe('cover');
    });
  });

  it('reproduced takes every decision over', () => {
    const parent = { pictures: [picture(0, { seed: 7 })] };
    const { request, decided } = parent.pictures[0]?.result.recipe ?? {};
    expect(applyVariation({ kind: 'reproduce', picture: 0 }, parent, seeds())).toEqual([
      { request, decided },
    ]);
  });

  it('needs a picture that is there', () => {
    const parent = { pictures: [picture(0)], reference };
    expect(() => applyVariation({ kind: 'vary', picture: 1, strength: 'weak' }, parent, seeds())).toThrow(
      RangeError,
    );
  });
});
