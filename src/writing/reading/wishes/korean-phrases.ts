import type { StatementKind } from '../../../ad/statement.ts';

/** Parts of the patterns that wishes in Korean are found by. Sources of expressions. */

/** What somebody asks of a designer: not what customers are asked ('전화 주세요'), and not what the shop does ('해 드려요'). */
export const PLEASE = String.raw`(?:주(?:세(?:요|여|용)|십시오|시면\s?\S{0,6}|시겠\S{0,6}|실(?:래\S{0,3}|\s?수\s?\S{0,6}|\s?분\S{0,4})|시길\s?\S{0,5}|라|면\s?\S{0,6}|기\s?바\S{0,4})|줘\S{0,2}|줄래\S{0,2}|달라\S{0,4}|봐\s?(?:주세요|줘\S{0,2})|부탁\s?\S{0,8}|요청\s?\S{0,6})`;
export const FAVOUR = String.raw`(?:부탁(?:\s?(?:해요|해|드려요|드립니다|드릴게요|드려|합니다|할게요|할께요|이요|요))?(?![가-힣])|요청(?:해요|드려요|드립니다|합니다))`;
export const MAKE = String.raw`(?:만들어|제작해|제작|디자인해|디자인|작성해|편집해|그려|연출해|표현해|홍보해|강조해|꾸며|뽑아|생성해|준비해|완성해)`;
export const MADE = String.raw`(?:(?:${MAKE}|해)\s?${PLEASE}|${FAVOUR}|만들(?:고|려고)\s?(?:싶\S{1,6}|합니다|해요)|(?:하나\s?)?(?:필요(?:해요|합니다|해)|원(?:해요|합니다)|있었으면\s?\S{1,6}|만들자|만들기|만들어(?![가-힣])|제작(?=\s*(?:[,.!\n]|$))))`;

/** What is asked for; of some of these there are shops that sell them. */
export const ARTEFACT = String.raw`(?:(?:인스타(?:그램)?|페이스북|카드\s?뉴스|SNS|sns|웹|모바일|온라인|행사|광고용|홍보용|매장용|블로그)\s?)?(?:배너|포스터|전단지|전단|찌라시|리플렛|팜플렛|팸플릿|광고\s?(?:이미지|사진|그림|문구|배너|포스터|시안|물|지)|광고|홍보\s?(?:이미지|포스터|배너|사진|문구|물|글|지)|홍보물|이미지|그림|사진|썸네일|카드뉴스|시안|디자인|현수막|안내문|공지문|공지|게시물|POP|피켓|입간판|표지|카피)`;
export const COUNTED = String.raw`(?:용)?(?:\s?(?:한\s?(?:장|개|컷)|\d\s?(?:장|개|컷)|하나|좀|을|를|이|가|으로|로|도|만)){0,3}`;
export const ADVERB = String.raw`(?:(?:이쁘게|예쁘게|멋지게|멋있게|깔끔하게|빨리|급하게|급히|꼭|좀|빠르게|하나|새로|잘|제대로|간단히|간단하게)\s?){0,2}`;
export const ABOUT = String.raw`(?:(?:알리는|알릴|알려\s?주는|소개하는|소개할|홍보하는|홍보할|홍보|광고하는|광고할|위한|안내하는|모집하는|담은|들어간|들어가는|쓸|사용할|올릴|붙일|보여\s?주는|나타내는|강조하는|강조한|관련(?:된)?|용)\s?){1,2}`;

export const END = String.raw`(?=\s*(?:[,.:;!?~()|\n]|\s\/|$))`;
export const START = String.raw`(?<=^|[,.:;!?(|\n]\s?|\s\/\s)`;

/** How letters are cut: 고딕체, 손글씨체, 둥근 글씨. What also names goods is one with its 체 alone. */
const CUT_SO = String.raw`[가-힣]{1,4}(?:은|는|운|근|한|쁜|큰)\s`;

export const TYPEFACE = String.raw`(?:(?:${CUT_SO})?(?:(?:(?:나눔|본|맑은)\s?)?(?:(?:고딕|명조|궁서|굴림|돋움|흘림|필기|바탕|손글씨|붓글씨|볼드|캘리그라피|캘리|제목|타자|산세리프|세리프|이탤릭|옛글씨)체|고딕|명조|볼드|산세리프|세리프)|손글씨|붓글씨)|${CUT_SO}(?:글씨체|글자체|서체|글씨|글자|폰트|글꼴)|(?:[가-힣]{1,4}\s?)?(?:글씨체|서체|글꼴|폰트))`;

/** How a wish is said in Korean. */
export interface WishPattern {
  readonly pattern: RegExp;
  /** What there is in any text that it finds something in; spares trying it. */
  readonly signs: RegExp | undefined;
  readonly kind: StatementKind;
}

export const wish = (source: string, signs?: RegExp, kind: StatementKind = 'wish'): WishPattern => ({
  pattern: new RegExp(source, 'gi'),
  signs,
  kind,
});

/** How a thing is to be made: 감성 있게, 고급지게, 따뜻하고 힙하게. */
export const SO = String.raw`(?:[가-힣]{1,6}(?:고|며)\s){0,2}(?:(?:감성|감각|분위기|느낌|센스|생동감|개성|임팩트|힘|멋|품격|무게감|정감|운치|윤기|한눈에|눈에)\s)?[가-힣]{1,6}게`;
