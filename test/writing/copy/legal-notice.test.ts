import { describe, expect, it } from 'vitest';
import { write } from '../../engines/offline/write.ts';

const noticesOf = async (request: string): Promise<readonly string[]> =>
  (await write(request)).warnings.map(({ en }) => en).filter((text) => text.includes('Health Promotion Act'));

describe('What the law asks of an ad', () => {
  it.each([
    '포차 소주 4천원',
    '이자카야 하이볼 7,900원',
    '호프집 생맥주 첫 잔 무료',
    'Pub, beer $4, open till midnight',
  ])('is told where a drink is advertised, and nothing is put into the ad: %s', async (request) => {
    const { copy } = await write(request);
    expect(await noticesOf(request)).toHaveLength(1);
    expect(Object.values(copy).join(' ')).not.toMatch(/미성년자|minors|음주/u);
  });

  it.each([
    '포차 골뱅이무침 19,000원 소면 리필 없음',
    '호프집 맥주 안주 세트 1만9천원',
    '포차 소주 4천원, 지나친 음주는 뇌졸중을 유발합니다',
    '미술가 초대전 무료 입장',
  ])('is not told where none is, or where the owner warns himself: %s', async (request) => {
    expect(await noticesOf(request)).toEqual([]);
  });

  it('is told of tobacco whatever is said of it', async () => {
    expect(await noticesOf('전자담배 기기 35,000원')).toHaveLength(1);
  });
});
