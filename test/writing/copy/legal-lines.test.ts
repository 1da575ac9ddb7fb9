import { describe, expect, it } from 'vitest';
import { legalLines } from '../../../src/writing/copy/legal-lines.ts';
import { write } from '../../engines/offline/write.ts';

const MINORS = { ko: '미성년자 주류 판매 금지', en: 'No alcohol for minors' };
const TOBACCO = { ko: '19세 미만 판매 금지', en: 'Not for sale to anyone under 19' };

describe('Lines that the law asks for', () => {
  it.each([
    '포차 소주 4천원',
    '이자카야 하이볼 7,900원',
    '와인 한 병 3만원',
    '수제맥주 4캔 만원',
    'Happy hour, beer $4',
  ])('are told where a drink is named: %s', (text) => {
    expect(legalLines(MINORS, text, 'ko')).toEqual(['미성년자 주류 판매 금지']);
  });

  it.each(['포차 골뱅이무침 19,000원 소면 리필 없음', '미술가 초대전', 'Bar snacks, nachos $9'])(
    'are not told where none is: %s',
    (text) => {
      expect(legalLines(MINORS, text, 'ko')).toEqual([]);
    },
  );

  it('are told of every other thing whatever the request says', () => {
    expect(legalLines(TOBACCO, '기기 35,000원', 'en')).toEqual(['Not for sale to anyone under 19']);
    expect(legalLines(undefined, '소주', 'ko')).toEqual([]);
  });

  it('stand in the details of an ad', async () => {
    expect((await write('이자카야 하이볼 7,900원')).copy.details).toContain('미성년자');
    expect((await write('포차 골뱅이무침 19,000원 소면 리필 없음')).copy.details).not.toContain('미성년자');
  });
});
