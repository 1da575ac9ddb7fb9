import { describe, expect, it } from 'vitest';
import { findUngrounded } from '../../../src/writing/copy/grounding.ts';

const CLAIMS = [['무료', 'free'], ['할인', '세일', 'sale'], ['당일']];
const find = (copy: Parameters<typeof findUngrounded>[0], source: string) =>
  findUngrounded(copy, [source], CLAIMS).map(({ kind, text }) => `${kind} ${text}`);

describe('copy that states what nobody said', () => {
  it('is found by its numbers, however they are grouped', () => {
    expect(find({ price: '5,500원' }, '딸기라떼 5500원')).toEqual([]);
    expect(find({ price: '5,500원' }, '딸기라떼 550원')).toEqual(['number 5500']);
    expect(find({ sub: '6월 7일까지' }, '6월 말까지')).toEqual(['number 7']);
  });

  it('is found by its names', () => {
    expect(find({ headline: 'Luna 카페' }, '루나 카페')).toEqual(['name Luna']);
    expect(find({ headline: 'Meet Luna today' }, 'a new cafe')).toEqual(['name Luna']);
    expect(find({ headline: 'Meet Luna today' }, 'luna cafe')).toEqual([]);
  });

  it('is found by its claims, unless the source says so in other words', () => {
    expect(find({ cta: '무료 상담' }, '상담해요')).toEqual(['claim 무료']);
    expect(find({ headline: '할인 중' }, '봄 세일')).toEqual([]);
    expect(find({ sub: '당일 배송' }, '배송')).toEqual(['claim 당일']);
    expect(find({ headline: 'a freedom' }, 'x')).toEqual([]);
  });
});
