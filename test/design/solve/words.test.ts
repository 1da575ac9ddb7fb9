import { describe, expect, it } from 'vitest';
import type { Statement, StatementKind } from '../../../src/ad/statement.ts';
import { designWords } from '../../../src/design/solve/words.ts';
import { joinUnits } from '../../../src/typography/break-lines.ts';
import { faces } from '../../faces.ts';

const dateIn = (kind: StatementKind, text: string): string | undefined => {
  const statements: readonly Statement[] = [{ kind, text, start: 0, end: text.length }];
  const date = designWords({ copy: { headline: text }, statements, faces }).of.get('date');
  return date && joinUnits(date.units);
};

describe('the day that an ad is about', () => {
  it.each([
    ['schedule', '12월 15일까지', '12.15'],
    ['schedule', '5/3 오후 2시', '5.3'],
    ['description', '5.3', '5.3'],
    ['occasion', 'Opening June 7', 'June 7'],
    ['schedule', 'Closed on 5 May', 'May 5'],
    ['schedule', 'Closed 5–7 May', 'May 5–7'],
    ['schedule', 'closed Dec 24th to 26th', 'Dec 24–26'],
    ['schedule', 'Closed 1st to 4th of June', 'June 1–4'],
    ['notice', 'back on 5/7', '5/7'],
  ] as const)('is told by a %s: %s', (kind, text, date) => {
    expect(dateIn(kind, text)).toBe(date);
  });

  it.each([
    ['product', '장판 1.8'],
    ['description', '두께 1.8T'],
    ['price', '인당 3.3'],
    ['place', '1.5호점'],
    ['description', 'may contain 2 nuts'],
    ['description', 'Market 3 floors'],
    ['schedule', 'Open May 9am'],
  ] as const)('is no number of a %s: %s', (kind, text) => {
    expect(dateIn(kind, text)).toBeUndefined();
  });
});
