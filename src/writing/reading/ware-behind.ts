/**
 * What a thing is a part of, or what is the matter with it, is not what is sold: '싱크대 냄새', '자전거 부품'; and a meal of it
 * is served. What it is kept, cut, made or washed with, put in or told by is a ware of its own: '반찬통', '와인잔', '빵 칼'.
 */
const WARE =
  /^(?:\s(?:[가-힣]{1,4}\s)?(?:거치대|보관함|수납함|진열장|진열대|받침대)(?![가-힣])|\s(?:[가-힣]{2,4}\s)?(?:냄새|막힘|누수|배수관|배관|필름|가면서|가느라|와서|하느라)|(?:정식|한상|백반|밥상|향|맛|모양|무늬|면|소스|가루|사리|분말|맛집|[가-힣]?잔|[가-힣]?통)(?![가-힣])|[ \t]?(?:비누|향초|캔들|디퓨저|인형|키링|스티커|엽서|편지지|달력|케이스|커버|덮개|(?:반찬|김치|쌀|약|물|밀폐|보관|저장|밥)?통|[가-힣]{0,2}용기|그릇|접시|머그컵|칼|가위|[가-힣]?틀|집게|[가-힣]{0,2}보관함|[가-힣]{0,2}수납함|수납장|진열장|진열대|거치대|꽂이|(?:옷|컵|봉|가방|모자|수건|마스크|목)걸이|받침대?|메이커|[가-힣]{0,2}제조기|[가-힣]{0,2}반죽기|거품기|[가-힣]{0,2}세척기|[가-힣]{0,2}머신|디스펜서|셀러|쇼케이스|닦이|클리너|[가-힣]{0,2}세척액|[가-힣]{0,2}세정제|스펀지|스폰지|타월|타올|걸레|브러시|브러쉬|파우치|앞치마|유니폼|봉투|포장지|포장재|쇼핑백|모형|밀키트|키트|마스코트)(?:를|을|는|은)?(?![가-힣])|[ \t](?:소스|양념|육수|시럽|파우더|분말|무|재료|부자재|기계|교재|책|그림|보험|대출|간판|앱)(?![가-힣])|[ \t](?:기구|장비|도구|용품)(?=[ \t](?:중고|판매|매입|도매|팝니다|팔아요|삽니다))|[ \t][가-힣]{1,3}기[ \t](?:체험|원데이|수업|클래스|교실|키트)|[ \t]만들기[ \t]?키트)/u;

/** What a shop of any trade buys for itself, or has done: '치과 마케팅', '미용실 의자'. */
const FOR_SHOPS =
  /^(?:용)?[ \t](?:[가-힣]{1,4}[ \t])?(?:(?:마케팅|홍보|광고)(?![ \t]?(?:이미지|포스터|배너|사진|전단|문구|시안|영상|용|물|부탁|해|좀|하나))|컨설팅|창업|프랜차이즈|매매|임대|양도|양수|집기|의자|책상|테이블|소파|선반|진열장|진열대|간판|명함|유니폼|앞치마|냉장고|쇼케이스|포스기|키오스크|폐업|철거)(?![가-힣])/u;

/** Things of other trades whose names begin with this one's, in English: 'bar soap', 'bar stool', 'car boot sale'. */
const WARE_EN =
  /^[ \t]+(?:soaps?|stools?|chairs?|furniture|tables?|signs?|marketing|equipment|uniforms?|aprons?|supplies|towels|insurance|software|website|boot[ \t]sale)\b/iu;

/** Words behind a thing that leave it what it is: how much of it there is, for whom, when, how. */
const SAME_EN = new Set(
  'age ages aged level levels grade grades beginners set sets combo box boxes loaf loaves cone cones flight platter plate plates bowl bowls pack packs bucket buckets bundle bundles bunch bouquet bouquets slice slices dozen pair pairs deal deals special specials menu buffet feast trial tasting lunch dinner breakfast brunch party parties night nights day days week weekend month session sessions pass membership package packages legs wings ribs fillet fillets steak steaks bushes plants seedlings cards collection range sale clearance delivery takeaway takeout catering service services shop store club studio course courses class classes lesson lessons camp workshop school bar house daily weekly every new fresh only now open women men kids adults children two three four five one all any both each hot cold iced large small medium regular mini family per by hire rental rentals repair repairs treatment treatments therapy consultation appointment appointments visit check checks refill refills install installation fitting replacement tuning restringing upgrade support help trim cut wash style design designs print prints printing shoot shoots photos flavors flavours flavor tickets ticket entry admission tour tours trip trips trucks truck tent tents rental'.split(
    ' ',
  ),
);

/** Forms of verbs, and words that only join: no names of things. */
const NO_NAME_EN =
  /(?:ed|ing|ly|er|est)$|^(?:while|when|where|until|till|during|since|within|under|over|around|nearby|again|away|back|here|there|just|also|too|ready|please|call|ask|bring|come|save|must|may|can|should|does|has|have|was|were|are|made|sold|cut|built|kept|grown|won|free|same|next|first|last)$/iu;

/** A thing of two words: 'Cake boxes, 20', 'Bread machine', 'Piano recital'. */
const NEXT_EN = /^[ \t](?<word>[a-z]{3,})(?=$|[\s,.!?:;()\d$])/u;

/** Containers hold what stands behind 'of', and are wares where they stand alone. */
const HOLDS_EN = /^(?:box|boxes|pack|packs|tickets?)$/iu;

/**
 * Whether another noun stands behind the name of a thing or of a shop, which is what is sold: the name says little then.
 *
 * @param behind the text behind the name
 * @param isKnown whether a word of the text tells a trade by itself, or means something that is no thing
 */
export function namesWareBehind(
  said: string,
  behind: string,
  isShop: boolean,
  isKnown: (word: string) => boolean,
): boolean {
  if (/\p{Script=Hangul}/u.test(said)) return isShop ? FOR_SHOPS.test(behind) : WARE.test(behind);
  if (WARE_EN.test(behind)) return true;
  if (isShop) return false;
  const next = NEXT_EN.exec(behind);
  const word = next?.groups?.word;
  if (next === null || word === undefined) return false;
  const held = HOLDS_EN.test(word) && !/^[ \t]of\b/iu.test(behind.slice(next[0].length));
  if (held) return true;
  return !SAME_EN.has(word) && !NO_NAME_EN.test(word) && !isKnown(word);
}
