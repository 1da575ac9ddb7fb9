import { describe, expect, it } from 'vitest';
import type { AdCopy } from '../../src/ad/copy.ts';
import { area, intersection } from '../../src/ad/geometry.ts';
import type { PropName, SceneName } from '../../src/ad/scene.ts';
import { placeText } from '../../src/layout/place-text.ts';
import { renderScene } from '../../src/studio/render-scene.ts';
import { faces } from '../faces.ts';
import { FORMATS, PALETTES } from './grounds.ts';

const COPY: AdCopy = {
  headline: '오늘의 한 잔, 딸기라떼',
  sub: '이번 주까지 첫 방문 손님께 드려요',
  price: '6,500원',
  cta: '지금 예약하기',
};

const SETS: readonly (readonly [SceneName, PropName])[] = [
  ['table', 'strawberry-latte'],
  ['podium', 'perfume'],
  ['fabric', 'bouquet'],
  ['paper-cut', 'cake'],
];

describe.each(Object.entries(FORMATS))('in %s', (_, format) => {
  it.each(SETS)('words keep off what %s shows: %s', (recipe, subject) => {
    const palette = PALETTES[0]!;
    const { image, stage } = renderScene({
      recipe,
      subject,
      palette,
      lighting: 'softbox',
      darkness: 0,
      style: 'illustration',
      room: { product: false, words: true },
      size: { width: Math.round(format.width / 2), height: Math.round(format.height / 2) },
      seed: 4,
    });
    const layout = placeText({ image, stage, copy: COPY, palette, face: 'Pretendard', seed: 1 }, faces);
    expect(layout.blocks).toHaveLength(Object.keys(COPY).length);
    for (const { box } of layout.blocks) {
      expect(area(intersection(box, stage.subject!))).toBeLessThan(0.01 * area(box));
    }
  });
});
