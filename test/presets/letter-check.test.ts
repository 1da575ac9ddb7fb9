import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { createLetterCheck, uncoveredLetters } from '../../src/presets/letter-check.ts';
import { letterCoverage } from '../../src/typography/letter-coverage.ts';
import { presets } from '../engines/offline/write.ts';
import { faces } from '../faces.ts';

const covers = letterCoverage(faces);
const check = createLetterCheck(covers);

describe('a script that no font covers', () => {
  it.each([
    ['ร้านกาแฟเปิดใหม่ ลด 20%', '타이 문자', 'Thai'],
    ['مقهى جديد خصم 20٪', '아랍 문자', 'Arabic'],
    ['नई कॉफी की दुकान', '데바나가리 문자', 'Devanagari'],
    ['בית קפה חדש', '히브리 문자', 'Hebrew'],
  ])('“%s” is refused by the name of its script', (text, ko, en) => {
    expect(() => check(text)).toThrow(
      expect.objectContaining({ code: 'script-uncovered', params: { script: { ko, en } } }),
    );
  });

  it('is refused before anything is made, as words for a slot too', () => {
    const rules = { ...presets.requestRules, checkLetters: check };
    expect(() => parseRequest({ text: 'ร้านกาแฟเปิดใหม่' }, rules)).toThrow(/cannot draw Thai/);
    expect(() => parseRequest({ text: '카페', copy: { headline: 'ร้านกาแฟ' } }, rules)).toThrow(
      /cannot draw Thai/,
    );
  });

  it('is let pass where the main part can be drawn', () => {
    expect(() => check('태국 음식점 오픈, ผัดไทย 9,000원 점심 한정')).not.toThrow();
    expect(uncoveredLetters('쌀국수 ผัดไทย', covers).length).toBeGreaterThan(0);
  });
});

it.each([
  '味噌ラーメン新メニュー 980円 税込 営業時間 髪',
  '寿司屋 駅徒歩5分 働く人のランチ 峠の茶屋 畑直送',
  '鲜虾饺新品上市 满100减20元 营业时间 电话预约',
  '豬肉飯 新開幕 買一送一',
  'Öffnungszeiten für Kaffee, crème brûlée, phở bò',
  'Кофейня открылась',
  '카페 😀 ☎ 02-123-4567 ★',
])('“%s” can be drawn whole', (text) => {
  expect(uncoveredLetters(text, covers)).toEqual([]);
  expect(() => check(text)).not.toThrow();
});
