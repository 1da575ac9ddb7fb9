import { describe, expect, it } from 'vitest';
import { MAX_QR_BYTES } from '../../../src/ad/design-part.ts';
import { parseParts, parseQr } from '../../../src/ad/parse/parse-parts.ts';

describe('parseQr', () => {
  it('makes a link of what is one, and leaves a text alone', () => {
    expect(parseQr(' naver.me/abc ')).toBe('https://naver.me/abc');
    expect(parseQr('www.shop.kr')).toBe('https://www.shop.kr');
    expect(parseQr('http://shop.kr/?a=1')).toBe('http://shop.kr/?a=1');
    expect(parseQr('tel:02-555-0142')).toBe('tel:02-555-0142');
    expect(parseQr('매일 11시. 성수역 3번 출구')).toBe('매일 11시. 성수역 3번 출구');
  });

  it('refuses nothing and too much, counted in bytes', () => {
    expect(() => parseQr('  ')).toThrow(expect.objectContaining({ code: 'qr-empty' }));
    expect(parseQr('가'.repeat(MAX_QR_BYTES / 3))).toHaveLength(MAX_QR_BYTES / 3);
    expect(() => parseQr('가'.repeat(MAX_QR_BYTES / 3 + 1))).toThrow(
      expect.objectContaining({ code: 'qr-too-long' }),
    );
  });
});

describe('parseParts', () => {
  const brand = { qr: 'https://shop.kr' };

  it('takes the brand’s code unless the ad has another or none', () => {
    expect(parseParts({}, undefined)).toBeUndefined();
    expect(parseParts({}, brand)).toEqual({ qr: 'https://shop.kr' });
    expect(parseParts({ qr: 'other.kr' }, brand)).toEqual({ qr: 'https://other.kr' });
    expect(parseParts({ qr: false }, brand)).toBeUndefined();
  });

  it('takes a menu as rows or as lines', () => {
    const rows = [{ name: '커피', price: '4,500원' }];
    expect(parseParts({ menu: '커피 4,500원' }, undefined)).toEqual({ menu: rows });
    expect(parseParts({ menu: [{ name: ' 커피\u200b', price: '4,500원', note: ' ' }] }, undefined)).toEqual({
      menu: rows,
    });
    expect(() => parseParts({ menu: [{ name: '', price: '1' }] }, undefined)).toThrow(
      expect.objectContaining({ code: 'menu-row' }),
    );
  });
});
