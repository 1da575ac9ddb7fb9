import { describe, expect, it } from 'vitest';
import { write } from '../engines/offline/write.ts';

describe('a side price', () => {
  it.each([
    ['헬스장 주차 10분 500원 3개월 15만원', '3개월 15만원'],
    ['스튜디오 대여 예약금 3만원 1시간 2만5천원', '1시간 2만5천원'],
    ['Kayak hire deposit $50, $20 an hour', '$20 an hour'],
    ['Bouncy castle hire £70, deposit £20, extra hour £10', '£70'],
  ])('is not the price of the ad: %s', async (request, price) => {
    expect((await write(request)).copy.price).toBe(price);
  });
});
