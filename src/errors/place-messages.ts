import { message } from './message.ts';

/** Places that an ad cannot be made for. */
export const placeMessages = {
  'place-size': message<{ width: number; height: number; min: number; max: number; ratio: number }>(
    ({ width, height, min, max, ratio }) =>
      `${width}×${height} 크기로는 만들 수 없어요. 한 변은 ${min}~${max}픽셀, 긴 변은 짧은 변의 ${ratio}배까지로 정해 주세요.`,
    ({ width, height, min, max, ratio }) =>
      `A picture cannot be ${width}×${height}. Each side can be ${min}–${max} pixels, and the longer side at most ${ratio} times the shorter.`,
  ),
  'too-many-places': message<{ pictures: number; max: number }>(
    ({ pictures, max }) =>
      `한 번에 ${max}장까지 만들 수 있어요 (자리와 장수를 곱하면 ${pictures}장). 자리를 나눠서 만들어 주세요.`,
    ({ pictures, max }) =>
      `One order makes at most ${max} pictures (places times variants come to ${pictures}). Split it into several orders.`,
  ),
} as const;
