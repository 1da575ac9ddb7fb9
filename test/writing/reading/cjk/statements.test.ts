import { describe, expect, it } from 'vitest';
import { faceOfScript } from '../../../../src/writing/brief/choose-face.ts';
import { read } from '../told.ts';

describe('a request in Japanese or Chinese', () => {
  it.each([
    ['日本語 ラーメン屋 新メニュー 味噌ラーメン 980円', '味噌ラーメン', ['新メニュー', '980円']],
    ['カフェ いちごラテ 新発売 650円 税込', 'いちごラテ', ['新発売', '650円 税込']],
    ['パン屋 塩パン 3個で500円、毎週月曜定休', '塩パン', ['3個で500円', '毎週月曜定休']],
    ['居酒屋 飲み放題 2時間1,980円 金曜・土曜は除く', '飲み放題', ['2時間1,980円', '金曜・土曜は除く']],
    ['花屋 母の日ブーケ 3,500円〜 5月10日まで', '母の日ブーケ', ['3,500円~', '5月10日まで']],
    [
      '美容室 カット 30%オフ 初回限定 ご予約 03-1234-5678',
      'カット',
      ['30%オフ', '初回限定', 'ご予約 03-1234-5678'],
    ],
    ['奶茶店 草莓奶茶 新品上市 18元 第二杯半价', '草莓奶茶', ['新品上市', '18元', '第二杯半价']],
    ['火锅店 双人套餐 168元 周一至周五', '双人套餐', ['168元', '周一至周五']],
    ['理发店 剪发 30元 会员20元 周二休息', '剪发', ['30元', '会员20元', '周二休息']],
    ['美甲店 开业 全场8折 地址：明洞3街12号2楼', undefined, ['全场8折', '地址:明洞3街12号2楼']],
  ])('“%s” keeps its own words', (text, product, told) => {
    const { statements, product: found } = read(text);
    const texts = statements.filter(({ kind }) => kind !== 'trade' && kind !== 'wish').map((one) => one.text);
    expect(found).toBe(product);
    expect(texts).toEqual(expect.arrayContaining(told));
  });
});

it.each([
  ['味噌ラーメン 980円', 'Noto Sans JP'],
  ['草莓奶茶 18元', 'Noto Sans SC'],
  ['명동 카페 딸기라떼 いちごラテ', undefined],
  ['大 소 국밥 9,000원', undefined],
  ['Fresh oysters', undefined],
])('“%s” is lettered in %s', (text, face) => {
  expect(faceOfScript(text)).toBe(face);
});
