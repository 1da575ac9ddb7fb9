import type { OccasionKind } from '../../ad/occasion-kind.ts';
import type { StatementKind } from '../../ad/statement.ts';

/** Words that say what an ad is for. */
export interface OccasionSign {
  readonly kind: OccasionKind;
  readonly pattern: RegExp;
  /** Statements with these words mean something else. */
  readonly except?: RegExp;
  /** It is what an ad is for only where the ad sells nothing. */
  readonly idle?: true;
  /** Kinds of statements that do not say it. */
  readonly not?: readonly StatementKind[];
}

const any = (...sources: readonly string[]): RegExp => new RegExp(sources.join('|'), 'giu');

const WORKER =
  '직원|알바|아르바이트|스태프|스텝|강사|기사님?|디자이너|매니저|주방|홀|서빙|홀서빙|간호사|교사|조리사|크루|파트타이머|파트타임|미용사|약사|요양보호사|경력직|신입|점원|캐셔|배달원|주방장|바리스타|동료|팀원|인턴|보조|실장';

/** A course, which opens as a shop does: 새벽반 오픈, 특강 오픈. */
const COURSE = '반|특강|클래스|강좌|강의|기수|과정|수업|캠프|교실|레슨|프로그램';

/**
 * The signs, those first that say most what an ad is for: a shop that closes down sells off too, and a class that opens
 * may be cheaper.
 */
export const OCCASION_SIGNS: readonly OccasionSign[] = [
  {
    kind: 'closing-down',
    pattern: any(
      '폐업|폐점|점포[ \\t]?정리|고별[ \\t]?(?:전|세일|판매)|마지막[ \\t]?(?:장사|영업|정리|세일)|영업을?[ \\t]?종료|문을?[ \\t]?닫게|장사를?[ \\t]?접',
      '\\bgoing out of business|\\bclosing[- ]down|\\bstore[- ]closing|\\bshop[- ]closing|\\bclosing (?:sale|for good|our doors|forever|permanently)|\\blast days? of business|\\bliquidation|\\beverything must go|\\bclosed for good',
    ),
    except: /폐업[ \t]?(?:매입|물품|가게|철거|컨설팅|신고|상담)|타[ \t]?매장[ \t]?폐업/u,
  },
  {
    kind: 'recruiting',
    pattern: any(
      `(?:${WORKER})[^,.\\n]{0,12}(?:모집|구인|구합|구해|구함|채용|뽑|찾습니다|찾아요|모십니다|급구)`,
      '구인|채용|급구|함께[ \\t]?일(?:할|하실)|동호회[^,.\\n]{0,8}모집|시급[ \\t]?\\d',
      '\\bhiring\\b|\\bjoin our team\\b|\\b(?:staff|help) wanted\\b|\\bjob (?:opening|vacanc|offer)|\\bvacanc(?:y|ies) for\\b|\\brecruiting\\b|\\bwe need an? (?:waiter|barista|cook|chef|driver|assistant|stylist|cleaner)',
    ),
    except:
      /채용[ \t]?(?:대행|컨설팅|상담)|파견|인력[ \t]?사무|면접[ \t]?(?:정장|메이크업)|\b(?:recruitment|staffing) agency/iu,
  },
  {
    kind: 'purchase',
    pattern: any(
      '매입|삽니다|사들입|사드려요|사드립니다|고가로[ \\t]?삽',
      '\\bwe buy\\b|\\bcash for (?:gold|your|old|used|cars?|phones?)|\\bsell us your\\b|\\bsell your [a-z ]{1,30} to us',
    ),
    except: /매입도|매입가|매입[ \t]?원가|buy (?:one|two|\d)/iu,
  },
  {
    kind: 'season-opening',
    pattern: any(
      '(?:시즌|여름|겨울|봄|가을|올해|20\\d\\d)[^,.\\n]{0,10}(?:오픈|개장|개막|개시|시작(?![ \\t]?가))|개장(?![ \\t]?시간)|개막|(?:스키장|수영장|해수욕장|캠핑장|물놀이장|눈썰매장|썰매장|빙상장|워터파크|야외[가-힣]{1,4}|루프탑|테라스)[ \\t]?(?:오픈|개장)|개시(?:했|합|해|!|$|[ \\t])',
      '\\bseason (?:opens|opening|starts|begins|is open|opener|kicks off)|\\bopen(?:s|ing)? for the season|\\bopening of the season|\\bback for (?:the season|spring|summer|autumn|fall|winter)|\\b(?:pool|slopes|rink|beach|patio|terrace|rooftop) (?:opens|is now open|reopens)',
    ),
    except: /시간[ \t]?(?:제|:)|여름방학|겨울방학|학기/u,
    not: ['condition'],
  },
  {
    kind: 'class',
    pattern: any(
      `(?:${COURSE})[ \\t]*(?:신규[ \\t]*|그랜드[ \\t]*)?(?:오픈|개강|모집|개설|시작|접수)`,
      '개강|수강생|수강[ \\t]?신청|원생[ \\t]?모집|관원[ \\t]?모집|신입생[ \\t]?모집|회원[ \\t]?모집|참가자[ \\t]?모집',
      '\\b(?:now enrol+ing|enrol+ing now|enrol+ment (?:is )?(?:now )?open|registration (?:is )?(?:now )?open|sign-?ups? (?:are |is )?(?:now )?open)\\b',
    ),
    except: /할인[ \t]?반|절반/u,
    not: ['notice'],
  },
  {
    kind: 'opening',
    pattern: any(
      '(?:그랜드|가|신규|새로|확장|정식|드디어|리뉴얼|재)[ \\t]?오픈|개업(?![ \\t]?(?:식[ \\t]?)?(?:축하[ \\t]?)?(?:화환|화분|떡|난|꽃|선물|답례|수건|케이크|현수막|뷔페|출장|케이터링|컨설팅|도우미))|개점|개원(?!의)|문을[ \\t]?열|새롭게[ \\t]?오픈',
      // Not the hours that it is open, nor what is opened for bookings, nor an open kitchen or chat.
      '(?<!예약[ \\t]?|티켓[ \\t]?|예매[ \\t]?|접수[ \\t]?|판매[ \\t]?|링크[ \\t]?|공구[ \\t]?|주문[ \\t]?|메뉴[ \\t]?|시간[ \\t]?|매일[ \\t]?|휴일[ \\t]?|말[ \\t]?|평일[ \\t]?|벽[ \\t]?|무휴[ \\t]?|요일[ \\t]?|공휴일[ \\t]?|24시[ \\t]?|24시간[ \\t]?|라인[ \\t]?)오픈(?![ \\t]?(?:시간|런|키친|채팅|채널|카톡|톡|형|마켓|북|소스|워터|샌드위치|카|스튜디오|백|토|예약|주방|[~∼-]|오전|오후|아침|\\d{1,2}[ \\t]?(?:시|:)))',
      '\\bgrand opening\\b|\\bopening (?:day|soon|sale|special|event|offer|week|party|ceremony|on|this|next|in|tomorrow|today|[a-z]{3,9} \\d)|\\bsoft opening\\b|\\bnow open\\b|\\bnewly opened\\b|\\bjust opened\\b|\\bwe (?:have |just )?opened\\b|\\bopens (?:on |this |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\b|\\bis opening\\b|\\bnew (?:shop|store|branch|location|cafe|salon|restaurant|studio)\\b|\\bre-?opening\\b|\\bgrand re-?opening\\b',
    ),
    except:
      /시즌|(?:오전|오후|아침|새벽)?[ \t]?\d{1,2}[ \t]?(?:시|:\d\d)(?:[ \t]?반|[ \t]?\d{1,2}분)?(?:에|부터)?[ \t]?오픈(?!식|행사|이벤트)|\bnow open (?:daily|until|till|from|on (?:sun|mon|week)|\d|late|24|weekends|7 days)|\bopening hours?\b|\bbookings? (?:now )?open\b|\bopening (?:ceremony|day|party)?\s?(?:flowers?|wreath|cakes?|gifts?|cards?|banners?|balloons?|ribbons?|decorations?|catering)\b/iu,
    not: ['condition'],
  },
  {
    kind: 'notice',
    pattern: any(
      '가격[ \\t]?(?:인상|조정|변경)|인상[ \\t]?안내|이전[ \\t]?안내|휴무[ \\t]?안내|임시[ \\t]?휴(?:무|업|점|진)',
      "\\bprice (?:increase|change)|\\bwe(?:'ve|’ve| have)? moved\\b",
      // What is called back, and not what is taken away for its owner.
      '리콜|자진[ \\t]?회수|(?<!(?:무상|무료|방문|출장|병|용기|박스|고철|배터리|헌[ \\t]?옷|폐[가-힣]{1,5}|가전|반품)[ \\t]?)회수[ \\t]?(?:안내|공지|합니다|해요|조치|대상)|\\brecall(?:s|ed|ing)?\\b(?! (?:your|the (?:days|time)))',
    ),
  },
  {
    kind: 'notice',
    pattern: any(
      '임시[ \\t]?휴(?:무|업|점|진)|휴업|휴무(?:입니다|예요|에요|합니다|[ \\t]?(?:안내|공지))|이전[ \\t]?(?:안내|공지|했|합니|하였|해요|하게)|옮겼|옮깁|가격[ \\t]?(?:인상|조정|변경)|인상[ \\t]?안내|시간[ \\t]?(?:변경|단축)[ \\t]?안내|영업시간(?:이|을)?[ \\t]?(?:변경|바뀌|단축)|공지|안내드립니다|공사로|공사[ \\t]?(?:안내|중)|소진(?:으로|되어|됐)|(?:다[ \\t]?)?(?:떨어졌|팔렸)(?:어요|습니다|네요)|조기[ \\t]?마감|양해|죄송|쉽니다|쉬어요|쉬어갑니다|예약[ \\t]?마감|(?:\\d{1,2}/\\d{1,2}|\\d{1,2}일)(?:\\([월화수목금토일]\\))?[ \\t]?(?:휴무|휴진)|휴무[ \\t]?\\d{1,2}[/월]|휴가[ \\t]?(?:다녀|갑니다|가요|입니다|기간|안내|로|중)|없앱니다|없애요|단종|판매[ \\t]?(?:중단|종료)|(?:메뉴|판매)[^\\n]{0,14}(?:뺍니다|빼요|끝냅니다|내립니다|사라집니다)',
      '\\d{1,2}[ \\t]?(?:월|/)[ \\t]?\\d{1,2}[ \\t]?일?[^,.\\n]{0,16}휴(?:관|무|진|원|장|강|업)|\\d일?[ \\t]?문을?[ \\t]?닫(?:아|습|게)',
      // What was, and what is now: hours, closed days, and where a shop is.
      '(?:\\d[ \\t]?시|:\\d\\d|시간|휴무일?|요일)[^\\n]{0,24}(?:바뀝|바뀌|바꿉|변경|당겨|당깁|앞당|늦춥|늦춰|줄어|줄입|단축)|(?:인데|는데|다가|하던 거|하던 것)[ \\t][^\\n\\d]{0,12}\\d{1,2}(?:시|:\\d\\d)[^\\n]{0,16}(?:엽니|열어|닫|합니다|해요)|이사(?:했|합니다|해요|왔|갔|하게)',
      '(?:자리|장소|매장|건물|상가|점|층|문|앞|옆|뒤|안)\\)?[ \\t]?(?:말고|아니고|아니라)[ \\t][^\\n]{1,40}(?:오세요|오시면|와[ \\t]?주|입니다)',
      '\\b(?:hours?|times?|sessions?)\\b[^.\\n]{0,24}\\b(?:chang|mov|extend|cut|shorten|shift|reduc|updat)|\\b(?:open|clos)[a-z]*\\b[^.\\n]{0,24}\\b(?:instead of|rather than)\\b|\\b(?:usually|normally|used to)\\b[^.\\n]{0,40}\\b(?:clos|open)|\\b(?:is|are|re) (?:no longer|not) (?:at|on|in)\\b|\\b(?:has|have) (?:moved|relocated)\\b|\\b(?:moved|moving|relocat(?:ed|ing)) (?:from|to)\\b',
      "\\bwe(?:'|’)?(?:re| are| will be)[ \\t](?:temporarily[ \\t])?closed\\b|\\bwill (?:be (?:temporarily )?closed|move)\\b|\\bmoves to \\d|\\bclosed (?:for|from|until|on the|dec|jan|this)\\b|\\bwe(?:'ve|’ve| have)? (?:are )?mov(?:ed|ing)\\b|\\bnew (?:hours|address)\\b|\\bprice (?:increase|change)|\\bsorry\\b|\\bapologi[sz]e|\\btemporarily closed\\b|\\bsold out today\\b|\\bplease note\\b|\\bclosed (?:on |from |until |till )?(?:the )?(?:\\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|today|tomorrow|all (?:week|month)|next)|\\bno class(?:es)?\\b|\\b(?:dropping|removing|discontinu\\w+|taking)\\b[^.\\n]{0,40}\\b(?:menu|off sale)\\b|\\bdiscontinued\\b|\\bno longer (?:sell|sold|serv|offer|mak)",
    ),
    idle: true,
    not: ['condition', 'price', 'offer'],
  },
  {
    kind: 'sale',
    pattern: any(
      '할인|세일|특가|시즌[ \\t]?오프|\\d[ \\t]?\\+[ \\t]?\\d|반값|반액|\\d+[ \\t]?%|떨이|이월[ \\t]?상품|\\d[ \\t]?개[ \\t]?더|[1한][ \\t]?(?:장|판|병|잔|봉|마리|개|줄|벌|켤레|통|팩|캔)[ \\t]?더|균일가|초특가|파격|(?<=\\d|만|천|백)원?[ \\t]?(?:→|->|=>|>)[ \\t]?\\d|사면[ \\t]?(?:하나|한|[1-9](?!\\d{0,5}[ \\t]?[만천원]))',
      '\\bsales?\\b(?! (?:assistant|staff|rep|team|person|manager))|\\b\\d+[ \\t]?% ?(?:off|discount)|\\bhalf[- ]price|\\bhalf off\\b|\\bdiscounts?\\b|\\bclearance\\b|\\bbogo\\b|\\bbuy (?:one|two|three|\\d)[^,.\\n]{0,12}get\\b|\\boff\\b(?= |$)(?<=(?:%|\\$\\d+|percent) off)|\\bwas [$€£₩]?\\d[\\d.,]*\\b(?![ \\t]?(?:[:–-]|[ap]\\.?m))|\\bmarked down\\b|\\bspecial offer\\b|\\bmoney off\\b',
    ),
    except:
      /\bfor sale\b|100[ \t]?%[ \t]?(?:국산|국내산|순|천연|수제|메밀|한우|면|cotton|pure|organic|natural|beef|wool|예약제|예약|환불|보장|당첨|수작업|핸드메이드|직접|자연산|무농약)|함량|수수료|할증|위약금|자부담|본인[ \t]?부담|국비|배움카드|\bfunded\b|\bpay \d|%[ \t]?(?:추가|할증|환불)|환불[ \t]?\d+[ \t]?%|(?:농도|카카오|효율|습도|배터리|완충|파과|당도)[ \t]?\d+[ \t]?%/iu,
  },
  {
    kind: 'new',
    pattern: any(
      '신(?:메뉴|상품|제품|상|작|간|곡|차|테마)|새[ \\t]?(?:메뉴|상품|제품|테마|맛|책|향|옷|컬렉션)|출시|런칭|론칭|새로[ \\t]?(?:나|들|출|선)|신규[ \\t]?(?:입고|출시|메뉴|상품|테마)|입고|첫[ \\t]?선|선보|신차[ \\t]?출고',
      '\\bnew(?:ly)?\\b(?! (?:customers?|members?|clients?|patients?|students?|year|york|zealand|hours|address|one\\b|hope))|\\bnow available\\b|\\bintroducing\\b|\\blaunch(?:ing|ed|es)?\\b|\\bjust in\\b|\\bjust arrived\\b|\\bback until\\b|\\bfirst time\\b|\\bnow serving\\b',
    ),
    except: /재입고[ \t]?알림|[은는][ \t](?:\S{1,5}[ \t])?입고|\b(?:like|good as) new\b/iu,
    not: ['condition', 'audience', 'schedule'],
  },
  {
    kind: 'event',
    pattern: any(
      '이벤트|(?<![은현])행사(?!장|용)|경품|추첨|페스티벌|축제|플리마켓|벼룩시장|북토크|낭독회|전시회|공연|콘서트|팝업|파티(?!룸|용|션|시|쉐)|체험단[ \\t]?모집|응모|럭키[ \\t]?드로우|공모|대회|시음회|시식회|설명회',
      '\\bevents?\\b|\\bgiveaway|\\braffle|\\bprizes?\\b|\\bfree gifts?\\b|\\bpop-?up\\b|\\bfestival|\\blive music|\\bconcert|\\bexhibition|\\bopen mic|\\bquiz night|\\bmeet[- ]and[- ]greet|\\bbook (?:talk|signing)|\\bgame night|\\bcontest|\\btournament|\\bopen house\\b|\\bopen day\\b',
    ),
    not: ['condition', 'place'],
  },
  {
    kind: 'class',
    pattern: any(
      '클래스(?![ \\t]?(?:가|는)?[ \\t]?다르)|강습|레슨(?!비)|수업|강좌|특강|원데이|교실|만들기|체험[ \\t]?(?:수업|교실)|과외|[가-힣]{1,6}반(?=[ \\t,.!~]|$)(?<!카라반|선반|소반|쟁반|자반|등반|나침반|건반|골반|지반|백반|절반|후반|초반|전반|일반|동반|반반|시 ?반|음반|밥반)',
      '\\bclass(?:es)?\\b|\\blessons?\\b|\\bworkshops?\\b|\\bcourses?\\b|\\bboot ?camp\\b|\\btutoring\\b|\\btutorials?\\b',
    ),
    except:
      /\b(?:first|business|economy|world)[- ]class (?:service|seat|ticket)|\b(?:three|four|five|\d)[- ]courses?\b/iu,
    not: ['condition', 'notice'],
  },
  {
    kind: 'rental',
    pattern: any(
      '(?<!(?:신발|수건|가운|라켓|장화|락커|사물함|구명조끼|실내화|양말)[ \\t]?)대여(?!료|[ \\t]?(?:포함|무료))|렌탈|렌트|빌려|대관|임대(?!료)|대절',
      '\\brentals?\\b|\\bfor rent\\b|\\bto rent\\b|\\bhire\\b(?!d)|\\brent an?\\b|\\bfor lease\\b|\\bfor hire\\b|\\bto let\\b',
    ),
    not: ['condition', 'notice'],
  },
  {
    kind: 'repair',
    pattern: any(
      '(?<!정|도)수리|수선(?![ \\t]?평생)|밑창|창갈이|굽갈이|조율|복원|(?:액정|배터리|유리|단자|체인|오일|패드|타이어|필름|부품)[ \\t]?교[체환]|교체(?![ \\t]?시)|리폼|고쳐|천갈이|펑크|누수|침수',
      '\\brepair(?:s|ed|ing)?\\b|\\bfix(?:ed|es|ing)?\\b|\\breplaced\\b|\\breplacement\\b|\\btun(?:ing|ed)\\b|\\balterations?\\b|\\bhemm(?:ed|ing)\\b|\\bresol(?:e|ed|ing)\\b|\\bmend(?:ed|ing)\\b|\\brestor(?:ed|ation)\\b|\\blocksmith\\b',
    ),
    except: /\bfixed (?:price|rate)|수리[ \t]?완료/iu,
    // What is mended for nothing comes with what is sold.
    not: ['condition', 'notice', 'offer'],
  },
];
