import { LINK } from '../../../ad/links.ts';

/**
 * What figures and signs of a Korean text can be, each read from where a word begins. `code` is the letter that stands for
 * it in the patterns of `chunks.ts`.
 */
interface Anchor {
  readonly code: string;
  readonly pattern: RegExp;
  /** What alone it may begin with; absent = nobody says. */
  readonly starts?: ReadonlySet<string>;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,2})?`;
const DIGIT = '[일이삼사오육칠팔구]';
/** What may follow the word 원: others than these make another word of it. */
const WON_END = `원(?=$|[^가-힣]|대|짜리|씩|부터|까지|이상|이하|미만|에|으로|인데|이고|이며|입|이에|예요|이요|이면|만|균일|선|정도|상당|할인|적립|쿠폰|추가|을|은|이)`;
const MONEY = [
  String.raw`₩\s?(?:${NUMBER})(?:k(?![a-z]))?`,
  String.raw`[$€£¥]\s?(?:${NUMBER})(?:k(?![a-z]))?`,
  String.raw`(?:${NUMBER})\s?만\s?(?:(?:${NUMBER})\s?(?:천|백)?\s?)?(?:${DIGIT}천\s?)?${WON_END}`,
  String.raw`(?:${NUMBER})\s?천\s?(?:${NUMBER}\s?백\s?)?${WON_END}`,
  String.raw`(?:${NUMBER})\s?만(?:\s?\d\s?천)?(?=\s|$|[~()/,.→>-]|부터|까지|이상|이하|씩|짜리|에(?=\s|$)|으로)`,
  String.raw`(?:${NUMBER})\s?${WON_END}`,
  String.raw`(?:${NUMBER})\s?(?:won|krw|usd|달러|엔화?|유로)(?![a-z가-힣])`,
  String.raw`(?:${NUMBER})\s?₩`,
  String.raw`(?:${NUMBER})\s?천(?=$|[\s()/,.~]|부터|까지|이상|이하|씩|짜리|에(?=\s|$)|으로)`,
  // Bare figures in thousands.
  String.raw`\d{1,3}(?:,\d{3}){1,3}(?![\d가-힣A-Za-z%,]|\s?[~-]\s?\d{1,3}\s?(?:명|개|인))`,
  // What is added: '디카페인 +500'.
  String.raw`(?<=\+)[1-9]\d{2}(?=$|[\s)/,])`,
  // Without any mark: 39000, 4500부터. No year, no size, no number of a telephone.
  String.raw`[1-9]\d{1,4}00(?![\d%:,.]|[가-힣A-Za-z](?<!부|까|씩|대|추)|\s?[~-]\s?\d|\s?[xX×*]\s?\d|\s?(?:명|개|인|시|년|분|번|호|점|kg|g|ml|mm|cm)(?![가-힣]))`,
  // In ten thousands or in thousands, as the trade counts: '캠핑카 1박 280부터'; no sizes from one to another.
  String.raw`(?<!(?:사이즈|호수|치수|키|체중|호|번)\s?)[1-9]\d{1,2}부터(?=$|\s(?!\d{2,3}까지))`,
  String.raw`만\s?\d\s?천\s?${WON_END}`,
  String.raw`(?:[이삼사오육칠팔구십]{0,2})만\s?[이삼사오육칠팔구\d]?천(?:\s?오백)?(?=$|[^가-힣])`,
  String.raw`(?=[일이삼사오육칠팔구만천백]{1,6}\s?[일이삼사오육칠팔구만천백]{0,6}\s?원)(?:${DIGIT}?십?만\s?)?(?:${DIGIT}?천\s?)?(?:${DIGIT}?백\s?)?${WON_END}`,
].join('|');
const MONEY_TAIL = String.raw`(?:원대|대|짜리|씩|선|정도|상당)*(?:\s?(?:균일가?|이상|이하|미만|부터|까지(?!\s?[가-힣]{0,4}할인)|~(?!\d)))*(?:에서|에|으로|인데|이고|이며|입니다|이에요|예요|이요|이면|만|을|은|이)?(?=$|[^가-힣]|할인|적립|쿠폰|추가)`;

const WEEKDAY = String.raw`(?:[월화수목금토일]요일|(?<![가-힣])[월화수목금토일](?=\s?[·~\-/,(]\s?[월화수목금토일](?:요일)?(?![가-힣])))(?:\s?[·~\-/,]\s?[월화수목금토일](?:요일)?(?![가-힣]))*`;
const IN_BRACKETS = String.raw`(?:\s?\([월화수목금토일](?:요일)?\))?`;
const DATE = [
  '(?<![가-힣])[월화수목금토일]욜(?=$|[^가-힣]|만|은|는|에|마다|부터|까지)(?:\\s?[,·~-]?\\s?[월화수목금토일]욜){0,3}',
  '(?<![가-힣])(?:월화수목금토?일?|월수금?|화목토?|금토일?|토일|월화수?|수목금?|목금토?|월목|화금|수금|수토)(?:요일)?(?=$|[^가-힣]|만|은|는|에|휴무|휴진)',
  String.raw`(?:20\d\d|'?\d\d)\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}(?:\s?일|\.)?`,
  String.raw`(?:20\d\d년\s?)?\d{1,2}월\s?\d{1,2}일`,
  String.raw`(?:20\d\d년\s?)?\d{1,2}월(?:\s?(?:초순?|중순|하순|말))?(?![가-힣](?<!까|부|한|내|동|오|에|의|중|말|초|이|은|만))`,
  String.raw`\d{1,2}\/\d{1,2}(?![\d/인])`,
  // '5.1~5.31'; '4.5~5.5' may be sums.
  String.raw`\d{1,2}\.\d{1,2}(?=\s?[~-]\s?\d{1,2}\.\d{2}(?![\d만천원%]))|(?<=\d\.\d{1,2}\s?[~-]\s?)\d{1,2}\.\d{2}(?![\d만천원%])|\d{1,2}\.\d{2}(?=\s?[~-]\s?\d{1,2}\.\d{1,2}(?![\d만천원%]))`,
  String.raw`\d{2}\.\d{2}(?=까지)`,
  String.raw`\d{1,2}\.\d{1,2}(?=\s?(?:오전|오후|아침|점심|저녁|낮|밤|\d{1,2}시(?!간)))`,
  String.raw`\d{1,2}\s?[~-]\s?\d{1,2}월`,
  String.raw`\d{1,2}\.\s?\d{1,2}\.?(?=\s?(?:\([월화수목금토일]|[~-]|까지|부터|오픈|마감|일))`,
  String.raw`\d{1,2}일(?=\s?(?:까지|부터|[~(-]|오픈|마감|휴무|개강|출시))`,
  // A day of the month alone, and no number of days: 24일만.
  String.raw`(?:1[1-9]|2\d|3[01])일(?=만(?=\s|$))`,
].join('|');
const DAY = String.raw`(?:(?:${DATE})${IN_BRACKETS}|(?:매주\s?|매달\s?|매월\s?|격주\s?|(?:(?:첫|둘|셋|넷)째|첫|마지막)\s?(?:주\s?)?){0,4}(?:${WEEKDAY}|[월화수목금토일]욜(?=$|[^가-힣]|만|은|는|에|마다|부터|까지)))`;
const PART_OF_DAY = `(?:야간|심야|오전|오후|아침|점심|저녁|밤|새벽|낮|정오|자정|AM|PM|am|pm)`;
const CLOCK = String.raw`(?:(?:${PART_OF_DAY}\s?)?(?:\d{1,2}:\d{2}|\d{1,2}시(?!\s?간|[가-힣](?<!까|부|에|이|반|오|마|영|입|전|쯤|경|로|만|도|은|엔|의|소|출|체|퇴))(?:\s?\d{1,2}분|\s?반(?![가-힣](?<![부까에은는이엔만도])))?)(?:\s?[AaPp]\.?[Mm]\.?)?|정오|자정|\d{1,2}\s?[ap]m)`;
const RANGE = String.raw`(?:\s?[~–—-]\s?|\s?부터\s?|\s?에서\s?)`;
const EDGE = String.raw`(?:\s?(?:부로|자로(?=\s)|한정|전(?=$|[\s,)])|까지(?:라서?|여서|니까|인데|이니|이라서?)|까지만|까지도|까지|부터|이후(?:엔|에는|에만|에|는|만)?|이전(?:에만|까지만|까지|에|만)?|전까지만?|전에만|전엔|전에는|마다|사이|중에만|중|에만|에도|에는|만|도)(?![가-힣](?<![은는라]))|은|는|에|엔|의|이|~\s?(?:재료\s?|재고\s?)?(?:소진|완판|품절)\s?시?(?:까지)?|~\s?(?:다\s?)?(?:떨어질|팔릴|소진될|없어질|동날)\s?때(?:까지)?|~(?!\s?\d))?`;
const COUNTER = `(?:kg|g|mg|ml|L|l|cc|cm|mm|m|학년|인분|인용|인승|인실|인석|인|명|개입|개|박스|상자|봉지|봉|병|잔|장|세트|팩|캔|마리|송이|다발|그릇|판|줄|조각|쪽|켤레|자루|포대|벌|대|회권|회차|회|번|홀|게임|평형|평|세|살|종|가지|매입|매|포기|포|통|단|근|되|말|두|자리|석|팀|건|컷|점|입|도|인치|권|곳|호점|기|차|위|급|수|P|p|ea|EA|pcs|분|시간|일|주차|주년|주|개월|달|년|박|절|구|코스|리터|밀리|그램|킬로|인상|뼘|과목|방울|스푼|가닥|묶음|꼬치|알|모|손|타|톤|량|단계|차례|사이즈|층|호|cal|kcal|채널|자리|볼|본|드럼|글자|키로|미터|단지|방울|W|V|GB|TB|인조|배)`;
const COUNT = String.raw`(?:(?:약|만|최대|최소|총|주|월|하루)\s?(?=\d{1,3}\s?(?:세|회|개|명|시간|인|팀)))?(?:\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2}(?!\s?(?:조각|개|병|장|잔|판|마리|박스|상자|세트|팩|줄|봉|켤레|벌|그릇|송이|다발|인분|명|회|번)))?)(?:\s?[~-]\s?\d{1,5})?\s?${COUNTER}(?:\s?\d{1,2}\s?일)?(?:당|간|만에|이내|내외|내|안팎|가량|분|치|이상|이하|미만|까지|부터|정도|마다|씩|용|짜리|들이|째|차|도|이|을|의|에|만|은|는|면|\s(?:이상|이하|미만|이내|만에|동안|한정|까지|부터|씩))*(?=$|[^가-힣A-Za-z])`;
const ADDED_COUNT = String.raw`\d{1,2}\s?\+\s?\d{1,2}\s?(?:개월|개|병|팩|매|장|회|박|달|년|알|마리)(?=$|[^가-힣A-Za-z])`;
const SPOKEN_COUNT = String.raw`(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|반)\s?(?:마리|판|평|박|타임|회|자리|그릇|잔|개|박스|상자|줄|조각|병|팩|묶음|쪽|송이|다발|켤레|벌|장|번|달|주|단|드럼|볼|포기|자루|되|말|통|캔|컵|알|살|곡|타|쌍|필|대|시간|분|명|세트|접시|모|근|가지|곳|손|축|두름|쾌|톳|접|관|채|쌍|자루|포|봉|봉지|바구니|사발|뚝배기|공기|망|소쿠리|무더기|방|칸|주먹|스푼|꼬치|알|컷|게임|학기|과목)(?:당|분|치|에|만에|씩|이상|까지|의|을|은|이|만|도)?(?=$|[^가-힣])`;

/** A side of a thing with its figure. */
const MEASURE = String.raw`(?:가로|세로|폭|높이|너비|길이|깊이|두께|지름|직경|둘레|총장|가슴단면|화면)\s?\d{1,4}(?:\.\d{1,2})?\s?(?:cm|mm|m|센티미터|센티|센치|미터|인치)?(?=$|[\s,x×*)/])(?!\s(?:만|천|원)(?=$|\s))`;

/** Kinds that are counted: '두 가지 맛'. */
const KINDS = String.raw`(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?가지\s(?:맛|색상?|종류|메뉴|반찬|코스|토핑|재료|소스|향|디자인|사이즈|과일|곡물|나물|치즈)(?=$|[^가-힣])`;

const PHONE = [
  String.raw`\+82[-.\s]?\(?0?\)?\d{1,2}[-.\s)]{0,2}\d{3,4}[-.\s]?\d{4}`,
  String.raw`\(?0\d{1,3}\)?[-.\s)]{0,2}\d{3,4}[-.\s]{1,2}\d{4}`,
  String.raw`0\d{8,10}`,
  String.raw`1[3-9]\d{2}[-.\s]?\d{4}`,
].join('|');

/** How long something is done. */
const HOW_LONG = String.raw`(?:하루|이틀|사흘|일주일|한\s?(?:달|주|번)|\d{1,3}\s?(?:일|주|개월|달|시간|회|번))`;

/** What is done before something else is so. */
const ACT =
  '개봉|사용|착용|착화|시술|입금|결제|검수|확인|식사|구매|구입|수령|설치|세탁|상담|체험|진료|검사|수술|관람|이용|도착|발송|계약|시공|반납|퇴실|퇴원|접수|작성|제출|견적|수업|운동|샤워|섭취|조리|제작|출고|완료|동의|문의|연락|면접|수리|감정|측정|충전|소독|시착|시식|시음|테스트|주문|예약|허가|승인';

/** Places are named in `places.ts`. */
const of = (code: string, source: string): Anchor => ({ code, pattern: new RegExp(source, 'uy') });

/** One that begins with one of these words, and is tried where their first letter stands alone. */
const from = (code: string, words: string, rest: string): Anchor => ({
  ...of(code, `(?:${words})${rest}`),
  starts: new Set(words.split('|').map((word) => word.charAt(0))),
});

const DIGITS: ReadonlySet<string> = new Set('0123456789');

/** One that begins with a digit. */
const counted = (code: string, source: string): Anchor => ({ ...of(code, source), starts: DIGITS });

/** In the order in which they are tried. */
export const ANCHORS: readonly Anchor[] = [
  of('l', LINK),
  // Behind which act something holds: '하루 사용 후 교환 가능'.
  of('b', String.raw`(?:${HOW_LONG}\s)?(?:${ACT})\s?(?:후|뒤)(?:에만?|엔|에는|에도)?(?=\s(?!기$)[^\s])`),
  of(
    'q',
    String.raw`(?:첫\s?(?:달|주|잔|회|날|고객|방문|구매|주문|등록|예약|수업|가입|이용|시술|거래|품목|메뉴|제품|상품|좌석|기종|상담|진료|체험|검사|관리|음료|회원|지점|매장|구간|객실|코스|차종|과목|시간대)|전\s?(?:고객|품목|메뉴|제품|상품|좌석|기종|음료|회원|지점|매장|구간|객실|코스|차종|과목|시간대|잔|권|종|병))(?:에는?|은|는)?(?=$|[^가-힣])`,
  ),
  of(
    'n',
    String.raw`(?:\d{1,2}\s?(?:일|주|시간|개월)|하루|이틀|사흘|일주일|한\s?달)\s?전(?=$|[^가-힣]|까지|부터|에)(?:까지|부터|에)?`,
  ),
  // '16주 이후부터', '만 3세 이후'
  counted('e', String.raw`\d{1,3}\s?(?:주|개월|세|살|회차|년)\s?(?:차\s?)?이후(?:부터|에)?(?=$|[^가-힣])`),
  // '퇴근 후'
  from('n', '퇴근|출근|수업|방과|하교|등교', String.raw`\s(?:후|전)(?:에|부터|까지)?(?=\s)`),
  // What is sent to a shop that opens opens nothing itself: '개업 떡', '오픈 화환'.
  from(
    'w',
    '개업|개원|개점|오픈|이전|승진|취임',
    String.raw`\s(?:축하\s?)?(?:화환|화분|떡|난|꽃바구니|꽃|선물|답례품|수건|케이크|난초|동양란|서양란)(?=$|[^가-힣])`,
  ),
  // Why a shop sells off: '이사 정리 세일'.
  from('Q', '이사', String.raw`\s?정리(?=\s|$)`),
  // Up to a named day: 수능 전날까지.
  from(
    'd',
    '수능|개학|개강|명절|추석|설|시험|중간고사|기말고사|입학식|졸업식|결혼식|크리스마스|어린이날|어버이날|방학',
    String.raw`\s?(?:전날|당일|직전|전)(?:까지만?|부터)(?=$|[^가-힣])`,
  ),
  // On which days it is: 비 오는 날엔.
  from('n', '비|눈', String.raw`\s?오는\s?날(?:엔|에는|에|은)?(?=$|[^가-힣])`),
  // What may or may not be: '당일 안 될 수 있어요', '크기 고르실 수 없어요'.
  from(
    'N',
    '안|못',
    String.raw`\s[가-힣]{1,4}\s수(?:도|는)?\s있(?:어요|습니다|음|네요|고요)(?=$|[^가-힣])|[가-힣]{1,4}\s수(?:도|는)?\s없(?:어요|습니다|음|네요|고요)(?=$|[^가-힣])`,
  ),
  // Whatever the weather: '비 와도 진행', '눈 오면 휴무'.
  from('K', '비|눈|태풍', String.raw`\s?(?:와도|오더라도|오면)(?=$|[^가-힣])`),
  // '5만원 이상 주유 시'
  from(
    'K',
    '주유|충전|세차|탑승|관람|숙박|투숙|식사|충전|대여|렌탈|수선|촬영|시술|상담|체험|입장',
    String.raw`\s시(?:에)?(?=\s)`,
  ),
  // '외부 음식 반입 금지'
  from('F', '외부', String.raw`\s음식(?:물)?(?=\s)`),
  // What is done besides, with what is the customer's: '데이터 이전 포함'.
  from(
    'F',
    '데이터|데이타|자료|연락처|사진|명의|번호',
    String.raw`\s(?:이전|이동|백업|복구)(?=\s(?:포함|무료|별도|불포함|미포함|불가|가능))`,
  ),
  // What a room has: '개인 화장실'.
  from(
    'h',
    '개인|개별|전용|공용',
    String.raw`\s(?:화장실|욕실|샤워실|주방|베란다|에어컨|냉장고|현관)(?=$|[^가-힣])`,
  ),
  // Up to which size: 3XL까지.
  of('e', String.raw`(?:[2-9]?X{0,3}[SML]|[a-z]{1,3})까지(?=$|[^가-힣])`),
  // '차량 가져오지 마세요'
  of(
    'N',
    String.raw`[가-힣]{1,6}지\s?(?:마세요|말아\s?주세요|마십시오|마셔요|마시고|마시길|말\s?것|마요|말아요|맙시다)(?=$|[^가-힣])`,
  ),
  counted('Z', String.raw`24시(?:간)?\s?(?:출장|응급|긴급출동)(?:\s?가능)?(?=$|[^가-힣])`),
  // Who teaches: 서울대생, 음대 출신.
  of('h', String.raw`[가-힣]{1,5}대(?:생|\s?출신|\s?전공자?)(?=$|[^가-힣])`),
  // Why a used thing is given away: '이사 가면서 내놔요'.
  from(
    'b',
    '이사|유학|결혼|이민|출국|귀국|입대|졸업|취업|전근|퇴사|출산|이직|육아|합가|분가',
    String.raw`\s?(?:가면서|오면서|하면서|하게\s?되어|하게\s?돼서|가게\s?되어|가게\s?돼서|가느라|하느라|때문에|해서|가서|와서|하여|준비로|관계로)(?=$|[^가-힣])`,
  ),
  from('h', '#', String.raw`[\p{L}\p{N}_]{1,60}`),
  of('f', String.raw`(?:${PHONE})(?!\d)(?:\s?\(?내선\s?\d{1,5}\)?)?`),
  of('>', '->|→|⇒|=>'),
  // How large something is, and no sum: '폭 60 높이 180 29만'.
  of('Z', `${MEASURE}(?:\\s?[,x×*]?\\s?${MEASURE}){0,3}`),
  // Deposit and rent: 월세 500/55.
  counted('m', String.raw`(?<=(?:월세|반전세|보증금|임대|평)\s?)\d{2,5}\/\d{1,4}(?![\d/])`),
  // '월세 1천에 80', '보증금 1000에 50'
  counted(
    'm',
    String.raw`(?<=(?:월세|반전세|보증금)\s?)\d{1,5}(?:천|억)?\s?에\s\d{1,4}(?:만\s?원?)?(?=$|[^\d가-힣])`,
  ),
  counted('x', String.raw`[1-9]\s?\+\s?[1-9](?!\d)(?![가-힣])`),
  // From size to size: '90부터 130까지'.
  counted('c', String.raw`\d{2,3}\s?부터\s\d{2,3}\s?까지(?=$|[^가-힣])`),
  // Sizes before a sum in words: '우주복 80~90 만 9천원' costs 19,000.
  counted('#', String.raw`\d{2,3}\s?[~-]\s?\d{2,3}(?=\s만\s?(?:\d|${DIGIT})\s?천)`),
  // Of both ends of a range: '80~90만 9천원'.
  counted('m', String.raw`\d{1,4}\s?[~-]\s?\d{1,4}만\s?(?:\d\s?천\s?)?${WON_END}`),
  of('m', String.raw`\+?(?:${MONEY})(?:\s?[~-]\s?(?:${MONEY}))?${MONEY_TAIL}`),
  of(
    'p',
    String.raw`~?\s?\d{1,3}(?:\.\d)?(?:\s?[~-]\s?\d{1,3})?\s?(?:%|퍼센트|퍼(?=$|[^가-힣])|프로(?=\s?(?:할인|세일|적립|DC|OFF|off)))(?:\s?(?:이상|까지|씩)|[은는로](?=\s))?`,
  ),
  of(
    't',
    String.raw`(?:~\s?)?(?:\d{1,2}\s?[~-]\s?(?=\d{1,2}시))?${CLOCK}(?:${RANGE}(?:다음\s?날\s?|익일\s?)?${CLOCK})*${EDGE}|24\s?시간(?=$|[^가-힣]|[가-힣]{2})|24시(?=$|[^가-힣]|[가-힣]{2})`,
  ),
  of(
    'd',
    String.raw`(?:~\s?)?${DAY}(?:${RANGE}(?:${DAY}|\d{1,2}(?:일|(?!\d|[,.]\d|\s?(?:인|kg|개|[만천]|원|%)))${IN_BRACKETS}))*${EDGE}`,
  ),
  // Which of several: 두번째 잔, 2번째 안경.
  of('B', String.raw`(?:두|세|네|\d{1,2})\s?번째(?=\s)`),
  // Whom it is for: 초4~중2, 30대 초반 남녀.
  of(
    'H',
    String.raw`[초중고]등?\s?\d(?:\s?[~-]\s?[초중고]?등?\s?\d)(?:학년)?(?:만|까지|부터|이상)?(?=$|[^가-힣\d])|[초중고]\d(?:학년)?(?:만|까지|부터|이상)(?=$|[^가-힣\d])|[2-7]0대(?:\s?[~-]\s?[2-7]0대)?(?:\s?(?:초반|중반|후반|초중반|중후반))?(?:\s?(?:남녀|여성|남성|여자|남자|주부|직장인))?(?=$|[^가-힣])`,
  ),
  // So many with one who teaches: 1:1, 1:6.
  counted('c', String.raw`[1-9]:[1-9](?!\d)`),
  of('c', `${KINDS}|${ADDED_COUNT}|${COUNT}|${SPOKEN_COUNT}`),
  counted('#', String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2})?)(?![\p{L}\p{N}])`),
];
