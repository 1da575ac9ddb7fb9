import { describe, expect, it } from 'vitest';
import { altTextOf } from '../../src/ad/alt-text.ts';
import { digitalSourceOf } from '../../src/ad/digital-source.ts';
import type { ProductLayout } from '../../src/ad/layout.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { PHOTO, presets, write } from '../engines/offline/write.ts';

async function recipeOf(text: string, photos: readonly { sha256: string }[] = []) {
  const request = parseRequest({ text, photos, seed: 1 }, presets.requestRules);
  return {
    version: 1 as const,
    request,
    decided: { brief: await write(text, { photos }) },
    engine: { name: 'studio', model: '1' },
    presets: presets.digest,
  };
}

describe('the text for those who do not see an ad', () => {
  it('tells what stands in it and each statement once, and no wish to the designer', async () => {
    const recipe = await recipeOf(
      '카페 딸기라떼 7,000원에서 6,500원, 주말 제외, 따뜻한 느낌으로 만들어 주세요',
      [PHOTO],
    );
    const alt = altTextOf(recipe, 'ko');
    expect(alt).toMatch(/^광고\. 딸기라떼 사진\. /);
    expect(alt).toContain('6,500원');
    expect(alt).toContain('주말 제외');
    expect(alt).not.toMatch(/느낌|만들어|~~/);
    expect(altTextOf(recipe, 'en')).toMatch(/^Ad\. Photo of 딸기라떼\. /);
  });

  it('tells of a picture without words what it shows alone', async () => {
    const recipe = await recipeOf('카페 딸기라떼 6,500원', [PHOTO]);
    expect(altTextOf(recipe, 'ko', true)).toBe('딸기라떼 사진');
    const { request } = recipe;
    expect(altTextOf({ ...recipe, request: { ...request, lettering: false } }, 'ko')).toBe('딸기라떼 사진');
  });

  it('tells of a thing that a model drew, and of letters alone where nothing else is shown', async () => {
    const recipe = await recipeOf('타일 줄눈 시공 8만원');
    expect(altTextOf(recipe, 'ko')).toMatch(/^광고\. 글로 된 그림\. /);
    const drawn = { ...recipe, engine: { name: 'zimage', model: 'turbo' } };
    expect(altTextOf(drawn, 'ko')).toMatch(/^광고\. 타일 줄눈 시공 그림\. /);
  });
});

/** Of a product in its scene. */
const productLayout: ProductLayout = {
  kind: 'cut-out',
  placements: [],
  why: [],
  decidedBy: 'local',
};

describe('how a picture is labelled', () => {
  it('says honestly whether a trained model made it, and whether a photo is in it', async () => {
    const drawn = await recipeOf('카페 딸기라떼');
    const composed = await recipeOf('카페 딸기라떼', [PHOTO]);
    const engine = { name: 'zimage', model: 'turbo' };
    expect(digitalSourceOf(drawn)).toBe('algorithmicMedia');
    expect(digitalSourceOf(composed)).toBe('compositeSynthetic');
    expect(digitalSourceOf({ ...drawn, engine })).toBe('trainedAlgorithmicMedia');
    const inScene = { ...composed, decided: { ...composed.decided, productLayout } };
    expect(digitalSourceOf({ ...inScene, engine })).toBe('compositeWithTrainedAlgorithmicMedia');
    // A photo that fills the picture was drawn by nobody.
    expect(digitalSourceOf({ ...composed, engine })).toBe('compositeSynthetic');
  });
});
