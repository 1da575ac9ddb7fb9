import { describe, expect, it } from 'vitest';
import { make } from '../../../commands/make.ts';
import { show } from '../../../commands/show.ts';
import { parseOptions, splitWords } from '../../../src/conversation/command/parse-options.ts';

describe('wordsOf', () => {
  it('parts a line at its blanks, and keeps together what is quoted', () => {
    expect(splitWords('카페  딸기라떼')).toEqual(['카페', '딸기라떼']);
    expect(splitWords(`--headline "새 메뉴" --sub='a "b" c'`)).toEqual([
      '--headline',
      '새 메뉴',
      `--sub=a "b" c`,
    ]);
    expect(splitWords(`my\\ photo.png it's "" \\"x`)).toEqual(['my photo.png', "it's", '', '"x']);
    expect(splitWords('C:\\photos\\a.png')).toEqual(['C:\\photos\\a.png']);
    expect(splitWords('')).toEqual([]);
  });
});

describe('parseOptions', () => {
  const isPhoto = (word: string): boolean => /\.(png|webp)$/.test(word);
  const read = (line: string) => parseOptions(splitWords(line), make.options, isPhoto);

  it('takes loose words for the text, and options by either name, with a blank or an equals sign', () => {
    expect(read('카페 신메뉴 --headline "딸기 라떼" 따뜻하게 --가격=5,500원 --variants 3')).toEqual({
      values: { text: '카페 신메뉴 따뜻하게', headline: '딸기 라떼', price: '5,500원', variants: 3 },
      photos: {},
    });
  });

  it('gathers photos, named or known by how they look', () => {
    expect(read('카페 --photo a.png /tmp/my\\ latte.png --사진 b.webp').photos).toEqual({
      photo: ['a.png', '/tmp/my latte.png', 'b.webp'],
    });
  });

  it('reads flags alone or with a word, and choices by value or by what they are called', () => {
    expect(read('카페 --lettering no').values).toMatchObject({ text: '카페', lettering: false });
    expect(read('--lettering 카페').values).toMatchObject({ text: '카페', lettering: true });
    expect(read('카페 --use restyle').values.use).toBe('restyle');
    expect(read('카페 --use "사진 전체를 새 스타일로"').values.use).toBe('restyle');
    expect(parseOptions(['7k3f9q', '--recipe'], show.options).values).toEqual({ id: '7k3f9q', recipe: true });
  });

  it.each([
    ['카페 --colour red', 'option-unknown'],
    ['카페 --variants many', 'option-value'],
    ['카페 --variants', 'option-value'],
    ['카페 --lettering=maybe', 'option-value'],
  ])('refuses %s', (line, code) => {
    expect(() => read(line)).toThrowError(expect.objectContaining({ code }));
  });
});
