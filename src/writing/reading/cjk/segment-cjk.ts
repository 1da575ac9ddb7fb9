import type { StatementKind } from '../../../ad/statement.ts';
import type { Segment, Segmenter } from '../statements/segment.ts';

/** Whether words are Japanese or Chinese: kana, or at least two characters of Han. */
export const isJapaneseOrChinese = (words: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]|\p{Script=Han}.*\p{Script=Han}|\d\s?[円元块]/u.test(words);

const NUMBER = String.raw`(?<![\d.,])\d+(?:,\d{3}){0,5}(?:\.\d+)?`;
const PRICE = new RegExp(
  String.raw`(?:[¥$]\s?${NUMBER}|${NUMBER}\s?(?:円|圓|圆|块钱|块|元|人民币|日元|韩元|韓元|ウォン|万円|千円|[만천]?원))(?:[~〜]|起|から|より|均一|以下)?(?:\s?(?:\/|每)[^\s\d]{1,4})?`,
  'u',
);

/** What a price may be for, where it is no name: '3個で500円', '2時間1,980円'. */
const COUNTED =
  /^(?:(?:お)?(?:一|二|三|\d+)?(?:人様|名様|人前|個|時間|杯|本|枚|名|人|皿|分|回|日|泊|件|份|只|串|张|次|小时|位|瓶|盒|斤|个|碗|箱|kg|g|ml)(?:で|\/|につき)?|会员|會員|会員|学生|大人|小人|子供|成人|儿童|学割|通常|定価|原价|现价|特价|単品|セット|平日|週末|周末|ランチ|ディナー|税込|入場料|入会金|月額|年会費)+[:：]?$/u;

/** A word of these kinds is told whole, by the first of them that it fits. */
const KINDS: readonly (readonly [StatementKind, RegExp])[] = [
  [
    'wish',
    /^(?:日本語|中国語|中文|英語|英文|简体|繁體)(?:で|版)?$|^(?:広告|ポスター|バナー|チラシ|画像|海报|廣告|广告|横幅|图片|图)(?:を|的)?(?:作|お願|制作|製作|设计|設計|做).{0,12}$|^(?:作って|作成して|お願いします|请|帮我).{0,10}$/u,
  ],
  [
    'contact',
    /\d{2,4}[-.\s]\d{3,4}[-.\s]?\d{3,4}|https?:|www\.|@[\w.]{2,}|(?:微信|WeChat|LINE)\s?[:：]?\s?[\w-]{3,}/iu,
  ],
  ['exception', /除く|除外|を除|不可|禁止|お断り|ご遠慮|不包括|谢绝|勿|不参加|対象外/u],
  ['notice', /売り切れ|完売|閉店|移転|休業|アレルギー|駐車場|售罄|停业|搬迁|过敏|停车/u],
  [
    'offer',
    /\d\s?(?:%|割|折)|半額|無料|割引|プレゼント|サービス券|特典|値引|半价|免费|買一送一|买一送一|送一|赠|優惠|优惠|特价|满\d+减|立减|クーポン|還元/u,
  ],
  [
    'schedule',
    /[月火水木金土日]曜|平日|土日|祝日|定休|営業時間|\d時|\d{1,2}:\d{2}|\d月(?:\d|末|上|中|下)|毎週|毎日|毎月|まで$|周[一二三四五六日末]|星期|每周|每天|营业|截止|休息|节假日|年中無休|24時間|24小时/u,
  ],
  ['condition', /限定|のみ|以上|以内|初回|先着|予約制|要予約|仅限|只限|限\d|先到|预约制|会員様|会员专享/u],
  [
    'place',
    /^(?:地址|住所|場所|地点|位置)|駅(?:徒歩|前|から|\d|東|西|南|北)|徒歩\d|丁目|番地|\d号|\d楼|\d階|地下\d|出口/u,
  ],
  [
    'occasion',
    /^(?:新メニュー|新発売|新商品|新作|新登場|(?:グランド|プレ|リニューアル)?オープン(?:記念)?|開店(?:記念)?|閉店セール|(?:\S{0,4})セール|新品(?:上市)?|新开业|新開幕|(?:盛大)?开业|開業|新店|入荷|募集(?:中)?|招聘|上市|数量限定発売)$/u,
  ],
  [
    'trade',
    /^(?:カフェ|サロン|ネイル|レストラン|クリニック|ベーカリー|ホテル|咖啡馆|咖啡厅|餐厅|饭店|酒店|诊所|工作室|超市|\S{1,8}(?:屋|店|館|院|室|サロン|カフェ|喫茶|食堂|レストラン|教室|塾|クリニック|ホテル|旅館|酒場))$/u,
  ],
];

/** Words that label the contact behind them. */
const BEFORE_CONTACT =
  /^(?:ご?予約|電話|TEL|tel|お問い?合わせ|预约电话|电话预约|电话|電話預約|联系|联系电话|微信|预约|LINE|Instagram)[:：]?(?:は|:)?$/u;

/** What hangs on a price. */
const TAX = /^\(?(?:税込|税抜|税別|税込み|含税|稅込|起|から)\)?$/u;

/** Kinds that mean nothing without what stands before them. */
const LEANING: ReadonlySet<StatementKind> = new Set(['exception', 'condition']);

/** Statements of a clause in Japanese or Chinese: its words between blanks, each whole, in its own writing. */
export const segmentCjk: Segmenter = (clause, { text }) => {
  const segments: Segment[] = [];
  const push = (kind: StatementKind, start: number, end: number): void => {
    const last = segments.at(-1);
    const beside = last !== undefined && text.slice(last.end, start).trim() === '';
    if (
      last !== undefined &&
      beside &&
      joins(last.kind, kind, text.slice(last.start, last.end), text.slice(start, end))
    ) {
      segments[segments.length - 1] = { ...last, end, kind: kind === 'contact' ? kind : last.kind };
      return;
    }
    const leans = clause.bracketed || (LEANING.has(kind) && (segments.length > 0 || !clause.first));
    segments.push({ kind, start, end, ...(leans ? { bindsBefore: true } : {}) });
  };
  for (const match of text.slice(clause.start, clause.end).matchAll(/\S+/gu)) {
    const start = clause.start + match.index;
    const [word] = match;
    const price = PRICE.exec(word);
    const kind = KINDS.find(([, pattern]) => pattern.test(word))?.[0];
    if (price !== null && kind !== 'offer' && kind !== 'contact' && kind !== 'exception') {
      const label = word.slice(0, price.index);
      if (label !== '' && !COUNTED.test(label)) {
        push(KINDS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'product', start, start + label.length);
        push('price', start + label.length, start + word.length);
      } else {
        const counted =
          kind === undefined || kind === 'trade' ? labelBefore(segments, text, start) : undefined;
        push('price', counted ?? start, start + word.length);
      }
      // A second shop's word is a branch: 明洞店.
    } else if (kind === 'trade' && segments.some((segment) => segment.kind !== 'wish'))
      push('place', start, start + word.length);
    else push(kind ?? 'product', start, start + word.length);
  }
  return segments;
};

/** For what a price is, in a word of its own before it: '一份 12,000원', '2人套餐 39,000원'; taken from the name before. */
function labelBefore(segments: Segment[], text: string, start: number): number | undefined {
  const last = segments.at(-1);
  if (last === undefined || last.kind === 'price') return undefined;
  const said = text.slice(last.start, last.end);
  const label = /\S+$/u.exec(said)?.[0] ?? '';
  if (text.slice(last.end, start).trim() !== '' || !(COUNTED.test(label) || FOR_SO_MANY.test(label)))
    return undefined;
  const name = said.slice(0, -label.length).trimEnd();
  if (name === '') segments.pop();
  else segments[segments.length - 1] = { ...last, end: last.start + name.length };
  return last.end - label.length;
}

const FOR_SO_MANY =
  /^(?:\d+|[一二两兩三四五])(?:人|名|位|個|个|份|盒|斤|泊|晩|晚|小时|小時|時間|分钟|天|次|杯|串|碗|本)(?:套餐|セット|前|用|分)?$/u;

/** Whether a word goes on with what the one before it said. */
function joins(before: StatementKind, kind: StatementKind, said: string, word: string): boolean {
  if (before === 'price') return TAX.test(word);
  if (kind === 'contact') return BEFORE_CONTACT.test(said.split(/\s/).at(-1) ?? '') && before !== 'contact';
  return before === 'product' && kind === 'product' && !BEFORE_CONTACT.test(word);
}
