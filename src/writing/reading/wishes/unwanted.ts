import type { Word } from '../find-words.ts';
import type { Segment } from '../statements/segment.ts';
import { termOf } from '../word-means.ts';
import { ARTEFACT, FAVOUR, MAKE, PLEASE } from './korean-phrases.ts';

/** How an ad, and no food or treatment, may look and is not to look. Stems. */
const LOOKS_KO =
  '유치|촌스럽|촌스러|촌티|화려|복잡|어둡|밝|튀|야하|귀엽|귀여|무섭|무서|딱딱|올드|요란|산만|어지럽|오글|진지|심심|평범|싸구려|칙칙|과하|번잡|정신없|조잡|난잡|뻔하|뻔|느끼|징그럽|차갑|장난스럽|가벼|가볍|무겁|무거|애기|아기|애들|노티|늙어|옛날|구리|밋밋|허전|빽빽|답답';
const LOOKS_EN =
  'cheesy|corporate|girly|flashy|busy|childish|loud|boring|dark|bright|serious|formal|fancy|cluttered|salesy|cutesy|cute|hippie|kitschy|kitsch|posh|generic|trendy|edgy|shouty|plain|feminine|masculine|colou?rful|old-fashioned|clinical|sterile|tacky|crazy|corny|over the top|gimmicky|cartoonish|cartoony|pink|neon|scary|gloomy|stiff|dull|garish|gaudy|messy|spammy|techy|minimal';

/** '너무 유치하지 않게', '귀엽지 않게 만들어줘'; '너무 맵지 않게 해드려요' is told to customers. */
const NOT_SO = new RegExp(
  String.raw`(?<![가-힣])(?:${ARTEFACT}(?:은|는|이|가|도|만)?\s)?(?:(?:너무|좀|절대|지나치게|넘)\s)?(?:${LOOKS_KO})[가-힣]{0,3}(?:\s보이)?지\s?(?:않게|않도록|않은\s(?:느낌|분위기|스타일|디자인)(?:으로|로)?)(?:요)?(?:\s?(?:해|${MAKE})?\s?(?:${PLEASE}|${FAVOUR}))?(?=\s|[,.!?;~\n]|$)(?!\s?(?:해\s?)?(?:드[려립]|조절|됩|돼|가능))`,
  'gu',
);

/** 'Nothing cheesy', 'not too corporate pls', 'pastel pink pls'. */
const NOT_SO_EN = new RegExp(
  String.raw`(?<=^|[\s,.!;:–-])(?:(?:please|pls|plz)\s)?(?:nothing|not)\s(?:(?:too|so|overly|at\sall)\s)?(?:${LOOKS_EN})\b(?:\s(?:or|and)\s(?:(?:too|so)\s)?(?:${LOOKS_EN}))?(?:\s(?:please|pls|plz|thanks|thx))?(?=\s*(?:[,.!?;\n]|$))`,
  'giu',
);
const COLOURS =
  'red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|beige|cream|gold|silver|navy|teal|turquoise|mint|ivory|lavender|coral|maroon|burgundy|olive|sky blue|lime|peach|rose gold|pastels?|neon';
const IN_COLOUR = new RegExp(
  String.raw`(?<=^|[\s,.!;:–-])(?:(?:in|with|use|maybe|something)\s)?(?:(?:pastel|neon|dark|light|soft|bright|warm|muted|pale|deep|hot|baby|sky)\s)?(?:${COLOURS})(?:\s(?:and|&)\s(?:${COLOURS}))?(?:\s(?:please|pls|plz))(?=\s*(?:[,.!?;\n]|$))`,
  'giu',
);

/** What customers are asked not to bring or do. */
const HOUSE_RULE =
  /^(?:no|without)\s(?:smok\w+|vap\w+|pets?|dogs?|cats?|refunds?|exchanges?|returns?|cash|cards?|credit|walk|kids|child\w*|strollers?|prams?|outside|food|drinks?|alcohol|shoes|heels|photo\w*|videos?|flash|parking|calls?|texts?|messages?|cancel\w*|time|bags?|large|groups?|reserv\w+|delivery|take\w*|tipping|tips|seat\w*|low|lowball\w*|offers?|swaps?|trades?|holds?|late\w*|no-?shows?|minors|under|early|dealers?|traders?|hagg\w+|hawkers?|solicit\w*|unsolicited|agents?|bikes?|scooters?|trolleys|glass|drones?|fishing|camping|running|diving|mud|sand|luggage|coins|bills|notes|cheques?|checks)/iu;
const LEFT_OUT_EN =
  /(?<=^|[\s,.!;:–-])(?:no|without|skip|leave out|minus)\s(?:the\s|any\s)?[a-z'’-]+(?:\s[a-z'’-]+){0,2}?\s(?:please|pls|plz)(?=\s*(?:[,.!?;\n]|$))/giu;

/** '비틀즈는 빼고': what an ad offers or when is left out is said of the offer. */
const LEFT_OUT =
  /(?<![가-힣\d])(?<what>[가-힣A-Za-z]{2,12}(?:\s?(?:사진|그림|이미지|얼굴|로고|이모지))?)(?:은|는|만)?\s?(?:빼고(?:요)?|빼\s?(?:줘|주세요|주셔요)|넣지\s?(?:말고|마세요|말아\s?주세요|마|말아줘))(?=\s*(?:[,.!?;\n]|$))/gu;
/** What a picture shows, wherever it is said: '사람 얼굴은 빼고 필라테스 …'. */
const NOT_PICTURED =
  /(?<![가-힣\d])(?:[가-힣]{1,6}\s)?(?:사진|그림|이미지|얼굴|로고|이모지|사람|인물|캐릭터)(?:은|는|만)?\s?(?:빼고|넣지\s?말고)(?=\s)/gu;
const OF_AN_OFFER =
  /할인|무료|세일|증정|%|\d\s?\+\s?\d|행사|이벤트|적립|매일|영업|배송|배달|쉽니다|휴무|예약|추가|토핑|옵션|기준|포함|별도/u;
const PICTURED = /(?:사진|그림|이미지|얼굴|로고|이모지)$/u;
const OF_TIME = /요일|주말|평일|공휴일|연휴|명절|점심|저녁|시간|오전|오후|당일|월$|일$/u;

const SIGNS = /않|빼|넣지|\b(?:not|nothing|no|without|skip|minus|leave out|please|pls|plz)\b/iu;

/** How an ad is not to look, and what is not to be on it: told to the designer, and to no customer. */
export function unwanted(text: string, words: readonly Word[]): readonly Segment[] {
  if (!SIGNS.test(text)) return [];
  const all: Segment[] = [];
  const add = (match: RegExpExecArray): void => {
    all.push({ kind: 'wish', start: match.index, end: match.index + match[0].length });
  };
  for (const match of text.matchAll(NOT_SO)) add(match);
  for (const match of text.matchAll(NOT_SO_EN)) add(match);
  for (const match of text.matchAll(IN_COLOUR)) add(match);
  for (const match of text.matchAll(LEFT_OUT_EN)) if (!HOUSE_RULE.test(match[0])) add(match);
  for (const match of text.matchAll(NOT_PICTURED)) add(match);
  for (const match of text.matchAll(LEFT_OUT)) {
    const what = match.groups?.what ?? '';
    const end = match.index + what.length;
    const isSold = words.some(
      (word) => word.start >= match.index && word.start < end && termOf(word) !== undefined,
    );
    if (PICTURED.test(what) || !(isSold || OF_AN_OFFER.test(text) || OF_TIME.test(what))) add(match);
  }
  return all;
}
