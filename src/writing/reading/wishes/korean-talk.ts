import type { Segment } from '../statements/segment.ts';
import { koreanParts } from './korean-parts.ts';
import { ARTEFACT } from './korean-phrases.ts';

/** What a designer has to do with. */
const OF_DESIGN =
  /(?:정사각형?|세로형|가로형|시안|글씨|글자|텍스트|폰트|글꼴|서체|배경|바탕|그림|사진|이미지|일러스트|로고|레이아웃|분위기|느낌|무드|감성|컨셉|색감|색상|색깔|색|톤|컬러|이모지|이모티콘|여백|테두리|제목|헤드라인|타이틀|본문|문구|카피|버튼|정렬|구도|아이콘|캐릭터|삽화|표현|단어|얘기|이야기|언급|내용|자리)(?:체|지)?(?:은|는|이|가|을|를|도|만|에|의|로|으로|에는|이되|이면서|이지만|이면|이었으면|으로요|로요|같은\s?거|같은\s?것|\s?같은)?(?=$|[\s.,!])/u;

/** What is done about it. */
const ASKED =
  /(?:(?:넣|빼|쓰|써|비워|만들|그려|맞춰|바꿔|살려|배치|정렬|꾸며|표현|디자인|통일|강조|반영|참고|신경|적어|올려|해|하|두|되|나오|보이|들어가)[가-힣]{0,4}\s?(?:주세요|주셔요|주시고|주시면\s?\S{0,8}|줘요?|주실\S{0,6}|말고요?|말아\s?\S{1,8}|마세요|마시고|두세요|두시고|둬\S{0,3}|않게|않도록|부탁\S{0,6}|지\s?않\S{1,6}|좋겠\S{0,6}|게))|(?:부탁|좋겠|좋을\s?것|싶|원해|원합|되면|하면)\S{0,8}(?:\s?\S{1,4})?$|(?:하|스럽|지|띄|크|작|쁘|있|나|얗|밝|둡|진|굵|얇|보이|않)게(?:요)?$|(?:정렬|중앙|가운데|왼쪽|오른쪽|위주|중심|배경|바탕|글씨|톤|느낌|분위기|색)(?:으로|로|에)(?:요|만)?$|(?:느낌|분위기|톤|감성)(?:이되|이면서|인데|이지만|으로\S{0,2})$/u;

/** What a shop tells its customers. */
const OF_A_SHOP =
  /\d\s?(?:원|만|천|%)|무료|할인|증정|제작|인화|출력|판매|예약|배송|시공|촬영|수업|드려요|드립니다|드림|해\s?드|보내\s?주|문의|가져|챙겨|가능|불가|포함|별도|됩니다$|돼요$/u;

const of = (source: string): RegExp => new RegExp(source, 'u');

const SELF = '(?:제가|저는|전|저희가|저희는|저희도?|우리가|우리는)';

/** What owners tell a designer of themselves, of what was before, and of how it is to be gone about. */
const TALK: readonly RegExp[] = [
  // 저번에 만들어주신 거 너무 좋았어요; 이번에도 비슷하게 부탁드려요
  /(?:저번|지난번|전번|예전|이전|먼저)(?:에|에는|엔)?\s.{0,20}(?:만들어|제작해|해\s?주신|해주신|주신|작업|맡겼|맡긴|보내주신)/u,
  /(?:이번|요번)(?:에도|에는?|엔|건|거는?|\s?건은?)\s.{0,20}(?:부탁|비슷|똑같|그대로|만들어|맡기)/u,
  // 올해는 매출이 영 안나와서요
  /(?:매출|장사|손님|매상|경기)\S{0,3}\s.{0,14}(?:안\s?나|안\s?되|안\s?돼|안\s?오|없어|없네|줄|떨어|뜸|적어|적네|힘들|나빠|안좋|별로)\S{0,3}(?:서요|네요|어요|아요|요|데요?|습니다|니다|서)(?=[\s.,!?~]|$)/u,
  // 이거 누구한테 말해야되나요
  /(?:누구|어디|어떻게|뭐라고|뭘)\S{0,3}\s.{0,14}(?:말|하|해|써|쓰|적|보내|올리|올려|부탁)\S{0,4}\s?(?:되나요|돼요|되죠|되는지|될까요|하나요|할까요|하죠|할지|되는\s?거)/u,
  // 사장님~ 아니고 제가 사장이에요; 카페 3년차 사장인데요
  of(
    String.raw`${SELF}\s(?:\S{1,8}\s)?(?:사장|주인|점장|대표|원장)(?:이에요|예요|에요|입니다|인데요?|이고요?|이구요?)`,
  ),
  /(?:\d{1,2}년\s?차|초보|새내기|왕초보)\s?(?:사장|점주|자영업자|주인|원장)(?:님)?(?:이에요|예요|에요|입니다|인데요?)/u,
  // 사진은 없으니까 알아서 예쁘게 …
  /(?:사진|이미지|로고|그림|간판)(?:은|는|이|도)?\s?(?:따로\s|아직\s)?없(?:으니까?|어서|는데|고|습니다|어요)/u,
  /(?:^|\s)(?:알아서|적당히)\s(?:\S{1,8}\s){0,2}(?:해|만들|부탁|꾸며|예쁘|이쁘|잘|멋)\S{0,8}/u,
  // 이것만 들어가면 돼요; 다른 문구는 넣지 말아주세요
  /(?:^|\s)(?:이것|이거|이대로|요것|이\s?내용|이\s?문구|여기까지)(?:만|들만)?\s(?:\S{1,6}\s){0,2}(?:들어가|넣|쓰|써|적|나오|하)\S{0,4}\s?(?:되|돼|주|면)\S{0,5}/u,
  /다른\s?(?:문구|글|글씨|내용|말|글자|멘트)\S{0,2}\s(?:\S{1,6}\s)?(?:넣지|쓰지|빼|추가|적지|말)\S{0,4}/u,
  // 배너 2개 필요한데 일단 하나만요
  of(
    String.raw`^${ARTEFACT}\s?(?:\d|한|두|세|몇)?\s?(?:개|장|컷|건|종)?(?:이|가|를|을|도)?\s?(?:필요|만들|제작|부탁|의뢰)\S{0,8}`,
  ),
  /^(?:일단|우선)\s(?:하나|한\s?장|1장|한\s?개)만?(?:요|이요|부탁\S{0,6})$/u,
  // 나머지는 그대로요; 번거로우시겠지만 저번 시안에서 가격만 바꿔주세요
  /^나머지(?:는|도)?\s?(?:그대로|똑같이|알아서)\S{0,4}$|시안\S{0,3}\s.{0,14}(?:바꿔|수정해|고쳐)\s?(?:주|줘)/u,
  // 급하게 오늘 저녁까지 필요해요
  /(?:급하게|급히|빨리|오늘|내일).{0,14}(?:필요(?:해요|합니다)|부탁\S{0,6}|돼야\S{0,4}|될까요)$/u,
  // 전단지요; 형 이거 광고 좀 만들어줘
  of(
    String.raw`^${ARTEFACT}(?:이?요|입니다|이에요|예요)$|^(?:\S{1,4}\s)?(?:이거|요거|이것)\s.{0,8}${ARTEFACT}.{0,6}(?:만들어|해)\s?(?:줘|주라|주세요)\S{0,2}$`,
  ),
  // 이 정도만요; 이렇게만 넣어주세요
  /^(?:이|요)\s?(?:정도|만큼)만?(?:요|이요|으로요?)?$|이렇게만?\s(?:\S{1,4}\s)?(?:넣어|써|적어|해)\s?\S{2,4}$/u,
  // 사장님~, 디자이너님
  /^(?:안녕하세요|안녕하십니까|반갑습니다)?\s?(?:사장님|디자이너님?|담당자님|작가님|선생님)(?:들)?$/u,
  // 세로로 길게 9:16 릴스 커버요
  /^(?:(?:세로|가로|정사각|정방|길게|크게|이번|급한|\d{1,2}:\d{1,2})(?:형|로|으로|엔)?\s){0,3}(?:릴스|쇼츠|유튜브|피드|스토리|블로그|인스타)\s?(?:커버|표지|썸네일|배경|이미지|광고|용)(?:이?요|입니다|이에요|예요)?$/u,
  // 급해서 그런데 오늘 안에 될까요
  /(?:오늘|내일|빨리|급하게|언제)\S{0,3}\s.{0,8}(?:될까요|되나요|가능할까요|받을\s?수\s?있)/u,
  // 제가 글을 잘 못써서요
  of(String.raw`${SELF}\s.{0,14}(?:잘\s?몰라|모르|못써|못\s?써|처음이|서툴|컴맹)\S{0,6}`),
  /^(?:아\s)?(?:그리고|참|참고로)?\s?(?:효능|약효|효과|가격|전화번호|주소|이름)\s?(?:얘기|이야기|언급|말|표현|내용)?(?:은|는|을|를)?\s(?:빼|넣지|쓰지|적지)\S{0,4}(?:\s\S{1,6})?$/u,
  // 목적은 …, 타겟은 … stand in their own patterns; a look alone: 근데 좀 고급지게
  /^(?:(?:근데|그리고|그냥|좀|너무|아주|최대한|되도록|전체적으로|대신|약간|살짝)\s){1,3}(?:[가-힣]{1,6}(?:하고|고|며)\s)?[가-힣]{1,6}(?:하|스럽|지|있|나|띄|쁘|멋|롭)게(?:요|만\S{0,3})?$/u,
];

/** A part of a layout with where or how large it is to stand: '제목 크게 가운데'. */
const PLACED =
  /^(?:제목|글씨|글자|가격|로고|텍스트|폰트|사진|상호|이름|날짜|전화번호)(?:은|는|을|를|만)?\s(?:(?:제일|더|좀|아주)\s)?(?:(?:크게|작게|굵게|진하게|가운데|중앙|위에|아래에?|왼쪽|오른쪽|상단|하단|맨\s?위|정렬|에)\s?){1,4}(?:으로|로|요|이요)?$/u;

/** Words that only begin what is said, as it is dictated or typed. */
const FILLERS =
  /(?<=^|[.!?\n,]\s?|[요다고데]\s)(?:(?:음+|어+|흠|그니까|그러니까|암튼|아무튼|여튼|저기요?|아\s맞다|아참)(?:,|\.{2,3})?\s)+(?=\S)/gu;

/** What only frames quoted or listed words: '내용은 “…”', '본문에 …', '“…” 으로 해주시고', '내용 - …'. */
const FRAMES =
  /(?<=[가-힣])이?라는\s?(?:거|것|점|걸)(?:을|를)?\s(?:꼭\s)?(?:강조|넣어|써|적어|알려)\S{0,3}\s?(?:주시고요?|주세요|주시면\s?\S{1,4})|[가-힣A-Za-z]{1,10}(?:\s(?:얘기|이야기|말|언급|사진|그림))?(?:은|는|도|을|를)\s?(?:빼\s?주(?:시고요?|세요|셔요)|넣지\s?(?:마세요|말아\s?주세요|마시고))|["“'‘][^"”'’\n]{2,30}["”'’]\s?이?라는\s(?:글|말|문구|내용)(?:은|는)?\s말고|(?<=[가-힣\d원만])\s(?:나오게|들어가게|보이게)\s?(?:해\s?)?주세요|\s(?:하려고|할려고|하고자)\s?(?:하는데요?|합니다|해요|하거든요)|(?:크게\s)?[가-힣A-Za-z]{1,12}이?라고\s(?:크게\s)?(?:써|적어|넣어)\s?(?:줘|주세요)(?:요)?|(?<=[/\n]\s?|^)(?:상품(?:명)?|제품(?:명)?|업종|홍보\s?내용|내용|행사\s?내용)\s?:\s|(?<=[/\n]\s?|^)(?:요청\s?사항|요청|톤|분위기|느낌|디자인)\s?:\s[^\n]{1,60}$|(?<=^|\n)\[(?:요청|의뢰|광고|문의)\]|(?<=[/\n,.]\s?|^)문구(?:는|:)?\s(?=["“'‘])|(?<=^|[.!?\n]\s?)이번에\s[^.!?\n\d]{2,20}[서라데]\s(?=(?:알리는|홍보|광고)?\s?(?:포스터|배너|전단|광고|안내|현수막|이미지))|(?<=^|[.!?\n,]\s?|[요다줘]\s)(?:나|저|제가|저희)\s(?=[가-힣]{1,8}\s장사)|(?<=[가-힣])\s장사\s(?:시작했\S{1,3}|하고\s?있\S{1,3}|해요|합니다)|(?<=^|[.!?\n]\s?|[요다]\s)이번\s(?:건은?|거는?|광고는?|행사는?)\s(?=[가-힣])|(?<=^|[.!?\n]\s?|[요다]\s)업종(?:은|:)\s(?:\S{1,10}(?:이|은)?\s?아니(?:고|라)\s)?|(?<=^|[.!?\n,]\s?|[요다음어까튼]\s)(?:저희가?|저희는|우리는?|제가|여기는?)\s(?=[가-힣]{1,10}\s(?:하는|파는|만드는|굽는|끓이는)\s(?:집|가게|곳|식당)(?:인데|이에|예요|입니다))|(?<=[가-힣])(?<![만은는도])\s(?:하는|파는|만드는|굽는|끓이는)\s(?:집|가게|곳|식당)(?:인데요?|이에요|예요|입니다)(?=[\s,.!?]|$)|(?<=^|[.,!?\n]\s?|[고요]\s)(?:내용|문구|본문|들어갈\s?(?:말|내용|문구))(?:은|는|에는?|엔)?(?:\s[-–:]|:)?\s(?=["'“‘「『]|(?<=본문에는?\s|[-–:]\s))|(?<=["'”’」』])\s?(?:이?라고|으?로|을|를)\s?(?:해|써|넣어|적어|크게)\s?(?:주시고요?|주세요|주시면\s?\S{1,4}|줘요?|주고)/gu;

/**
 * What is said in Korean to the designer and not to the shop's customers, sentence by sentence: what it speaks of and what
 * is asked about it tell it, whatever its words.
 */
export function koreanTalk(
  text: string,
  namesGoods: (start: number, end: number) => boolean = () => false,
): readonly Segment[] {
  const found: Segment[] = [];
  const brief = BRIEF.test(text);
  for (const { start, end } of koreanParts(text)) {
    const said = text.slice(start, end).replace(/[\sㄱ-ㅎㅏ-ㅣ~^!.,?;:)]{1,12}$/u, '');
    const from = brief && tellsNothing(said) && !namesGoods(start, start + said.length) ? 0 : talkFrom(said);
    if (from !== undefined) found.push({ kind: 'wish', start: start + from, end: start + said.length });
  }
  for (const pattern of [FILLERS, FRAMES])
    for (const { index, 0: words } of text.matchAll(pattern))
      found.push({
        kind: 'wish',
        start: index + words.length - words.trimStart().length,
        end: index + words.trimEnd().length,
      });
  return found;
}

/** Whether a text speaks to a designer at all. */
const BRIEF = new RegExp(
  String.raw`${ARTEFACT}[^\n]{0,40}(?:부탁|만들|해\s?주|제작|필요|쓸|올릴|용이에요|용으로)|(?:강조|디자인|표현|넣어|써|적어)(?:해)?\s?주(?:세요|시고|시면)|디자이너|부탁\s?드[려립]|올릴거`,
  'u',
);

/** Words of what a shop tells its customers. */
const FACT =
  /\d|주차|예약|휴무|휴업|쉬[어는]|쉽니|쉼|포장|배달|주문|할인|무료|증정|서비스|영업|오픈|마감|품절|한정|선착순|가능|불가|포함|별도|있[음어습]|없[음어습]|문의|전화|카톡|택배|배송|이벤트|메뉴|출시|모집|구합|구해|환불|교환|현금|카드|가격|맛|재료|국산|직접|수제|옮|이전|이사|갑니다|오세요|드려요|드립니다|받아요|받습니다|팔아요|팝니다|첫|요일|오전|오후|시간|층|역|앞|옆|매장|동반|출입|금지|필수|지참|챙겨|가져|입장|환영|특강|수업|판매|시작|매일|주말|평일|방문|인분|세트|리필|추가|무한|출장|수리|상담|체험/u;

/** How a sentence ends that is said to somebody. */
const SAID = /(?:[요죠]|니다|[서라데]요?|겠지만)$/u;

/** In a request to a designer: a sentence without a fact, a figure or a thing. */
const tellsNothing = (said: string): boolean =>
  said.length <= LONGEST && /[가-힣]{2}/u.test(said) && SAID.test(said) && !FACT.test(said);

/** Longest sentence that is looked at, in UTF-16 units. */
const LONGEST = 80;

/** Where in a sentence it begins to speak to the designer; undefined where it does not. */
function talkFrom(said: string): number | undefined {
  if (said.length > LONGEST || !/[가-힣]{2}/u.test(said)) return undefined;
  if (TALK.some((pattern) => pattern.test(said)) && !/\d\s?(?:원|만원|천원|%)/u.test(said)) return 0;
  if (PLACED.test(said)) return 0;
  const words = [...said.matchAll(/\S+/gu)];
  const at = words.findLastIndex(({ 0: word }) => OF_DESIGN.test(word));
  const tail = said.slice(words[at]?.index ?? 0);
  if (at < 0 || words.length - at > REACH || !ASKED.test(tail) || OF_A_SHOP.test(tail)) return undefined;
  // '어르신들이 보실거라 글씨 크게 부탁드립니다'
  if (
    /(?:거라서?|거니까|라서|으니까)$/u.test(words[at - 1]?.[0] ?? '') &&
    !/\d/u.test(said.slice(0, words[at]?.index))
  )
    return 0;
  let from = at;
  while (from > 0 && SAYS_MORE.test(words[from - 1]?.[0] ?? '')) from -= 1;
  // '갈매기 그림': a noun says of what the picture is.
  const noun = words[from - 1]?.[0] ?? '';
  // '신청서에 사진을 넣어 주세요' is asked of customers.
  if (
    /에(?:다|는|도)?$/u.test(noun) &&
    !/^(?:배경|구석|왼쪽|오른쪽|가운데|위|아래|옆|뒤|앞|중앙|상단|하단)/u.test(noun)
  )
    return undefined;
  if (
    from > 0 &&
    /^(?:그림|사진|이미지|로고|아이콘|캐릭터|삽화|얘기|이야기|언급|표현|단어|내용)/u.test(
      words[at]?.[0] ?? '',
    ) &&
    /^[가-힣]{1,6}$/u.test(noun)
  )
    from -= 1;
  return words[from]?.index;
}

/** Most words from what is spoken of to the end of the wish. */
const REACH = 7;

/** Words that say more of what stands behind them. */
const SAYS_MORE =
  /(?:[한운은는쁜된진든린런큰찬]|적인|스런|하고|(?<!광)고|며|게|의|좀|너무|아주|약간|살짝|최대한|전체적으로|되도록|근데|그리고|대신|색)$/u;
