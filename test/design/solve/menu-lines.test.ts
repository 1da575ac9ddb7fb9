import { expect, test } from 'vitest';
import { menuLine } from '../../../src/design/solve/menu-lines.ts';

test.each([
  ['멸치볶음 4,000원', '멸치볶음', '4,000원'],
  ['소형견 컷: 3만 5천원부터', '소형견 컷', '3만 5천원부터'],
  ['Flat white $5.50', 'Flat white', '$5.50'],
  ['딸기 1박스 ₩15,900', '딸기 1박스', '₩15,900'],
])('%s is a thing and its price', (line, name, price) => {
  expect(menuLine(line)).toEqual({ name, price });
});

test.each(['오후 7시까지', '02-555-0142', '4,000원', '정가 8,000원 6,500원', '3,000원 이상 배달'])(
  '%s is no line of a menu',
  (line) => {
    expect(menuLine(line)).toBeUndefined();
  },
);
