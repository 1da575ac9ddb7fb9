import type { FactPattern } from './facts.ts';

/**
 * Building blocks. A number as people write it, with or without commas. It begins where its digits do: were it looked for
 * at each of them, a long row of digits would take time by the square of its length.
 */
const NUMBER = String.raw`(?<!\d)\d+(?:,\d{3}){0,5}(?:\.\d+)?`;
const WON = String.raw`(?:₩\s?${NUMBER}|${NUMBER}\s?원|${NUMBER}\s?만\s?(?:${NUMBER}\s?천)?\s?원(?:대)?|${NUMBER}\s?천\s?원(?:대)?|(?<![가-힣\d])[일이삼사오육칠팔구]?[천만]\s?원)`;
const UNIT = String.raw`(?:${NUMBER}\s?(?:g|kg|ml|L|인분|박스|상자|송이|마리|봉지|팩|개입|개|병|잔|장|세트|인|평|근|판|회|단)|한\s?(?:박스|상자|마리|봉지|팩|병|잔|판|근|단))`;
const DATE = String.raw`(?:(?:\d{4}년\s?)?\d{1,2}월\s?\d{1,2}일|\d{1,2}\/\d{1,2}|\d{1,2}\.\d{1,2}(?!\d))(?:\s?\([월화수목금토일]\))?`;
const WEEKDAY = `[월화수목금토일]요일`;
const CLOCK = String.raw`(?:(?:오전|오후|아침|점심|저녁|밤|새벽|낮)\s?)?(?:\d{1,2}시(?!\s?간)(?:\s?(?:\d{1,2}분|반))?|\d{1,2}:\d{2})`;
const HAPPENS = String.raw`(?:\s?(?:그랜드\s?오픈|오픈|개강|개업|시작|출시|마감|공개|개최|접수|도착|입고|정상\s?영업|휴무|휴점))`;
const WHEN = String.raw`(?:(?:새)?봄|여름|가을|겨울|신학기|새해|신년|연초|연말|주말|설|추석|명절|크리스마스|발렌타인데이|화이트데이|빼빼로데이|핼러윈|할로윈|블랙\s?프라이데이|오픈|개업|시즌|계절|기간)(?:맞이)?`;
const SALE = `(?:할인|세일|적립|쿠폰|페이백|캐시백|OFF|off|DC|dc)`;

const of = (source: string): RegExp => new RegExp(source, 'g');

/** A sale of which nothing more is told: '여름 세일', '시즌오프'. It counts where no figure does. */
export const KOREAN_SALE: FactPattern = {
  kind: 'deal',
  pattern: of(
    String.raw`(?:(?<=(?<when>${WHEN})\s?)|(?<![가-힣]))(?:시즌\s?오프|(?:빅|타임|반짝)?세일|특가|할인전|할인\s?(?:행사|이벤트)|(?:전\s?(?:메뉴|품목|제품|상품)|최대)\s?(?:할인|세일))(?=[\s,.!~·]|$|중|해[요서]|합니다|입니다|이에요|예요|으로|로|을|를)`,
  ),
};

/** In the order in which they claim their place in the text. */
export const KOREAN_FACTS: readonly FactPattern[] = [
  {
    kind: 'phone',
    pattern: of(String.raw`(?<!\d)(?:0\d{1,2}[-.\s]\d{3,4}[-.\s]\d{4}|1[568]\d{2}[-.\s]\d{4})(?!\d)`),
  },
  { kind: 'link', pattern: of(String.raw`(?:https?:\/\/\S+|www\.\S+|(?<![\w.])@[\w.]{2,})`) },
  {
    kind: 'list-price',
    pattern: of(
      String.raw`(?:정가|원래|기존|소비자가|정상가)\s?(?:가격\s?)?(?<fact>${WON})(?:인데|이지만|에서|짜리)?`,
    ),
  },
  { kind: 'list-price', pattern: of(String.raw`(?<fact>${WON})\s?(?:→|->|⇒|=>|에서)\s?(?=${WON})`) },
  {
    kind: 'deal',
    pattern: of(
      String.raw`(?:${UNIT}|${NUMBER}\s?(?:개월|회|개|장|잔|박스|번))\s?(?:등록|구매|구입|주문|결제|방문|예약)\s?(?:시|하면|하시면)\s?${NUMBER}\s?(?:개월|회|개|장|잔|박스|주|일)\s?(?:더|추가|무료|증정|서비스)`,
    ),
  },
  {
    kind: 'condition',
    pattern: of(
      String.raw`비\s?온\s?다음\s?날|(?<!\d)\d박(?!스)(?:\s?\d일)?(?:\s?이상)?|(?:(?:${WON}|${NUMBER}\s?(?:인|명|개|잔|박스|개월|회))\s?(?:이상)?\s?(?:구매|구입|주문|결제|방문|예약|등록|이용)\s?(?:시|하면|하시면|고객))`,
    ),
  },
  {
    kind: 'condition',
    pattern: of(
      String.raw`(?:첫\s?(?:방문|구매|주문|등록|예약|가입|달|회|수업)(?:\s?(?:고객|손님|회원|한정|시)|\s?할인(?=[\s,.!]|$)(?!\s?\d))?|(?:학생|수험생|군인|경로|커플|단체|회원|생일자|얼리버드|조기\s?(?:등록|예약))(?=\s?(?:할인|${NUMBER}\s?%))|신규\s?(?:회원|고객|가입|등록)(?:\s?시)?|재등록\s?(?:회원|고객|시)|(?:리뷰|후기)\s?(?:작성|등록|남기)\S*\s?(?:시|고객)?|(?:팔로우|학생증\s?제시|쿠폰\s?제시|포장\s?주문|방문\s?포장|배달\s?주문|현금\s?결제|사전\s?예약|단체\s?예약|생일자?)\s?(?:시|고객|인\s?분)|(?:재학생|학생|직장인|수험생|임산부|어르신|군인|여성|남성|가족|단골)\s?(?:한정|대상|고객|우대))`,
    ),
  },
  {
    kind: 'deal',
    pattern: of(
      String.raw`(?:최대\s?|전\s?(?:메뉴|품목|제품|상품|좌석|시술)\s?|[~∼]\s?)?${NUMBER}\s?(?:%|퍼센트|프로)\s?(?:즉시\s?|추가\s?)?${SALE}?|${SALE}\s?(?:최대\s?)?${NUMBER}\s?(?:%|퍼센트|프로)`,
    ),
  },
  { kind: 'deal', pattern: of(String.raw`(?:${WON})\s?(?:즉시\s?|추가\s?)?${SALE}(?:\s?쿠폰)?`) },
  { kind: 'deal', pattern: of(String.raw`(?<!\d)[1-9]\s?\+\s?[1-9](?!\d)(?:\s?(?:행사|이벤트|증정))?`) },
  {
    kind: 'deal',
    pattern: of(
      String.raw`반값(?:\s?할인)?|(?:배송비\s?무료|무료\s?배송|무료\s?배달)|${NUMBER}\s?(?:개월|회|장|개|잔|박스)\s?(?:더|추가\s?증정|무료)`,
    ),
  },
  {
    kind: 'limit',
    pattern: of(String.raw`(?<=(?<when>${WHEN})\s?)한정(?:\s?(?:메뉴|판매|출시))?(?![가-힣])`),
  },
  {
    kind: 'limit',
    pattern: of(
      String.raw`선착순\s?(?:${NUMBER}\s?(?:명|분|팀|개|잔|세트|인))?|(?:하루|1일|매일|단|주말)\s?${NUMBER}\s?(?:개|잔|세트|그릇|인분|팀|명|박스|마리|판)(?:\s?(?:한정|만))?|${NUMBER}\s?(?:개|명|세트|잔|그릇|팀|박스|마리|판|분)\s?한정|한정\s?(?:수량|판매|${NUMBER}\s?(?:개|명|세트|잔|그릇|박스))|수량\s?한정|(?:재고\s?|재료\s?)?(?:소진|품절)\s?시(?:\s?(?:까지|마감|조기\s?마감))?|정원\s?${NUMBER}\s?명|${NUMBER}\s?명\s?정원|소수정예\s?${NUMBER}\s?명`,
    ),
  },
  {
    kind: 'gift',
    pattern: of(
      String.raw`(?:(?<![가-힣])|(?<=증정))(?:[가-힣][가-힣A-Za-z0-9]{0,40}\s)?[가-힣][가-힣A-Za-z0-9]{0,40}\s?(?:무료\s?)?증정|(?<![가-힣\d])(?:첫\s)?[가-힣]{1,6}\s무료(?=[\s,.!]|$)`,
    ),
  },
  {
    kind: 'extra',
    pattern: of(
      String.raw`무료\s?(?:상담|주차|견적|체험|시식|진단|수거|설치|검사|점검|음료|리필)|당일\s?(?:배송|제작|수령|완성|발송|출고|입고|로스팅|조리|도축|생산|수확)|(?:주말|일요일|공휴일|휴일|연휴|명절)(?:에도|도)\s?(?:문\s?(?:엽니다|열어요|열려\s?있어요)|(?:정상\s?)?(?:영업|진료|운영|배달)(?:합니다|해요)?)|(?:단체\s?예약|포장|배달|주차|단체석|단체|예약|방문\s?포장|(?:반려견|반려동물|애견)\s?동반)\s?가능|예약\s?(?:필수|제)`,
    ),
  },
  {
    kind: 'price',
    pattern: of(String.raw`(?<![가-힣])무료(?:\s?(?:입장|참가|수강|관람|참여))?(?=[\s,.!]|$)`),
  },
  {
    kind: 'price',
    pattern: of(
      String.raw`(?:(?:시급|일급|주급|월급|수강료|회비|참가비|입장료|인당|1인)\s?)?(?:${UNIT}(?:\s?세트)?\s?(?:에\s?)?)?(?:${WON})(?:\s?[~∼-]\s?(?:${WON}))?(?:\s?(?:부터|균일가|균일))?(?!\s?(?:이상|할인|세일|쿠폰|적립|의))`,
    ),
  },
  {
    kind: 'period',
    pattern: of(
      String.raw`${DATE}\s?(?:부터|[~∼–-])\s?(?:${DATE}|\d{1,2}일)(?:\s?까지)?${HAPPENS}?|${DATE}(?:\s?(?:까지|부터|(?:단\s?)?하루(?!\s?\d))|${HAPPENS})?`,
    ),
  },
  {
    kind: 'period',
    pattern: of(
      String.raw`\d{1,2}월(?:\s?한\s?달(?:\s?간|\s?동안)?|\s?말까지|\s?말|\s?까지|\s?동안|\s?내내)|\d{1,2}월(?!\s?\d)|\d{1,2}일(?:\s?까지|\s?부터|${HAPPENS})|(?:${NUMBER}\s?(?:일|주|개월|달)|일주일|보름|한\s?달)\s?(?:간|동안)(?![가-힣])|D-\d{1,3}`,
    ),
  },
  {
    kind: 'period',
    pattern: of(
      String.raw`(?:이번|다음|금|차)\s?주말?(?:\s?(?:까지|한정|동안|만|내내))?|(?:이번|다음)\s?달(?:\s?(?:까지|한\s?달|동안|내내))?|(?:이번|다음)\s?${WEEKDAY}(?:까지)?|매주\s?${WEEKDAY}(?:\s?마다)?|(?:${WEEKDAY}|[월화수목금토일][~∼-][월화수목금토일]요?일?)(?:\s?(?:까지|마다|한정))|(?:월말|연말|주말|오늘|내일|금일)까지|오늘\s?(?:만|하루|단\s?하루)|단\s?하루|평일\s?(?:한정|점심|낮|저녁)(?!\s?\d)|주말\s?(?:한정|저녁)(?!\s?\d)|(?:평일|주말)(?=\s?(?:\d|오전|오후|아침|점심|저녁))|매일(?=\s?(?:오전|오후|아침|저녁|\d))|연중무휴|매월\s?\d{1,2}일|매달\s?\d{1,2}일|오늘부터`,
    ),
  },
  {
    kind: 'time',
    pattern: of(
      String.raw`${CLOCK}\s?(?:부터|[~∼–-])\s?${CLOCK}(?:\s?까지)?|${CLOCK}(?:\s?(?:까지|부터|이후|이전|전까지|오픈|마감|입장|시작|출발))?|24\s?시간(?:\s?(?:운영|영업|무인))?|24시|(?<!\d)\d{1,3}분(?=[\s,.!]|$|에|이면|만에|완성|코스)`,
    ),
  },
];
