import { ACCOUNT, DOMAIN, EMAIL, WEB_ADDRESS } from '../links.ts';

/**
 * What figures and signs of a Korean text can be, each read from where a word begins. `code` is the letter that stands for
 * it in the patterns of `chunks.ts`.
 */
interface Anchor {
  readonly code: string;
  readonly pattern: RegExp;
}

const NUMBER = String.raw`\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,2})?`;
const DIGIT = '[일이삼사오육칠팔구]';
/** What may follow the word 원: others than these make another word of it. */
const WON_END = `원(?=$|[^가-힣]|대|짜리|씩|부터|까지|이상|이하|미만|에|으로|인데|이고|이며|입|이에|예요|이요|이면|만|균일|선|정도|상당|할인|적립|쿠폰|추가|을|은|이)`;
const MONEY = [
  String.raw`₩\s?(?:${NUMBER})`,
  String.raw`[$€£¥]\s?(?:${NUMBER})`,
  String.raw`(?:${NUMBER})\s?만\s?(?:(?:${NUMBER})\s?(?:천|백)?\s?)?(?:${DIGIT}천\s?)?${WON_END}`,
  String.raw`(?:${NUMBER})\s?천\s?(?:${NUMBER}\s?백\s?)?${WON_END}`,
  String.raw`(?:${NUMBER})\s?만(?:\s?\d\s?천)?(?=\s|$|[~)/,.])`,
  String.raw`(?:${NUMBER})\s?${WON_END}`,
  String.raw`(?:${NUMBER})\s?(?:won|krw|usd|달러|엔화?|유로)(?![a-z가-힣])`,
  String.raw`(?:${NUMBER})\s?₩`,
  String.raw`(?:${NUMBER})\s?천(?=$|[\s)/,.])`,
  // Bare figures in thousands.
  String.raw`\d{1,3}(?:,\d{3}){1,3}(?![\d가-힣A-Za-z%,]|\s?[~-]\s?\d{1,3}\s?(?:명|개|인))`,
  String.raw`만\s?\d\s?천\s?${WON_END}`,
  String.raw`(?=[일이삼사오육칠팔구만천백]{1,6}\s?[일이삼사오육칠팔구만천백]{0,6}\s?원)(?:${DIGIT}?십?만\s?)?(?:${DIGIT}?천\s?)?(?:${DIGIT}?백\s?)?${WON_END}`,
].join('|');
const MONEY_TAIL = String.raw`(?:원대|대|짜리|씩|선|정도|상당)*(?:\s?(?:균일가?|이상|이하|미만|부터|까지(?!\s?[가-힣]{0,4}할인)|~(?!\d)))*(?:에서|에|으로|인데|이고|이며|입니다|이에요|예요|이요|이면|만|을|은|이)?(?=$|[^가-힣]|할인|적립|쿠폰|추가)`;

const WEEKDAY = String.raw`(?:[월화수목금토일]요일|(?<![가-힣])[월화수목금토일](?=\s?[·~\-/,(]\s?[월화수목금토일](?:요일)?(?![가-힣])))(?:\s?[·~\-/,]\s?[월화수목금토일](?:요일)?(?![가-힣]))*`;
const IN_BRACKETS = String.raw`(?:\s?\([월화수목금토일](?:요일)?\))?`;
const DATE = [
  '(?<![가-힣])(?:월화수목금토?일?|월수금?|화목토?|금토일?|토일|월화수?|수목금?|목금토?|월목|화금|수금|수토)(?:요일)?(?=$|[^가-힣]|만|은|는|에|휴무|휴진)',
  String.raw`(?:20\d\d|'?\d\d)\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}(?:\s?일|\.)?`,
  String.raw`(?:20\d\d년\s?)?\d{1,2}월\s?\d{1,2}일`,
  String.raw`(?:20\d\d년\s?)?\d{1,2}월(?:\s?(?:초순?|중순|하순|말))?(?![가-힣](?<!까|부|한|내|동|오|에|의|중|말|초|이|은|만))`,
  String.raw`\d{1,2}\/\d{1,2}(?![\d/인])`,
  String.raw`\d{2}\.\d{2}(?=까지)`,
  String.raw`\d{1,2}\s?[~-]\s?\d{1,2}월`,
  String.raw`\d{1,2}\.\s?\d{1,2}\.?(?=\s?(?:\([월화수목금토일]|[~-]|까지|부터|오픈|마감|일))`,
  String.raw`\d{1,2}일(?=\s?(?:까지|부터|[~(-]|오픈|마감|휴무|개강|출시))`,
].join('|');
const DAY = String.raw`(?:(?:${DATE})${IN_BRACKETS}|(?:매주\s?|매달\s?|매월\s?|격주\s?|(?:첫|둘|셋|넷)째\s?주?\s?|마지막\s?주?\s?)*(?:${WEEKDAY}))`;
const PART_OF_DAY = `(?:야간|심야|오전|오후|아침|점심|저녁|밤|새벽|낮|정오|자정|AM|PM|am|pm)`;
const CLOCK = String.raw`(?:(?:${PART_OF_DAY}\s?)?(?:\d{1,2}:\d{2}|\d{1,2}시(?!\s?간|[가-힣](?<!까|부|에|이|반|오|마|영|입|전|쯤|경|로|만|도|은|엔|의|소|출|체|퇴))(?:\s?\d{1,2}분|\s?반(?![가-힣](?<![부까에])))?)(?:\s?[AaPp]\.?[Mm]\.?)?|정오|자정|\d{1,2}\s?[ap]m)`;
const RANGE = String.raw`(?:\s?[~–—-]\s?|\s?부터\s?|\s?에서\s?)`;
const EDGE = String.raw`(?:\s?(?:한정|전(?=$|[\s,)])|까지만|까지도|까지|부터|이후|이전|전까지|마다|사이|중에만|중|에만|에도|에는|만|도)(?![가-힣](?<![은는라]))|은|는|에|엔|의|이|~(?!\s?\d)|~\s?소진\s?시)?`;
const COUNTER = `(?:kg|g|mg|ml|L|l|cc|cm|mm|m|학년|인분|인용|인승|인실|인석|인|명|개입|개|박스|상자|봉지|봉|병|잔|장|세트|팩|캔|마리|송이|다발|그릇|판|줄|조각|쪽|켤레|벌|대|회권|회차|회|번|홀|게임|평형|평|세|살|종|가지|매입|매|포기|포|통|단|근|되|말|두|자리|석|팀|건|컷|점|입|도|인치|권|곳|호점|기|차|위|급|수|P|p|ea|EA|pcs|분|시간|일|주차|주년|주|개월|달|년|박|절|구|코스|과목|방울|스푼|가닥|묶음|꼬치|알|모|손|타|톤|량|단계|차례|사이즈|층|호|cal|kcal|채널|자리|볼|본|드럼|글자|키로|미터|단지|방울|W|V|GB|TB|인조|배)`;
const COUNT = String.raw`(?:(?:약|만|최대|최소|총|주|월|하루)\s?(?=\d{1,3}\s?(?:세|회|개|명|시간|인|팀)))?(?:\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?)(?:\s?[~-]\s?\d{1,5})?\s?${COUNTER}(?:\s?\d{1,2}\s?일)?(?:당|간|만에|이내|내|이상|이하|미만|까지|부터|정도|마다|씩|용|짜리|들이|째|차|도|이|을|의|에|만|은|는|면|\s(?:이상|이하|미만|이내|만에|동안|한정|까지|부터|씩))*(?=$|[^가-힣A-Za-z])`;
const SPOKEN_COUNT = String.raw`(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|반)\s?(?:마리|판|그릇|잔|개|박스|상자|줄|조각|병|팩|묶음|쪽|송이|다발|켤레|벌|장|번|달|주|단|드럼|볼|포기|자루|되|말|통|캔|컵|알|살|곡|타|쌍|필|대|시간|분|명|세트|접시|모|근|가지|곳)(?:당|에|만에|씩|이상|까지|의|을|은|이|만|도)?(?=$|[^가-힣])`;

const PHONE = [
  String.raw`\+82[-.\s]?\(?0?\)?\d{1,2}[-.\s)]{0,2}\d{3,4}[-.\s]?\d{4}`,
  String.raw`\(?0\d{1,3}\)?[-.\s)]{0,2}\d{3,4}[-.\s]{1,2}\d{4}`,
  String.raw`0\d{8,10}`,
  String.raw`1[3-9]\d{2}[-.\s]?\d{4}`,
].join('|');

/** Places are named in `places.ts`. */
const of = (code: string, source: string): Anchor => ({ code, pattern: new RegExp(source, 'uy') });

/** In the order in which they are tried. */
export const ANCHORS: readonly Anchor[] = [
  of('l', `${WEB_ADDRESS}|${EMAIL}|${ACCOUNT}|${DOMAIN}`),
  of(
    'q',
    String.raw`(?:첫\s?(?:달|주|잔|회|날|고객|방문|구매|주문|등록|예약|수업|가입|이용|시술|거래|품목|메뉴|제품|상품|좌석|기종|상담|진료|체험|검사|관리|음료|회원|지점|매장|구간|객실|코스|차종|과목|시간대)|전\s?(?:고객|품목|메뉴|제품|상품|좌석|기종|음료|회원|지점|매장|구간|객실|코스|차종|과목|시간대))(?=$|[^가-힣]|에|은|는)`,
  ),
  of(
    'n',
    String.raw`(?:\d{1,2}\s?(?:일|주|시간|개월)|하루|이틀|사흘|일주일|한\s?달)\s?전(?=$|[^가-힣]|까지|부터|에)(?:까지|부터|에)?`,
  ),
  of('h', String.raw`#[\p{L}\p{N}_]{1,60}`),
  of('f', String.raw`(?:${PHONE})(?!\d)(?:\s?\(?내선\s?\d{1,5}\)?)?`),
  of('>', '->|→|⇒|=>'),
  of('x', String.raw`[1-9]\s?\+\s?[1-9](?!\d)(?![가-힣])`),
  of('m', String.raw`\+?(?:${MONEY})(?:\s?[~-]\s?(?:${MONEY}))?${MONEY_TAIL}`),
  of(
    'p',
    String.raw`~?\s?\d{1,3}(?:\.\d)?(?:\s?[~-]\s?\d{1,3})?\s?(?:%|퍼센트|프로(?=\s?(?:할인|세일|적립|DC|OFF|off)))(?:\s?(?:이상|까지|씩))?`,
  ),
  of(
    't',
    String.raw`(?:~\s?)?(?:\d{1,2}\s?[~-]\s?(?=\d{1,2}시))?${CLOCK}(?:${RANGE}(?:다음\s?날\s?|익일\s?)?${CLOCK})*${EDGE}|24\s?시간(?=$|[^가-힣]|[가-힣]{2})|24시(?=$|[^가-힣]|[가-힣]{2})`,
  ),
  of('d', String.raw`(?:~\s?)?${DAY}(?:${RANGE}(?:${DAY}|\d{1,2}일?${IN_BRACKETS}))*${EDGE}`),
  of('c', `${COUNT}|${SPOKEN_COUNT}`),
  of('#', String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,2})?)(?![\p{L}\p{N}])`),
];
