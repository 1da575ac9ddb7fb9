import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest, type RequestInput } from '../../../src/ad/parse/parse-request.ts';
import type { RequestRules } from '../../../src/ad/parse/request-rules.ts';
import { placeOfSize } from '../../../src/ad/place.ts';
import { UserError } from '../../../src/errors/user-error.ts';

const names: RequestRules = {
  industry: (name) => name,
  style: () => 'realistic',
  formatNear: ({ width, height }) => (width > height ? '16:9' : width < height ? '9:16' : '1:1'),
  motion: (name: string) => name,
  family: (name) => name,
  place: (name) => ({ ...placeOfSize({ width: 1080, height: 1920 }), key: name }),
  format: (name) => name,
  checkContent(text) {
    if (text.includes('금지')) throw new UserError('content-refused', { why: { ko: '', en: '' } });
  },
};

const refusal = (draft: RequestInput): unknown => {
  try {
    return parseRequest(draft, names);
  } catch (error) {
    return error instanceof UserError ? error.code : error;
  }
};

describe('parseRequest', () => {
  it('fills in what is left open', () => {
    const request = parseRequest({ text: '  카페 신메뉴 딸기라떼 ' }, names);
    expect(request).toMatchObject({
      text: '카페 신메뉴 딸기라떼',
      locale: 'ko',
      photos: [],
      use: 'composite',
      strength: 0.6,
      copy: {},
      lettering: true,
      format: '1:1',
      engine: 'auto',
    });
    expect(request.seed).toBeGreaterThanOrEqual(0);
    expect(parseRequest({ text: 'cafe latte' }, names).locale).toBe('en');
  });

  it('gives each photo the number that was picked for it, and leaves open what was left open', () => {
    const photos = [{ sha256: 'a' }, { sha256: 'b', name: 'two.jpg' }, { sha256: 'c' }];
    expect(parseRequest({ text: 'cafe', photos, pick: [undefined, 2] }, names).photos).toEqual([
      { sha256: 'a' },
      { sha256: 'b', name: 'two.jpg', pick: 2 },
      { sha256: 'c' },
    ]);
    const [first] = parseRequest({ text: 'cafe', photos: [{ sha256: 'a', pick: 3 }] }, names).photos;
    expect(first).toEqual({ sha256: 'a', pick: 3 });
  });

  it.each<[string, RequestInput]>([
    ['prompt-empty', { text: '' }],
    ['prompt-empty', { text: ' \n\u200b' }],
    ['prompt-empty', { text: '🍓🥛' }],
    ['prompt-too-long', { text: '가'.repeat(5000) }],
    ['copy-unprintable', { text: 'cafe', copy: { headline: '🍓🍓' } }],
    ['copy-too-long', { text: 'cafe', copy: { headline: '가'.repeat(61) } }],
    ['restyle-needs-photo', { text: 'cafe', use: 'restyle' }],
    ['too-many-photos', { text: 'cafe', photos: Array.from({ length: 5 }, () => ({ sha256: 'a' })) }],
    ['bad-number', { text: 'cafe', strength: 2 }],
    ['bad-number', { text: 'cafe', strength: Number.NaN }],
    ['bad-number', { text: 'cafe', seed: -1 }],
    ['bad-number', { text: 'cafe', seed: 1.5 }],
    ['bad-number', { text: 'cafe', scale: 3 }],
    ['bad-number', { text: 'cafe', position: { x: 0.5, y: 7 } }],
    ['bad-number', { text: 'cafe', photos: [{ sha256: 'a' }], pick: [6] }],
    ['bad-number', { text: 'cafe', photos: [{ sha256: 'a' }], pick: [1.5] }],
    ['bad-number', { text: 'cafe', photos: [{ sha256: 'a', pick: -1 }] }],
    ['pick-without-photo', { text: 'cafe', pick: [1] }],
    ['pick-without-photo', { text: 'cafe', photos: [{ sha256: 'a' }], pick: [1, 2] }],
    ['pick-without-photo', { text: 'cafe', photos: [{ sha256: 'a' }], use: 'restyle', pick: [1] }],
    ['content-refused', { text: '금지된 광고' }],
    ['content-refused', { text: 'cafe', copy: { cta: '금지' } }],
    ['content-refused', { text: 'cafe', brand: { shopName: '금지' } }],
  ])('refuses with %s', (code, draft) => {
    expect(refusal(draft)).toBe(code);
  });

  it('takes what programs give as undefined for not given', () => {
    const blank = Object.fromEntries(
      ['style', 'scale', 'photos', 'copy', 'locale'].map((key) => [key, undefined]),
    );
    const brand = Object.fromEntries([['shopName', undefined]]);
    expect(parseRequest({ text: 'cafe', seed: 1, ...blank, brand }, names)).toEqual(
      parseRequest({ text: 'cafe', seed: 1, brand: {} }, names),
    );
  });

  it('refuses values of another kind, as only programs give them', () => {
    const input = { text: 'cafe', ...Object.fromEntries([['use', 'background']]) };
    expect(refusal(input)).toBe('option-value');
  });

  it('drops empty slots and characters that nobody can see', () => {
    const { copy } = parseRequest(
      { text: 'cafe', copy: { headline: '봄\u202e의\r\n맛 ', sub: '  ' } },
      names,
    );
    expect(copy).toEqual({ headline: '봄의\n맛' });
  });

  it('answers every text with a request or a UserError', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'grapheme' }),
        (text, headline) => {
          const outcome = refusal({ text, copy: { headline } });
          expect(
            typeof outcome === 'string' ||
              (typeof outcome === 'object' && outcome !== null && 'text' in outcome),
          ).toBe(true);
        },
      ),
    );
  });
});
