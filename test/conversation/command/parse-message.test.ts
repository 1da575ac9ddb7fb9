import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { make } from '../../../commands/make.ts';
import { parseMessage } from '../../../src/conversation/command/parse-message.ts';

function read(line: string): readonly [string, unknown] {
  const { command, values } = parseMessage(line, commands, make);
  return [command.name, values];
}

describe('parseMessage', () => {
  it.each([
    ['queue', 'queue', {}],
    ['대기열', 'queue', {}],
    ['history', 'history', {}],
    ['history 5', 'history', { count: 5 }],
    ['기록 --whose here', 'history', { whose: 'here' }],
    ['show 7k3f9q.2 --recipe', 'show', { id: '7k3f9q.2', recipe: true }],
    ['보기 #7k3f9q', 'show', { id: '#7k3f9q' }],
    ['brand --name "봄 카페"', 'brand', { name: '봄 카페' }],
    ['HELP', 'help', {}],
    ['make 카페 신메뉴', 'make', { text: '카페 신메뉴' }],
    ['만들기 카페 신메뉴', 'make', { text: '카페 신메뉴' }],
    ['make', 'make', {}],
    ['', 'make', {}],
  ])('%s', (line, name, values) => {
    expect(read(line)).toEqual([name, values]);
  });

  it.each([
    'brand new latte',
    '보기 좋은 떡',
    'help yourself to a bagel',
    'history of our bakery',
    '브랜드 런칭 행사',
  ])('takes "%s" for something to make', (line) => {
    expect(read(line)).toEqual(['make', { text: line }]);
  });

  it('keeps the words as they were written, and reads options from the first one on', () => {
    expect(read(`카페 "오늘만" it's -- 한정  --headline “딸기 라떼” —price 5,500원 --use restyle`)).toEqual([
      'make',
      { text: `카페 "오늘만" it's -- 한정`, headline: '딸기 라떼', price: '5,500원', use: 'restyle' },
    ]);
    expect(read('카페 --ratio 4:5 딸기라떼')).toEqual(['make', { text: '카페 딸기라떼', ratio: '4:5' }]);
  });

  it('says which option is wrong', () => {
    expect(() => read('카페 --variants many')).toThrowError(
      expect.objectContaining({ code: 'option-value' }),
    );
    expect(() => read('카페 --headline x --colour red')).toThrowError(
      expect.objectContaining({ code: 'option-unknown' }),
    );
  });
});
