import { describe, expect, it } from 'vitest';
import { connects, endsSentenceWith } from '../../../../src/writing/reading/korean/endings.ts';

describe('endings of Korean words', () => {
  it.each(['다쳐서', '와서', '보내서', '마치고', '안하고', '있는데', '늦으니까', '아니라'])(
    'leads on to another verb with %s',
    (word) => {
      expect(connects(word)).toBe(true);
    },
  );

  it.each(['교과서', '안내서', '계약서', '냉장고', '재고', '기구', '가운데', '겨울특강인데', '대상이고'])(
    'ends no verb that leads on with %s',
    (word) => {
      expect(connects(word)).toBe(false);
    },
  );

  it('ends a sentence with its verb, and with a denial typed short', () => {
    expect(['드려요', '합니다', '장담못함'].every(endsSentenceWith)).toBe(true);
    expect(['반찬', '포함', '다쳐서'].some(endsSentenceWith)).toBe(false);
  });
});
