import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/ad/statement.ts';
import { withoutUncovered } from '../../../src/writing/copy/guard-statements.ts';
import { groupsOf } from '../../../src/writing/copy/statement-groups.ts';

const THAI = /\p{Script=Thai}/u;
const uncovered = (text: string): readonly string[] => Array.from(text).filter((letter) => THAI.test(letter));

const said = (
  kind: Statement['kind'],
  text: string,
  start: number,
  more: Partial<Statement> = {},
): Statement => ({
  kind,
  text,
  start,
  end: start + text.length,
  ...more,
});

describe('a statement with letters that no font draws', () => {
  const told = [
    said('product', '팟타이', 0),
    said('price', '11,000원', 4),
    said('offer', '두 번째 ผัดไทย 무료', 13),
    said('condition', '현금 결제 시', 30, { binds: 2 }),
  ];

  it('is left out with what binds it, and told with the letters', () => {
    const { value, left, warnings } = withoutUncovered(told, uncovered);
    expect(value.map(({ text }) => text)).toEqual(['팟타이', '11,000원']);
    expect(left.map(({ text }) => text)).toEqual(['두 번째 ผัดไทย 무료', '현금 결제 시']);
    expect(warnings.map(({ ko }) => ko).join('')).toContain('두 번째 ผัดไทย 무료');
    expect(groupsOf(value)).toHaveLength(2);
  });

  it('leaves all as it is where everything can be drawn', () => {
    const drawn = told.slice(0, 2);
    expect(withoutUncovered(drawn, uncovered)).toEqual({ value: drawn, left: [], warnings: [] });
  });
});
