import { describe, expect, it } from 'vitest';
import { write } from '../../../engines/offline/write.ts';
import { printedLines } from '../../requests/printed-lines.ts';

const wordsOf = async (text: string): Promise<string> =>
  printedLines((await write(text)).copy)
    .map((line) => line.text)
    .join('\n');

describe('what an owner tells the designer', () => {
  it.each([
    ['저번에 만들어주신 거 너무 좋았어요 이번에도 비슷하게 부탁드려요 만두 7,000원', '만두', /저번|비슷/],
    ['카페 3년차 사장인데요 매출이 영 안나와서요.. 뱅쇼 7,000원', '뱅쇼', /사장|매출/],
    ['뱅쇼 7,000원 형광색은 쓰지 말아주세요', '뱅쇼', /형광|말아/],
    ['뱅쇼 7,000원. 텍스트는 왼쪽 정렬로', '뱅쇼', /정렬/],
    ["Skin fade $30. Do not use the word 'cheap'.", 'kin fade', /cheap/i],
    ['Create a poster: dumplings $8. Please avoid red.', 'umplings', /red/i],
  ])('“%s” is not lettered', async (text, told, never) => {
    const words = await wordsOf(text);
    expect(words).toContain(told);
    expect(words).not.toMatch(never);
  });

  it('is kept where customers are told it', async () => {
    expect(await wordsOf('증명사진 2만원, 신청서에 사진을 넣어 주세요')).toContain(
      '신청서에 사진을 넣어 주세요',
    );
    expect(await wordsOf('단체티 인쇄비 무료 시안 2회까지 수정')).toContain('시안 2회까지 수정');
  });

  it('gives a headline and a button word for word in quotes', async () => {
    const text = '헤드라인은 "딱 3일만" 으로 해주시고 양말 10켤레 9,900원. 버튼은 \'예약하기\'';
    expect((await write(text)).copy).toMatchObject({ headline: '딱 3일만', cta: '예약하기' });
  });

  it('is the shop that he says that it is, whatever is sold there', async () => {
    const { tradeClass } = await write('저희 정육점인데 한우 불고기 100g 3,980');
    expect(tradeClass?.small).toBe('정육점');
  });
});
