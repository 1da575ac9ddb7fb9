/** A word that tells a trade, and the words beside it with which it means something else. */
interface Homonym {
  readonly word: RegExp;
  /** The text right before it. */
  readonly before?: RegExp;
  /** The text right behind it. */
  readonly behind?: RegExp;
}

const HOMONYMS: readonly Homonym[] = [
  // Verbs: 'watch the match', 'ring 555-0123', 'suits beginners'.
  {
    word: /^watch$/iu,
    behind: /^[ \t](?:the|our|your|us|live|out|it|every|all|movies?|how|them|for|on)\b/iu,
  },
  {
    word: /^book$/iu,
    behind:
      /^[ \t](?:an?|your|the|any|one|two|free|now|by|online|ahead|early|in|at|through|via|today|here|with|from|direct(?:ly)?)\b/iu,
  },
  { word: /^ring$/iu, behind: /^(?:[ \t](?:us|me|for|before|ahead|the|on|to|[A-Z]\w+ on)\b|[ \t]\(?\d)/u },
  { word: /^will$/iu },
  {
    word: /^suits$/iu,
    behind: /^[ \t](?:all|any|every|both|beginners?|kids|children|most|families|you)\b/iu,
  },
  // Other things of the same name.
  {
    word: /^nails?$/iu,
    before:
      /(?:\b(?:box(?:es)?|kg|lb|pack|bag)\sof|steel|galvani[sz]ed|roofing|framing|copper|wire|finishing|\d\s?(?:mm|cm|inch|in))\s$/iu,
  },
  { word: /^boots?$/iu, before: /\bcar\s$/iu },
  { word: /^boots?$/iu, behind: /^[ \t](?:sale|camp|fair)/iu },
  {
    word: /^bars?$/iu,
    before:
      /(?:protein|chocolate|candy|granola|energy|snack|cereal|muesli|soap|gold|pull-up|monkey|grab|tow|sound|roll|fruit|nut|ice\scream|handle|roof|cereal)\s$/iu,
  },
  { word: /^garage$/iu, behind: /^[ \t](?:sales?|doors?|floor|shelving|storage|space|conversions?|clear)/iu },
  { word: /^trainers$/iu, before: /(?:personal|fitness|dog|gym|our|qualified|certified|female|male)\s$/iu },
  {
    word: /^tablets?$/iu,
    before: /(?:vitamin|dishwasher|headache|chewable|fizzy|calcium|iron|purification|cleaning|zinc|\d)\s$/iu,
  },
  {
    word: /^glasses$/iu,
    before:
      /(?:wine|beer|shot|drinking|champagne|cocktail|pint|whisk(?:e)?y|martini|water|juice|tea|glass|sake)\s$/iu,
  },
  {
    word: /^fillings?$/iu,
    before: /(?:sandwich|pie|dumpling|cake|bun|roll|taco|kimbap|two|three|of|choose)\s$/iu,
  },
  { word: /^crowns?$/iu, before: /(?:flower|paper|party|birthday|floral|foam)\s$/iu },
  { word: /^pots?$/iu, before: /(?:hot|flower|plant)\s$/iu },
  { word: /^pots?$/iu, behind: /^[ \t](?:of|plants?|roast)\b/iu },
  { word: /^pets?$/iu, behind: /^[ \t](?:ok|okay|allowed|welcome|not|are|stay|free|friendly)\b/iu },
  { word: /^coats?$/iu, behind: /^[ \t]of\b/iu },
  // 'removal' of what is on somebody's skin is no move.
  {
    word: /^removals?$/iu,
    before: /(?:tattoo|hair|mole|wart|stain|snow|tree|stump|graffiti|mould|mold|rust|wax|polish|gel)\s$/iu,
  },
  // '제조기 공구 89,000원' is bought together.
  {
    word: /^공구$/u,
    before:
      /(?<!전동|중고|목공|에어|충전|소형|대형|건설|정원|원예|정비|각종|용|수동|유압|측정|배관|전기)[가-힣]\s?$/u,
    behind: /^\s?(?:\d|오픈|마감|진행|합니다|해요|시작|모집|중\b|\(|$)/u,
  },
  // '통돌이 7만 드럼 12만': a washing machine.
  {
    word: /^드럼$/u,
    before: /(?:통돌이|세탁기|건조기|일반)(?:\s?[\d,.]{1,8}\s?(?:만|천)?(?:\s?원)?)?\s?$/u,
  },
  // '밤 12시' is no chestnut.
  {
    word: /^밤$/u,
    behind: /^(?:\s?(?:\d{1,2}\s?(?:시|:)|늦|새도록|낮)|까지|에(?:만|도|는)?(?=\s|$)|마다)/u,
  },
  // '조기 예약' is early, '장기 렌트' long, '연기 안 나는' is smoke.
  {
    word: /^조기$/u,
    behind: /^\s?(?:예약|등록|마감|종료|소진|품절|수령|접수|신청|입금|결제|교육|유학|축구)/u,
  },
  {
    word: /^장기$/u,
    behind: /^\s?(?:렌트|렌탈|대여|주차|보관|임대|계약|투숙|숙박|이용|근무|알바|체류|간|자금|할인|고객)/u,
  },
  { word: /^연기$/u, behind: /^[가없]?\s?(?:안|없|적|나는|걱정|됩|되|합|해|돼|흡입|배출)/u },
  {
    word: /^교정$/u,
    before:
      /(?:자소서|자기소개서|이력서|보고서|제안서|영문|영어|번역|문서|원고|논문|글|글씨|필체|자세|체형|척추|골반|발음|시력|자세|휜다리|거북목|수형|굽은등|걸음|팔자걸음)\s?$/u,
  },
  {
    word: /^(?:변기|양변기|하수구|배수구|싱크대|세면대)$/u,
    behind: /^[이가을를]?\s?(?:안\s|못\s?)?(?:뚫|막[힘혀혔])/u,
  },
  // What is not done: '못 뚫으면'.
  { word: /^못$/u, behind: /^\s?[가-힣]{1,5}(?:면|고|요|다|음|함|는|해|합|한)/u },
  // Night and no chestnut; what has wheels and is no car; why a shop sells off.
  { word: /^밤$/u, behind: /^\s?(?:\d{1,2}\s?시|늦|에|까지|마다|새|샘)/u },
  {
    word: /^(?:브레이크|브레이크\s?패드|타이어|타이어\s?교[체환]|엔진오일|휠|펑크|펑크\s?수리|타이어\s?펑크|배터리|체인)$/u,
    before:
      /(?:자전거|킥보드|유모차|휠체어|스쿠터|따릉이|MTB|로드바이크|전동휠)\s?(?:브레이크\s?|타이어\s?)?$/iu,
  },
  {
    word: /^ty?i?res?(?: (?:changes?|repairs?|fitting|replacement))?$/iu,
    before: /\b(?:bike|bicycle|cycle|e-bike|scooter|stroller|wheelchair)\s$/iu,
  },
  { word: /^이사$/u, behind: /^\s?(?:정리|가요|갑니다|가서|해요|했|합니다|와서|왔|선물)/u },
  { word: /^한돈$/u, before: /(?:금|반지|목걸이|팔찌|커플링|\d{2}k|돌)\s?$/iu },
  { word: /^충전소$/u, before: /전기차\s?$/u },
  { word: /^brakes?(?: (?:repairs?|pads?|tune-up))?$/iu, before: /\b(?:bike|bicycle|cycle|scooter)\s$/iu },
  { word: /^bulbs?$/iu, before: /(?:tulip|daffodil|flower|spring|garden|lily|crocus|hyacinth)\s$/iu },
  { word: /^코팅$/u, behind: /^\s(?:프라이팬|후라이팬|팬|냄비|장갑|지|렌즈|면장갑|목장갑|궁중팬|웍)/u },
  { word: /^(?:바|펍)$/u, behind: /^\s(?:스툴|의자|테이블|체어|형|타입|비누|초콜릿|아이스크림)/u },
  { word: /^오븐$/u, behind: /^\s?(?:치킨|구이|통닭|스파게티|파스타|에)/u },
  {
    word: /^(?:장작|참숯|연탄|화로)$/u,
    behind: /^\s?(?:구이|통닭|삼겹|갈비|불|직화|치킨|화덕|피자|오리|돼지|초벌|고기)/u,
  },
  { word: /^일당$/u, behind: /^\s?\d/u },
  // The chef's choice of anything: '커피 오마카세'.
  {
    word: /^오마카세$/u,
    before:
      /(?<!스시|초밥|사시미|회|생선|일식|셰프|런치|디너|점심|저녁|주말|평일|미들|하이엔드|엔트리)(?<=[가-힣]{2})[ \t]?$/u,
  },
  { word: /^전집$/u, before: /책|도서|동화|서점|책방|문고|유아|아동|중고/u },
  { word: /^전집$/u, behind: /^[ \t]?(?:매입|환영|세트|\d+권|전권|중고|도서)/u },
  { word: /^워커$/u, behind: /^\s(?:대여|렌탈)/u },
];

/** Whether a word that tells a trade means something else where it stands. */
export const isHomonym = (word: string, before: string, behind: string): boolean =>
  HOMONYMS.some(
    (homonym) =>
      homonym.word.test(word) &&
      (homonym.before === undefined || homonym.before.test(before)) &&
      (homonym.behind === undefined || homonym.behind.test(behind)),
  );
