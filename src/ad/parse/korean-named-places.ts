import type { CalledPlace } from './called-place.ts';

/** Asks for it to be made, and never tells of what somebody makes for others: '만들어 드려요'. */
const MAKE = String.raw`(?:를|을|으로|로|도)?\s?(?:(?:하나|한\s?장|한\s?개|좀)\s?)?(?:만들어|제작해|디자인해|뽑아)\s?(?:줘|주세요|주실|줄래|주시|달라)[가-힣]{0,5}`;

/** Alone in its part of the sentence, in a text of nobody who makes such for others. */
const ALONE = String.raw`(?=\s*(?:$|[,.!?~)\n:]))`;
const NOT_SOLD = String.raw`(?![^\n]{0,200}(?:대행|마케팅|강의|강좌|클래스|편집|업체))`;
const NOT_SOLD_BEFORE = String.raw`(?<!(?:대행|마케팅|강의|강좌|클래스|편집|업체)[^\n]{0,200})`;

/** A name that can be nothing but where a picture goes. */
const said = (names: string): RegExp =>
  new RegExp(
    String.raw`(?<=^|[,.(\n:]\s?)(?:${names})${ALONE}${NOT_SOLD}${NOT_SOLD_BEFORE}|(?<![가-힣A-Za-z\d])(?:${names})${MAKE}`,
    'giu',
  );

/** A name that shops sell too: only with a word that has it made. */
const ordered = (names: string): RegExp =>
  new RegExp(String.raw`(?<![가-힣A-Za-z\d])(?:${names})${MAKE}`, 'giu');

/** Where a sheet hangs, or stands. */
const HANGS = String.raw`(?:(?:가게|매장|카페|식당|출입|현관|유리|상가|엘리베이터|화장실)\s?)?(?:문|유리창|창문|창|벽|현관|입구|유리문|카운터|계산대|게시판|안)(?:\s?(?:앞|옆|밖|안))?에(?:다가?)?\s?(?:붙일|붙여\s?(?:둘|놓을)|걸|걸어\s?(?:둘|놓을)|놓을|둘)\s?`;
const NOTICE = String.raw`안내문|공지문?|안내장|포스터|전단지?|종이|용지|인쇄물?`;

/** A sheet of a size that is to be hung up, or that is asked to be made. */
const sheet = (size: string): RegExp =>
  new RegExp(
    String.raw`(?:${HANGS}|(?<![가-힣A-Za-z\d]))${size}\s?(?:용지|사이즈|크기)?(?:에|로)?\s?(?:붙일|걸|뽑을|인쇄할|출력할)\s?(?:${NOTICE})?(?=[\s,.!?:]|$)|${HANGS}${size}(?:\s?(?:사이즈|크기))?(?:\s?(?:${NOTICE}))?(?:용)?(?:으로|로)?(?=[\s,.!?:]|$)|(?<![가-힣A-Za-z\d])${size}(?:\s?(?:사이즈|크기))?(?:\s?(?:${NOTICE}))?${MAKE}`,
    'giu',
  );

/** Sent by hand, to people who know the shop. */
const sent = (names: string): RegExp =>
  new RegExp(
    String.raw`(?<![가-힣A-Za-z\d])(?:단골\s?|손님\s?)?(?:${names})(?:으로|로|에)\s?(?:보낼|돌릴|뿌릴|전송할)(?!\s?수\s)(?:\s?(?:거|것|이미지|그림|사진|광고))?(?=[\s,.!?:]|$)`,
    'giu',
  );

/** Places as Korean requests name them with few words: alone, with 'make', or by what becomes of the sheet. */
export const KOREAN_NAMED_PLACES: readonly CalledPlace[] = [
  { signs: ['스토리'], pattern: said(String.raw`인스타(?:그램)?\s?스토리`), place: 'instagram-story' },
  {
    signs: ['프로필'],
    pattern: said(String.raw`(?:카톡|카카오톡)\s?프로필(?:\s?배경)?(?:\s?사진)?`),
    place: 'instagram-story',
  },
  { signs: ['릴스'], pattern: said(String.raw`인스타(?:그램)?\s?릴스`), place: 'instagram-reels' },
  {
    signs: ['인스타'],
    pattern: said(String.raw`인스타(?:그램)?\s?(?:피드|게시물|게시글)`),
    place: 'instagram-feed',
  },
  {
    signs: ['메시지', '메세지'],
    pattern: said(String.raw`(?:카톡|카카오톡?)(?:\s?채널)?\s?(?:메시지|메세지)`),
    place: 'kakao-message',
  },
  { signs: ['카톡', '카카오'], pattern: sent('카톡|카카오톡'), place: 'kakao-message' },
  { signs: ['문자'], pattern: sent(String.raw`(?:단체\s?)?문자(?:\s?메시지)?`), place: 'mms' },
  {
    signs: ['단체'],
    pattern: /(?<![가-힣A-Za-z\d])단체\s?문자\s?용(?:으로|로)?(?:\s?(?:이미지|그림|사진))?(?=[\s,.!?:]|$)/giu,
    place: 'mms',
  },
  { signs: ['유튜브'], pattern: said(String.raw`유튜브\s?(?:썸네일|섬네일)`), place: 'youtube-thumbnail' },
  { signs: ['당근'], pattern: said(String.raw`당근(?:\s?마켓)?\s?(?:광고|소식|게시글)`), place: 'karrot' },
  { signs: ['a4'], pattern: sheet('A4'), place: 'a4-print' },
  { signs: ['a3'], pattern: sheet('A3'), place: 'a3-print' },
  { signs: ['a5'], pattern: sheet('A5'), place: 'a5-print' },
  {
    signs: ['안내', '공지', '종이'],
    pattern: new RegExp(
      String.raw`${HANGS}(?:안내문|안내장|안내\s?종이|공지문?|종이)(?:용)?(?:으로|로)?${ALONE}`,
      'giu',
    ),
    place: 'a4-print',
  },
  { signs: ['명함'], pattern: ordered('명함'), place: 'business-card' },
  { signs: ['배너'], pattern: ordered(String.raw`(?:X|엑스)\s?배너`), place: 'x-banner' },
  { signs: ['텐트'], pattern: ordered(String.raw`테이블\s?텐트`), place: 'table-tent' },
  { signs: ['스티커'], pattern: ordered(String.raw`(?:원형|동그란|둥근)\s?스티커`), place: 'round-sticker' },
];
