import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBatch } from '../../../src/cli/batch/parse-batch.ts';
import { UserError } from '../../../src/errors/user-error.ts';

const shown = (content: string): unknown[] =>
  parseBatch(content).map(({ line, text, options }) => ({ line, text, ...options() }));

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  }
  return undefined;
}

describe('a list of requests', () => {
  it('has one a line, whatever commas and tabs it holds', () => {
    expect(shown('카페 라떼, 쿠키 6,500원\nbakery\tsourdough, "$5"\n')).toEqual([
      { line: 1, text: '카페 라떼, 쿠키 6,500원' },
      { line: 2, text: 'bakery\tsourdough, "$5"' },
    ]);
  });

  it('passes over comments and blank lines, and counts them', () => {
    expect(shown('# 이번 주\r\n\r\n#\r\n카페 라떼\r\n   \r\n#꽃집 꽃다발\r\n')).toEqual([
      { line: 4, text: '카페 라떼' },
      { line: 6, text: '#꽃집 꽃다발' },
    ]);
  });

  it('is no table for words that a column could be called by', () => {
    expect(shown('price, photo\n수업 설명, 상담 무료')).toHaveLength(2);
  });
});

describe('a table of requests', () => {
  it('names its columns in the first line, in English or Korean, in any order', () => {
    expect(shown('# 메모\nprice\tText\tphoto\n6,500원\t카페 라떼\ta.jpg\n\t꽃집 꽃다발\n')).toEqual([
      { line: 3, text: '카페 라떼', price: '6,500원', photo: ['a.jpg'] },
      { line: 4, text: '꽃집 꽃다발' },
    ]);
    expect(shown('설명;비율;사진;사진\n카페 라떼;4:5;a.jpg;b.jpg')).toEqual([
      { line: 2, text: '카페 라떼', ratio: '4:5', photo: ['a.jpg', 'b.jpg'] },
    ]);
  });

  it('reads cells in quotes as spreadsheets write them, and counts lines across them', () => {
    const csv =
      '"text","price"\r\n"카페 ""라떼"",\r\n쿠키","6,500원"\r\n\r\n# 메모, 끝\r\n꽃집,"1,000원",,\r\n';
    expect(shown(csv)).toEqual([
      { line: 2, text: '카페 "라떼",\n쿠키', price: '6,500원' },
      { line: 6, text: '꽃집', price: '1,000원' },
    ]);
  });

  it('of one column holds commas without quotes', () => {
    expect(shown('text\n카페 라떼, 쿠키\n"꽃집, 꽃다발"')).toEqual([
      { line: 2, text: '카페 라떼, 쿠키' },
      { line: 3, text: '꽃집, 꽃다발' },
    ]);
  });

  it('takes a yes and a no for what is either', () => {
    expect(shown('text,no-text,restyle\n카페,yes,아니요\n꽃집,O,')).toEqual([
      { line: 2, text: '카페', 'no-text': true, restyle: false },
      { line: 3, text: '꽃집', 'no-text': true },
    ]);
    expect(codeOf(() => shown('text,no-text\n카페,maybe'))).toBe('option-value');
  });

  it('tells a cell too many from the row that has it, and the others are read', () => {
    const [wrong, right] = parseBatch('text,price\n카페 라떼,6,500원\n꽃집,5천원');
    expect(codeOf(() => wrong?.options())).toBe('batch-cells');
    expect(right?.options()).toEqual({ price: '5천원' });
  });

  it('refuses a column that it does not know, and a quote without an end, by its line', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      expect(codeOf(() => parseBatch(`카페${end}`.repeat(20_001)))).toBe('batch-too-long');
      expect(parseBatch(`카페${end}`.repeat(19_999))).toHaveLength(19_999);
    }
    expect(codeOf(() => parseBatch('text,phtoo\n카페,a.jpg'))).toBe('batch-column');
    expect(() => parseBatch('text,price\n꽃집,1\n카페,"6,500원\n나\n다')).toThrow(/line 3/);
  });
});

it('reads any file, or says what is wrong with it', () => {
  const cell = fc.constantFrom(
    'text',
    'photo',
    '카페',
    '"',
    '""',
    '#',
    '# ',
    '6,500원',
    '\t',
    ',',
    ';',
    '\r',
    '\n',
    '\0',
  );
  const content = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(cell, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(content, (text) => {
      try {
        for (const row of parseBatch(text)) {
          expect(row.line).toBeGreaterThan(0);
          row.options();
        }
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }),
  );
});
