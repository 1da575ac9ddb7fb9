import { SITE } from './links.ts';

/** What a line of an ad's details tells: each kind has its own small icon. */
export const DETAIL_KINDS = [
  'hours',
  'closed',
  'period',
  'place',
  'phone',
  'account',
  'link',
  'exception',
  'condition',
  'parking',
  'allergy',
  'notice',
  'audience',
  'shop',
  'prices',
  'other',
] as const;

export type DetailKind = (typeof DETAIL_KINDS)[number];

const WEEKDAY =
  '[월화수목금토일]요일?|[월화수목금토일](?=[,·~/\\s])|주말|평일|공휴일|명절|연휴|mon|tue|wed|thu|fri|sat|sun';

/** A telephone number of Korea, or one with a country's number. */
const PHONE =
  /(?:☎|📞|📱|(?:전화|연락처|문의|예약|상담|콜|tel|phone|call|mobile|hp)[^\d+\n]{0,8})\s*\+?\d[\d\s().-]{2,}\d|(?<![\d.])(?:\+82[\s-]?\d{1,2}|0(?:1[016789]|2|[3-6]\d|70|80|50\d?)|15\d\d|16\d\d|18\d\d)[\s).-]{0,2}\d{3,4}(?:[\s.-]?\d{4})?(?!\d)|공일공|영일영/iu;

const CLOCK =
  /\d{1,2}\s?(?::\s?\d\d|시(?!\p{L}?작))|(?:오전|오후|새벽|아침|저녁|밤|낮)\s?\d|\d\s?(?:a\.?m|p\.?m)\b|24\s?(?:시간|hours?)|연중\s?무휴|정오|자정|noon|midnight/iu;

/** A month and day, a date, or what stands for one. */
const DATE =
  /\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?|(?<![\d.,₩$€£¥-])(?:0?[1-9]|1[0-2])\s?[./]\s?(?:0?[1-9]|[12]\d|3[01])(?![\d-]|\s?(?:[원만%㎡평]|kg|cm|km|ml|l\b))|\d{4}\s?[.년-]\s?\d|\d{1,2}일\s?(?:까지|부터|간|동안|[~(])|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** What a kind is known by, surest first: the first that fits names the line. */
const KINDS: readonly (readonly [DetailKind, RegExp])[] = [
  [
    'allergy',
    /알레르기|알러지|알레르겐|allerg|contains?\s.*(?:nuts?|milk|eggs?|wheat|soy)|(?:우유|밀|대두|땅콩|견과(?:류)?|계란|달걀|새우|복숭아|메밀|호두|잣)[^.\n]{0,24}(?:함유|포함|들어|사용)|같은 제조\s?시설/iu,
  ],
  ['parking', /주차|발렛|발레파킹|\bparking\b|\bvalet\b/iu],
  [
    'account',
    /카카오톡|카톡|오픈\s?채팅|톡채널|인스타(?:그램)?|플러스친구|\bDM\b|디엠|블로그|유튜브|instagram|kakao|(?:^|[\s(:])@[\w.]{2,}|계좌|입금/iu,
  ],
  ['link', new RegExp(`${SITE}|홈페이지|웹사이트|스마트\\s?스토어|링크|QR|큐알|website|online shop`, 'iu')],
  [
    'closed',
    new RegExp(
      `휴무|휴업|정기\\s?휴일|휴점|쉽니다|쉬어요|쉬는\\s?날|쉼|문\\s?닫|휴관|휴진|휴원|폐점\\s?시|\\bclosed\\b|\\b(?:day|days) off\\b|(?:${WEEKDAY})[^\\n]{0,8}\\boff\\b`,
      'iu',
    ),
  ],
  [
    'notice',
    /품절|매진|소진|폐업|이전\s?(?:안내|합니다|했|오픈)|임시|공사|점검|공지|주의|변경|취소|불가피|중단|종료|한정\s?수량|sold out|moved|moving|notice|cancel/iu,
  ],
  ['phone', PHONE],
  [
    'exception',
    /제외|불가|안\s?(?:돼|됩|되)|없(?:음|습|어|이)|금지|못\s?(?:합|해|하)|중복\s?할인|아닙니다|아니에요|미포함|별도|not\b|no\s\w+|except|exclud|without|cannot|can't|don't|doesn't/iu,
  ],
  [
    'audience',
    /(?:대상|만\s?\d+세|\d+세\s?이상|\d+세\s?이하|초등|중등|고등|학생|수험생|신규\s?(?:회원|고객)|첫\s?(?:방문|구매)\s?(?:고객|손님)|정원|선착순|모집|왕초보|누구나|어르신|for (?:kids|beginners|students|adults|children)|ages?\s\d|first \d+)/iu,
  ],
  [
    'hours',
    /영업|운영\s?시간|진료\s?시간|브레이크|라스트\s?오더|last order|opening hours|break time|\bhours\b|open daily/iu,
  ],
  [
    'place',
    /(?:[시도군구]\s|\d\s?호선|역\s?\d*\s?번?\s?(?:출구|입구|앞|근처)?|출구|[가-힣\d]{1,12}(?:로|길|동|읍|면|리)\s?\d|\d+\s?층|지하\s?\d|골목|맞은편|건너편|건물|상가|빌딩|타워|시장|[가-힣]{2}점(?:$|\s)|옆|앞\s?(?:$|[,)])|오시는\s?길|약도|위치|주소)|\b\d+\s[\w\s]{2,30}\b(?:street|st|road|rd|avenue|ave|lane|ln|blvd)\b|\b(?:floor|basement|station|exit|next to|opposite|address|located|at the corner|near)\b/iu,
  ],
  [
    'period',
    /기간|까지|마감|마지막|종료|동안|\bD-\d|\b(?:until|till|through|ends?|deadline|from)\b|이번\s?(?:주|달)|오늘만|당일\s?(?:만|한정)/iu,
  ],
  ['prices', /[₩$€£¥]\s?\d|\d\s?(?:원|만\s?원|천\s?원)(?!권|룸)|\bKRW\b|만원|천원/iu],
  [
    'condition',
    /테이크아웃|포장|배달|(?<![\d천백십])\p{L}만(?=$|[\s,.)])|이상|이하|이내|한정|한해|당\s?(?:\d|한)|\d인|경우|구매\s?시|예약\s?(?:시|필수|제)|주문\s?시|이용\s?시|방문\s?시|현금|카드|쿠폰|적립|1인|최소|최대|필수|조건|limit|minimum|only|per (?:person|guest|table)|with (?:any|every)|when you|orders? (?:over|of)|required|reservation/iu,
  ],
  [
    'shop',
    /^(?:상호|매장|가게)\s?[:：]|(?:점|식당|카페|베이커리|미용실|약국|학원|서점|책방|꽃집|공방|상회|상점|스튜디오|클리닉|의원|한의원)$/iu,
  ],
];

const WEEKDAYS = new RegExp(`(?:${WEEKDAY})`, 'iu');

/**
 * What a line of details tells, by its words alone, Korean or English: a line that was written by hand has its icon too.
 * Where it tells several things, what would be missed most comes first: that it is closed, rather than when.
 */
export function detailKind(line: string): DetailKind {
  const text = line.normalize('NFC');
  const timed = CLOCK.test(text) || WEEKDAYS.test(text);
  const dated = DATE.test(text);
  for (const [kind, words] of KINDS) {
    if (words.test(text)) return kind === 'period' && timed && !dated ? hoursOrPeriod(text) : kind;
    // A bare date or time is told by neither word.
    if (kind === 'hours' && dated) return 'period';
    if (kind === 'hours' && CLOCK.test(text)) return 'hours';
  }
  return timed ? 'hours' : 'other';
}

/** '오후 9시까지' is when a shop closes, '일요일까지' when an offer ends. */
const hoursOrPeriod = (text: string): DetailKind => (CLOCK.test(text) ? 'hours' : 'period');
