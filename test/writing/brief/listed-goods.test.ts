import { describe, expect, it } from 'vitest';
import { write } from '../../engines/offline/write.ts';

describe('a list of prices', () => {
  it.each([
    ['떡볶이 4천 순대 4천 튀김 5개 5천', '떡볶이 · 순대 · 튀김'],
    ['김밥 3500원 / 라면 4000원 / 돈까스 8000원', '김밥 · 라면 · 돈까스'],
  ])('“%s” names all its goods', async (text, goods) => {
    expect((await write(text)).product).toBe(goods);
  });

  it.each([
    ['돈까스 9천원 치즈 추가 1천원', '돈까스'],
    ['딸기라떼 5,500원 배달비 2천원', '딸기라떼'],
  ])('“%s” takes what is added for no goods', async (text, product) => {
    expect((await write(text)).product).toBe(product);
  });

  it('stands in the picture with more than one of them', async () => {
    const { hero } = await write('바나나 3천원 포도 5천원');
    expect(hero).toMatchObject({ kind: 'icon', ids: ['1f34c', '1f347'] });
  });
});
