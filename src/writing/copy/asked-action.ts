import { SITE } from '../../ad/links.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';

/** What a shop may ask of those who see its ad. */
type Action = 'call' | 'book' | 'order' | 'apply' | 'ask' | 'visit' | 'link';

/** The words that ask, and those after or before them that take it back or only speak of it. */
interface Asking {
  readonly action: Action;
  readonly words: RegExp;
  /** Of these, those that ask customers to come though the shop goes to them; absent = it makes no difference. */
  readonly wherever?: RegExp;
}

/**
 * After a Korean word of asking: it is not asked for ('예약 불가', '예약 없이'), done already ('예약 마감'), or a condition
 * of something else ('주문 시', '예약 고객').
 */
const NOT_ASKED =
  /^(?:제)?(?:은|는|이|가|을|를|도)?\s?(?:말고|말구|불가|불필요|없|안\s?(?:받|됩|돼|되|합|해)|받지|못|마감|완료|종료|취소|제외|금지|아니|아님|고객|손님|회원|자(?:만|분)?(?:\s|$)|시\s|시$|시에|하면|하시면|하신|한\s|할\s?경우|금액|번호|량|량이|내역|건|당)/u;

/** Before it: '첫 방문', '재방문', '당일 방문'. */
const ONLY_TOLD = /(?:첫|재|신규|최초|기존|출장|\d\s?회|\d\s?번)\s?$/u;

/** In the order in which one goes before another on a button. */
const KOREAN: readonly Asking[] = [
  { action: 'book', words: /예약|예매/gu },
  { action: 'apply', words: /신청|접수|모집|참가|등록/gu },
  { action: 'order', words: /주문/gu },
  { action: 'ask', words: /문의/gu },
  { action: 'call', words: /전화(?!\s?(?:예약|번호|주문|상담))/gu },
  {
    action: 'visit',
    words: /방문|오세요|놀러\s?오|들러|들르/gu,
    wherever: /(?:매장|가게|전시장|쇼룸)\S{0,2}\s?방문|오세요|놀러\s?오|들러|들르/gu,
  },
];

const ENGLISH: readonly Asking[] = [
  {
    action: 'book',
    words:
      /\b(?:book (?:now|online|at|by|your|a|in|here|early|ahead|via)|reserve|reservations?|bookings?)\b/giu,
  },
  { action: 'apply', words: /\b(?:sign[ -]?up|apply|enrol(?:l)?|register|registration)\b/giu },
  { action: 'order', words: /\b(?:order (?:now|online|at|by|here|via|from|your)|pre-?orders?)\b/giu },
  { action: 'call', words: /\b(?:call|phone|ring)\b/giu },
  { action: 'ask', words: /\b(?:contact|inquir(?:e|ies)|enquir(?:e|ies)|ask us|e-?mail)\b/giu },
  {
    action: 'visit',
    words: /\b(?:visit|come (?:by|in|see)|drop (?:by|in))\b/giu,
    wherever: /\b(?:visit (?:us|our)|come (?:by|see us)|drop (?:by|in))\b/giu,
  },
];

/** The shop goes to its customers: then none of its words about a visit asks them to come. */
const GOES_TO_THEM =
  /출장|출동|방문\s?(?:수리|설치|견적|상담|수거|점검|시공|서비스|미용|세차|청소|교육|수업|과외|레슨|요양|목욕|간호|드려|드립|해\s?드|케어|접종|진료|촬영|제작|교체|세탁|시연|조율|소독|방역|합니다)|(?:당일|바로|즉시|직접|가정|현장|무료)\s?방문|찾아\s?(?:가는|갑니다|가요|가서|뵙|뵐|드)|달려\s?(?:가|갑)|(?:저희|기사|직원|선생님)\S{0,3}\s(?:직접\s)?(?:방문|갑니다|가요)|\bwe(?:['’]ll|\swill)?\s(?:come|travel|drive|go)\b(?!\sby)|\bmobile\s(?:[a-z]+\s)?(?:repairs?|groom\w*|mechanic|services?|detailing|wash|valet\w*|vet|notary|massage|barber|hair\w*|tyres?|tires?)|\b(?:at|to|in)\syour\s(?:home|door\w*|place|house|office|driveway)\b|\b(?:home|house)[ -](?:visits?|calls?|service)\b|\bon-?site\b|\bin-home\b|\bcall-?outs?\b/iu;

const NOT_ASKED_ENGLISH = /^\s?(?:not|are closed|is closed|closed|full|required$)/iu;
const ONLY_TOLD_ENGLISH =
  /\b(?:no|not|without|first|don'?t|do not|per|each|every|any)\s(?:an?\s|need\sto\s)?$/iu;

/** In scripts for which there is no other wording than the owner's own. */
const VERBATIM =
  /(?:ご予約|予約|ご注文|注文|お問い合わせ|お申し込み|预约|預約|预订|預訂|订购|訂購|咨询|諮詢|报名|報名)/u;

const BUTTONS: Readonly<Record<'ko' | 'en', Readonly<Record<Action, string>>>> = {
  ko: {
    call: '전화 문의',
    book: '예약하기',
    order: '주문하기',
    apply: '신청하기',
    ask: '문의하기',
    visit: '방문하기',
    link: '홈페이지 보기',
  },
  en: {
    call: 'Call us',
    book: 'Book now',
    order: 'Order now',
    apply: 'Sign up',
    ask: 'Contact us',
    visit: 'Visit us',
    link: 'Visit website',
  },
};

/** With a telephone number in the ad what is asked for is asked for by it. */
const BY_PHONE: Readonly<Partial<Record<Action, string>>> = {
  book: '전화 예약',
  order: '전화 주문',
  ask: '전화 문의',
};

const PHONE =
  /(?<!\d)(?:\+?\d{1,3}[\s.-]?)?\(?\d{2,4}\)?[\s.)-]\s?\d{3,4}(?:[\s.-]\d{4})?(?!\d)|(?<!\d)0\d{8,10}(?!\d)/u;

const LINKED = new RegExp(SITE, 'iu');

/** Statements that say what holds for something else; what is asked for stands in no such. */
const NEVER_ASKS: ReadonlySet<StatementKind> = new Set([
  'condition',
  'exception',
  'trade',
  'mood',
  'wish',
  'price',
  'place',
]);

/** A name asks only with its last word: '생일 케이크 예약'; not 'Phone repair', '전화중국어'. */
const NAME_ASKS = /(?:예약|예매|주문|신청|접수|모집|bookings?|reservations?|pre-?orders?)$/iu;

/** Words that a link was given under, which are a button's: '지도 보기'. */
const OF_LINKS = /^(?=.{3,12}$)[^\d]*(?:보기|하기|가기|구경)$|^(?:see|view|get|open)\s[a-z ]{3,14}$/iu;

/** The shop is closed or the thing is gone: whatever is asked for, nobody can do it. */
const CONTRADICTS =
  /품절|매진|완판|다\s?팔렸|소진되|폐업|영업\s?(?:종료|중단)|임시\s?휴[무업]|휴업|마감(?:되었|됐|했)|sold[ -]?out|closing down|closed (?:today|until|for)|out of stock|売り切れ|完売|臨時休業|售罄|停业|停業/iu;

/** The words of a button: what the owner asks for, and nothing where nothing is asked or nobody could do it. */
export function askedAction(statements: readonly Statement[]): string | undefined {
  if (statements.some(({ kind, text }) => kind !== 'wish' && CONTRADICTS.test(text))) return undefined;
  const asking = statements
    .filter(({ kind, text }) => !NEVER_ASKS.has(kind) && (kind !== 'product' || NAME_ASKS.test(text)))
    .map(({ text }) => text);
  const phone = statements.some(({ kind, text }) => kind === 'contact' && PHONE.test(text));
  const goes = statements.some(({ kind, text }) => kind !== 'wish' && GOES_TO_THEM.test(text));
  const korean = firstAsked(asking, askedWhere(KOREAN, goes), NOT_ASKED, ONLY_TOLD);
  if (korean !== undefined) return (phone ? BY_PHONE[korean] : undefined) ?? BUTTONS.ko[korean];
  const text = asking.join('\n');
  const other = VERBATIM.exec(text)?.[0];
  if (other !== undefined) return other;
  const english = firstAsked(asking, askedWhere(ENGLISH, goes), NOT_ASKED_ENGLISH, ONLY_TOLD_ENGLISH);
  if (english !== undefined) return BUTTONS.en[phone && english === 'ask' ? 'call' : english];
  const all = statements.map((statement) => statement.text).join('');
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(all)) return undefined;
  const at = statements.findIndex(({ kind, text: words }) => kind === 'contact' && LINKED.test(words));
  const before = statements[at - 1];
  if (before?.kind === 'description' && OF_LINKS.test(before.text)) return before.text;
  const linked = at >= 0;
  // '전화말고 문자'
  const calls = phone && !asking.some((words) => NO_CALL.test(words));
  const given = calls ? 'call' : linked ? 'link' : undefined;
  const isEnglish = /[a-z]/i.test(all) && !/\p{Script=Hangul}/u.test(all);
  return given && BUTTONS[isEnglish ? 'en' : 'ko'][given];
}

const NO_CALL =
  /전화\S{0,2}\s?(?:말고|말구|안\s?받|못\s?받|사절|X|x)|문자만|카톡만|톡으로만|\b(?:text|message|whatsapp) only\b|\bno (?:phone )?calls\b|\b(?:text|message)\b[^.!?\n]{0,12}\b(?:don['’]t|do not|not) call\b/iu;

const askedWhere = (asking: readonly Asking[], goes: boolean): readonly Asking[] =>
  goes ? asking.map((one) => ({ ...one, words: one.wherever ?? one.words })) : asking;

function firstAsked(
  texts: readonly string[],
  asking: readonly Asking[],
  notAsked: RegExp,
  onlyTold: RegExp,
): Action | undefined {
  return asking.find(({ words }) =>
    texts.some((text) =>
      [...text.matchAll(words)].some(
        ({ index, 0: word }) =>
          !notAsked.test(text.slice(index + word.length, index + word.length + 20)) &&
          !onlyTold.test(text.slice(Math.max(0, index - 20), index)),
      ),
    ),
  )?.action;
}
