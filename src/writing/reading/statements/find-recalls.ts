import type { Segment, SegmentContext } from './segment.ts';
import { isKnownProduct } from './settle-products.ts';

/** That something is called back from those who bought it. */
const SIGNS = /리콜|회수|\brecall/iu;

/** What is taken away for its owner is called back by nobody: 폐가전 무상 회수. */
const TAKEN_AWAY =
  /(?:폐\S{0,6}|중고|고철|헌\s?옷|폐지|배터리|무상|무료|방문|출장|전문|용기|빈\s?병|공병|택배|반품|채권|미수금)\s?(?:\S{1,6}\s)?회수|회수\s?(?:시|서비스|전문|업체|대행|차량|비용|불가)|total\s+recall/iu;

const ENGLISH = [
  // 'Recall notice: our oat cookies batch 14B …'
  /(?<=^|[.!?\n]\s?)(?<head>(?:(?:product|urgent|safety|food|voluntary|toy|important)\s){0,2}recall(?:\s(?:notice|alert|announcement))?\s?[:–—-]?\s(?:(?:of|for|on)\s)?)(?:(?:our|the|all|some)\s)?(?<what>[^,.;!?:\n–—(]{2,60}?)(?=\s(?:may|might|could|contain\w*|with|due|because|sold|bought|found|has|have|is|are|after|batch|lot|made|from)\b|\s[-–—]\s|[,.;!?\n(]|$)/giu,
  // 'We are recalling e-scooter chargers sold in March'
  /(?<=^|[.!?\n]\s?)(?<head>(?:(?:we(?:['’]re|\s(?:are|have|had\sto))?|the\sshop\sis)\s)?(?:(?:voluntarily|now)\s)?recall(?:ing|ed|s)?\s)(?:(?:our|the|all|some)\s)?(?<what>[^,.;!?:\n–—(]{2,60}?)(?=\s(?:may|might|could|contain\w*|with|due|because|sold|bought|found|has|have|is|are|after|batch|lot|made|from)\b|\s[-–—]\s|[,.;!?\n(]|$)/giu,
];

const DONE = String.raw`(?:자진\s?)?(?:회수|리콜)(?:\s?(?:안내|공지|알림|실시|조치|대상|중))?(?:합니다|해요|드립니다|드려요|입니다|중입니다)?`;
/** '참기름 회수합니다', '전기장판 리콜' */
const BEHIND = new RegExp(
  String.raw`(?<=^|[.!?\n]\s?)(?<what>(?:[가-힣A-Za-z\d]{1,12}\s){0,2}?[가-힣A-Za-z\d]{1,12}?)(?:을|를)?\s(?<done>${DONE})(?![가-힣])`,
  'gu',
);
/** '회수 안내: 땅콩버터 쿠키 …', of which two words at most are a name. */
const BEFORE = new RegExp(
  String.raw`(?<=^|[.!?\n]\s?)(?<head>(?:(?:제품|긴급|상품)\s)?${DONE})\s?[:：-]?\s(?<what>[가-힣A-Za-z]{2,12}(?:\s[가-힣A-Za-z]{2,12})?)`,
  'gu',
);

/** That a shop calls something back, and what: the product of its ad, whatever else is named as the cause. */
export function findRecalls(context: SegmentContext): readonly Segment[] {
  const { text } = context;
  if (!SIGNS.test(text) || TAKEN_AWAY.test(text)) return [];
  for (const pattern of [...ENGLISH, BEFORE, BEHIND]) {
    for (const match of text.matchAll(pattern)) {
      const { head, what = '', done } = match.groups ?? {};
      if (head !== undefined) return headed(match, head, what, pattern === BEFORE, context);
      if (done === undefined || /^(?:제품|긴급|자진|상품)$/u.test(what)) continue;
      const end = match.index + match[0].length;
      return [
        { kind: 'product', start: match.index, end: match.index + what.length },
        { kind: 'occasion', start: end - done.length, end },
      ];
    }
  }
  return [];
}

function headed(
  { index, 0: words }: RegExpExecArray,
  head: string,
  what: string,
  isKorean: boolean,
  context: SegmentContext,
): readonly Segment[] {
  const start = index + words.lastIndexOf(what);
  const [first = ''] = what.split(' ');
  const isOne = isKorean && isKnownProduct({ start, end: start + first.length }, context);
  const isTwo = isKnownProduct({ start: start + first.length, end: start + what.length }, context);
  const end = isOne && !isTwo ? start + first.length : start + what.length;
  return [
    { kind: 'occasion', start: index, end: start, said: { start: index, end: index + head.length } },
    { kind: 'product', start, end },
  ];
}
