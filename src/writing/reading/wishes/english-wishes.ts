import { LINK } from '../../../ad/links.ts';
import { PHONE } from '../english/patterns.ts';
import type { Segment } from '../statements/segment.ts';

const ARTEFACT = String.raw`(?:(?:instagram|insta|ig|facebook|tiktok|social\smedia|youtube|google|display|web|website|print|promo|promotional|advertising|marketing|digital)\s)?(?:banner(?:\sads?)?|poster|flyer|flier|leaflet|brochure|advert(?:isement)?|ad(?:\s(?:banner|image|poster|design|picture|graphic|creative|post))?|image|picture|graphic|visual|design|post|story|reel|thumbnail|cover|billboard|creative|layout|mock-?up|artwork|promo|announcement|invitation|notice|something|(?<=\d\s?[x×]\s?\d{2,4}(?:\s?px)?\s)[a-z]{3,14})s?\b`;

/** What only says how it is to look. */
const LOOK = String.raw`(?:(?:bright|colou?rful|eye[- ]?catching|modern|minimal(?:ist)?(?:ic)?|simple|clean|professional|elegant|fun|playful|cute|bold|stylish|attractive|beautiful|nice|catchy|lively|vibrant|warm|cosy|cozy|friendly|retro|vintage|luxurious|premium|fresh-looking|short|small|big|large|square|vertical|horizontal|landscape|portrait|wide|tall|story|feed|reels?|carousel|static|single|one|high[- ]quality|creative|engaging|new|quick|skyscraper|leaderboard|rectangle|full[- ]page|half[- ]page|\d{2,4}\s?[x×]\s?\d{2,4}(?:\s?px)?|\d{1,2}:\d{1,2}),?\s(?:and\s)?){0,6}`;

const DETERMINER = String.raw`(?:an?\s|the\s|some\s|one\s|this\s|my\s|our\s)?`;

const POLITE = String.raw`(?:(?:hi|hello|hey|dear|please|pls|plz|kindly|can\syou|could\syou|would\syou|will\syou|i(?:['’]d|\swould)?\s(?:like|want|need)(?:\syou)?(?:\sto)?|we(?:['’]d|\swould)?\s(?:like|want|need)(?:\syou)?(?:\sto)?|help\s(?:me|us)(?:\sto)?|let['’]?s|(?:i|we)(?:['’]m|['’]re|\sam|\sare)\slooking\sfor|looking\sfor|need(?:ed)?)[,:]?\s){0,4}`;

const MAKE = String.raw`(?:(?:create|make|design|draw|draft|write|develop|compose|generate|produce|prepare|build|craft|do|put\stogether|come\sup\swith|get|have)\s(?:me\s|us\s|for\s(?:me|us)\s)?)`;

const SHOWING = String.raw`(?:promoting|advertising|announcing|showing|showcasing|featuring|highlighting|introducing|celebrating|displaying|presenting|marketing|to\s(?:promote|announce|advertise|show|highlight|celebrate|introduce|market|showcase|feature)|(?:that|which)\s(?:shows|promotes|announces|highlights|features|advertises|says|introduces|tells\speople(?:\s(?:about|that))?)|telling\speople(?:\s(?:about|that))?|(?:reminding|informing|inviting|encouraging)\s(?:people|customers|everyone|parents|students|visitors|guests|locals|them)(?:\s(?:that|to|about|of))?|saying|letting\speople\sknow(?:\s(?:about|that))?|to\s(?:tell\speople|let\speople\sknow)(?:\s(?:about|that))?|aimed\sat)`;

const CONNECT = String.raw`(?:\s(?:for|about|of|on|with|${SHOWING})(?:\s(?:that|how|the\sfact\sthat))?(?:\s(?:our|my|the|an?|us|we)(?=\s))?)?`;

const SENTENCE_END = String.raw`(?=[.!?;\n](?:\s|$)|\n|$)`;
const CLAUSE_END = String.raw`(?=[,.!?;:\n](?:\s|$)|\n|$)`;
const BEGIN = String.raw`(?<=^|[.!?;:\n]\s?|[,–-]\s)`;

const COLOUR = String.raw`(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|beige|cream|gold(?:en)?|silver|navy|teal|turquoise|mint|pastel|neon|bright|dark|light|soft|warm|cool|earthy?|natural|brand|muted|vivid|bold|monochrome|ivory|lavender|coral|maroon|burgundy|olive|sky|lime|peach|rose|deep|pale|neutral)`;

const of = (source: string): RegExp => new RegExp(source, 'gi');

/** 'Create a' … 'banner for a': what stands between may be the sale that it is for. */
const ORDERED = of(
  String.raw`${BEGIN}(?<verb>${POLITE}${MAKE}${DETERMINER}${LOOK})(?<kept>(?:[\w'’%$-]{1,20}\s){0,4}?)(?<thing>${LOOK}${ARTEFACT}${CONNECT})`,
);
const WANTED = of(
  String.raw`${BEGIN}(?<verb>(?:i|we)\s(?:need|want|would\slike)\s${DETERMINER}${LOOK}|need(?:ed)?\s${DETERMINER}${LOOK}|looking\sfor\s${DETERMINER}${LOOK})(?<kept>(?:[\w'’%$-]{1,20}\s){0,3}?)(?<thing>${LOOK}${ARTEFACT}${CONNECT})`,
);

/** What a post is of that is asked for. */
const ADVERTISED =
  'sale|deals?|promo|promotion|opening|specials?|offer|launch|event|discount|menu|announcement';

/** Without a verb it is asked for by what follows: 'Weekend sale poster for a skincare shop: …'. */
const NAMED = of(
  String.raw`(?<=^|[.\n]\s?|\s)(?<thing>${LOOK}(?:(?:instagram|insta|facebook|social\smedia|web|promo)\s)?(?:banner|poster|flyer|flier|leaflet|advert(?:isement)?|ad|(?<=(?:instagram|facebook|media|${ADVERTISED})\s)post)\s(?:please\s)?(?:(?<!\d)\d{2,4}\s?[x×*]\s?\d{2,4}(?:\s?px)?\s)?(?:(?:for|about)\s(?:an?|our|my|the)(?=\s)|${SHOWING}(?:\s(?:our|my|the|an?)(?=\s))?)|(?:(?:instagram|insta|facebook|social\smedia|web|promo)\s)?(?:banner|poster|flyer|flier|leaflet|advert(?:isement)?|ad|(?<=(?:instagram|facebook|media|${ADVERTISED})\s)post|promo\simage|promo\sgraphic)(?:\splease)?(?=:\s|\s*[,.\n]|\s*$))`,
);

const LATER = of(
  String.raw`(?<=[\w,]\s)${SHOWING}(?:\s(?:that|how|the\sfact\sthat))?(?:\s(?:our|my|the|an?)(?=\s))?(?=\s)`,
);

const EMPHASIS = of(
  String.raw`${BEGIN}(?:(?:please|also|and|then|but)\s){0,2}(?:emphasi[sz]e|highlight|stress|underline|focus\son|point\sout|make\s(?:it\s)?clear|make\ssure\s(?:to\s(?:mention|include|say|show|highlight|add)|it\s(?:says|mentions|shows|includes)|(?:people|everyone|customers)\sknow)|be\ssure\sto\s(?:mention|include|say|add)|don['’]t\sforget\sto\s(?:mention|include|say|add)|tell\s(?:people|everyone|customers|them)|let\s(?:people|everyone|customers|them)\sknow|it\sshould\s(?:say|mention|show|include)|the\s(?:ad|banner|poster|text|copy|headline)\s(?:should|must)\s(?:say|mention|show|include|read)|i\s(?:want|need)\s(?:it\s)?to\s(?:say|mention|show|include)|must\s(?:say|mention|include))\b(?:\s(?:the\sfact\sthat|that|about|on|clearly|especially|the\swords?|the\stext)\b)?:?(?:\s(?=["“'‘]))?`,
);

/** 'We run a small' … 'and want to announce that'. */
const ABOUT_US = of(
  String.raw`${BEGIN}(?:i|we)\s(?:run|own|operate|manage)\s(?:an?\s|the\s)?(?:(?:small|little|family|new|local|tiny|family-run)\s){0,2}|(?:(?<=\w\s)and\s)?(?:\b(?:i|we)\s|(?<=\band\s))(?:want|would\slike|['’]d\slike|need|wish)\sto\s(?:announce|advertise|promote|tell\s(?:people|everyone|customers)|say|let\s(?:people|everyone|customers)\sknow|show|highlight|share|emphasi[sz]e|introduce)(?:\s(?:that|about|our|the))*|(?<=\w\s)and\s(?:highlight|emphasi[sz]e|stress|mention|announce)\b(?:\s(?:that|about|our|the))*|${BEGIN}(?:please\s)?(?:promote|advertise|announce|introduce|market|showcase|present|publici[sz]e)\s(?:that\s)?(?:(?:our|my|the|an?)(?=\s))?`,
);

/** In briefs alone, where nothing but looks is told: 'Pink and gold, elegant font'. */
const BARE_LOOKS = of(
  String.raw`${BEGIN}(?:${COLOUR}(?:,\s|\s(?:and|&)\s|\s)?){1,4}${CLAUSE_END}|${BEGIN}(?:[a-z-]{2,20}\s){1,3}(?:fonts?|colou?rs?|background|palette|style|look|feel|vibe|theme|typography|typefaces?|lettering|tones|accents|touches|motifs?)${CLAUSE_END}|${BEGIN}(?:(?:very|big|bold|large|small|huge|thick|thin|clear|simple|plain|capital|block|rounded|round|fancy|elegant|readable|legible|handwritten|upper-?case|lower-?case|${COLOUR})\s){1,3}(?:letters|text|type|print)${CLAUSE_END}|${BEGIN}show\san?\s(?:[\w-]{1,20}\s){0,4}?(?:room|table|scene|family|person|people|woman|man|couple|child|kitchen|street|beach|background|landscape|sunset|sky|garden|hands?|face)\b|${BEGIN}no\s(?:text|letters|words)\sin\s[^,.;\n]{1,30}${CLAUSE_END}`,
);

/** In briefs alone: elsewhere these tell customers what to do ('Show this ad', 'Add a drink for $2'). */
const INSTRUCTION = of(
  String.raw`${BEGIN}(?:(?:please|also|and|then)\s){0,2}(?:mention|include|add|say|write|show|state|feature|put|display)\b(?!\s(?:this|your|the\s(?:coupon|code|ad)|student|id))(?:\s(?:that|the\sfact\sthat|the\swords?|the\stext|also|in\sbig\sletters|the\s(?:url|website|web\saddress|link|phone\snumber|address)))?\b:?`,
);

const AUDIENCE = of(
  String.raw`${BEGIN}(?:the\s|our\s|my\s)?(?:target(?:\s(?:audience|group|customers?|market|clients?|demographic))?|audience|customers\sare|clientele|demographic)(?:\s(?:is|are|should\sbe|will\sbe)|:|\s[-–])\s[^.!?;\n]{1,160}${SENTENCE_END}|\b(?:targeting|targeted\s(?:at|to)|aimed\sat|aim\sit\sat|geared\stowards?|directed\sat|intended\sfor|target\saudience)\s[^,.!?;:\n]{1,80}${CLAUSE_END}`,
);

/** In briefs alone, where somebody is to be reached: 'Target drivers in their 40s'; elsewhere 'Target practice' is sold. */
const REACHED = of(
  String.raw`${BEGIN}(?:(?:please|and|also)\s){0,2}(?:target(?!\s(?:audience|group|customers?|market))|aim(?:\sit)?\s(?:at|for)|appeal\sto|speak\sto|attract|aimed\sat|meant\sfor|directed\sat)\s[^,.!?;\n]{2,90}${CLAUSE_END}`,
);

const MOOD = of(
  String.raw`${BEGIN}(?:the\s|overall\s)?(?:tone(?:\sof\svoice)?|mood|style|look(?:\s(?:and|&)\sfeel)?|feel|vibe|atmosphere|aesthetic|theme)(?:\s(?:is|should\sbe|must\sbe|to\sbe)|:|\s[-–])\s[^.!?;\n]{1,120}${SENTENCE_END}|${BEGIN}(?:(?:please|and)\s)?(?:make|keep)\s(?:it|everything|the\s(?:design|look|style|overall\slook|whole\sthing|picture|image|mood|tone|layout|colou?rs|background|text|letters|logo|headline|price|font)s?)\s[^.!?;\n,]{1,80}(?:,?\sand\s[^.!?;\n,]{1,40})?${CLAUSE_END}|${BEGIN}(?:(?:and|also)\s)?(?:i|we)(?:['’]d|\swould)\s(?:really\s)?(?:like|love|want|prefer)\s(?:(?:it|an?|the|some|something)\s)[^.!?;\n$€£₩\d]{0,80}?\b(?:look|feel|style|vibe|tones?|mood|letters|lettering|text|fonts?|colou?rs?|background|palette)\b[^.!?;\n$€£₩\d]{0,60}${SENTENCE_END}|${BEGIN}(?:please\s)?(?:write|print|put|show|set)\s(?:it|this|that|them|the\s[a-z]{1,15})\sin\s(?:(?:very|really)\s)?[a-z]{1,12}\s(?:letters|lettering|fonts?|text|type|print)${CLAUSE_END}|(?:,\s)?\b(?:on|in|with|against)\san?\s(?:[\w-]{1,20}\s){1,6}(?:background|backdrop)${CLAUSE_END}|(?:,\s)?\b(?:in|with)\san?\s(?:[\w-]{1,20}(?:,?\sand)?,?\s){1,4}(?:style|mood|look|feel|vibe|tone|atmosphere|aesthetic|theme)\b`,
);

const LOOKS = of(
  [
    String.raw`${BEGIN}(?:(?:please|also|and)\s){0,2}(?:use|choose|go\swith|prefer|pick|try)\s(?:an?\s|the\s|our\s|mostly\s|only\s|lots?\sof\s|some\s){0,2}(?:[\w-]{1,20}(?:,|\sand|\sor)?\s){0,5}(?:colou?rs?|tones?|palette|shades?|hues?|backgrounds?|fonts?|letters|lettering|typography|typeface|style|theme|photos?|images?|pictures?|icons?|illustrations?|models?|lighting)\b[^,.!?;\n]{0,60}${CLAUSE_END}`,
    String.raw`${BEGIN}(?:(?:please|also|and)\s){0,2}(?:use|in)\s(?:${COLOUR}(?:,\s|\sand\s|\s)?){1,4}(?:please\s?)?${CLAUSE_END}`,
    String.raw`${BEGIN}(?:${COLOUR}(?:,\s|\sand\s|\s|-)){1,4}(?:colou?rs?|tones?|background|backdrop|letters|lettering|text|fonts?|palette|shades|theme)(?:\s(?:on|with|and)\s(?:an?\s)?(?:${COLOUR}\s){1,3}(?:background|backdrop|letters|text|ground))?(?:\splease)?${CLAUSE_END}`,
    String.raw`(?:,\s)?\b(?:on|in|with|against)\s(?:an?\s|the\s|some\s)?(?:${COLOUR}(?:,\s|\sand\s|\s|-)){1,4}(?:colou?rs?|tones?|background|backdrop|letters|lettering|text|fonts?|palette|shades|theme)\b`,
    String.raw`${BEGIN}(?:the\s|main\s|brand\s|primary\s)?(?:colou?rs?(?:\s(?:scheme|palette))?|palette|background(?:\scolou?r)?|fonts?(?:\scolou?r)?|typography|typeface|text\scolou?r|lettering|letters|layout|composition|platform|channel|format|size|dimensions)(?:\s(?:is|are|should\sbe|must\sbe|in)|:|\s[-–])\s[^.!?;\n]{1,80}${SENTENCE_END}`,
    String.raw`${BEGIN}(?:(?:please|and|also)\s){0,2}(?:put|place|add|leave|move|position|show|keep|centre|center|use|include)\s(?:the\s|our\s|my\s|an?\s|some\s|enough\s)?(?:[\w-]{1,15}\s){0,2}(?:logo|qr\scode\sspace|empty\sspace|space|room|headline|text|title|margin|border|frame|product|photo|picture)\b(?:\s(?:in|on|at|to|of|for|around|above|below|near|the|top|bottom|left|right|cent(?:re|er)|middle|corner|big|bigger|large|small|side|here|there|copy|text|free|empty))*${CLAUSE_END}`,
    String.raw`${BEGIN}(?:(?:please|and|also)\s){0,2}(?:put|place|add|include|show|draw|have)\s(?:an?|the|some|our|my|one|two|three)\s(?:[a-z-]{1,15}\s){1,4}(?:in|on|into|to|behind)\s(?:the|this|that)\s(?:picture|image|photo|background|foreground|scene|poster|banner|flyer|ad)\b(?:\splease)?${CLAUSE_END}`,
    String.raw`${BEGIN}(?:the\s|our\s|my\s)?(?:logo|headline|title|price|text|letters|product|picture|photo|font|background)\s(?:(?:should|must|has\sto|goes?|to|in|at|on)\s)(?:be\s|go\s|stand\s)?[^,.!?;\n$€£₩\d]{1,50}${CLAUSE_END}`,
    String.raw`${BEGIN}(?:with\s)?no\s(?:people|faces?|models?|clutter|stock\sphotos?|humans?|persons?|logo|emojis?|shadows?|cartoons?|animals)\s?(?:please)?${CLAUSE_END}`,
    String.raw`${BEGIN}(?:thanks?(?:\syou)?(?:\sso\smuch|\sin\sadvance)?|thank\syou|thx|thnx|ty|tysm|cheers|regards|best|please|asap|btw|fyi|omg|yo|ok(?:ay)?|hi(?:ya)?|hey|hello)${CLAUSE_END}`,
  ].join('|'),
);

/** What the ad is to do; what it offers stands behind. */
const PURPOSE = of(
  String.raw`${BEGIN}(?:the\s|our\s|its\s)?(?:purpose|goal|objective|aim|intention|intent)(?:\s(?:of\s(?:this|the)\s(?:ad|banner|poster|campaign)\s)?(?:is|are|should\sbe)|:|\s[-–])\s(?:(?:to\s)?(?:make|get|encourage|invite|persuade|convince|help|let|attract|remind|drive|bring|increase|boost|promote|raise|inform|tell|show|push|sell|motivate|have)\b\s?(?:more\s|new\s|the\s)?(?:people|customers?|visitors|clients?|them|locals|families|parents|students|shoppers|women|men|awareness|sales|traffic|bookings|sign-?ups|visits|orders|everyone|guests|members|users|readers|viewers)?\s?(?:in\s|of\s|for\s|to\s|that\s|about\s)?(?:(?:try(?:\sout)?|buy|visit|come(?:\sto|\sin\sfor)?|order|book|sign\sup\sfor|know(?:\sabout|\sthat)?|use|see|call|learn\sabout|join|get|taste|test|experience|discover|remember|hear\sabout|choose|notice|register\sfor)\b\s?)?(?:our\s|the\s|an?\s|my\s|us\s)?)?`,
);

/** Where it is to be shown, and how it is to strike the eye, behind what is told without a mark: 'burger combo $8 make it pop'. */
const SHOWN = of(
  String.raw`${BEGIN}nothing\s(?:too\s|over\sthe\stop|(?:cheesy|fancy|flashy|tacky|crazy|childish|boring|busy|loud|corny|cluttered))[a-z\s]{0,20}${CLAUSE_END}|${BEGIN}(?:${COLOUR}\s(?:and\s)?){1,4}(?:please|pls|plz)${CLAUSE_END}|\bfor\s(?:our|my|the)\s(?:facebook|fb|tiktok|twitter|threads|blog|socials?|social\smedia|feed|kakao(?:talk)?(?:\schannel)?|naver(?:\splace)?|shop\swindow|window|newsletter)(?:\s(?:page|feed|posts?|account|channel|profile))?${CLAUSE_END}|(?:\b(?:i|we)(?:['’](?:ll|m|re)|\s(?:will|am|are|want\sto|need\sto))?\s)?\b(?:(?:gonna|going\sto|will|to)\s)?(?:post|put|share|upload)(?:ing)?\s(?:it|this)\s(?:up\s)?(?:on|to|in)\s(?:our|my|the|a)?\s?[a-z][a-z ]{1,30}${CLAUSE_END}|(?<=\s)(?:make|keep)\sit\s(?:pop|bright|simple|clean|fun|bold|cute|eye-?catching|colou?rful|modern|classy|elegant|festive|co[sz]y|fancy|pretty|stand\sout|minimal(?:ist)?|look\s[a-z]{3,12})(?:\s(?:please|pls|plz))?${CLAUSE_END}`,
);

/** Words before what is to be printed as it is. */
const LABEL = of(
  String.raw`${BEGIN}(?:the\s)?(?:headline|main\s(?:message|text|point)|title|sub-?title|slogan|tagline|call\sto\saction|cta|copy|text|message|key\smessage|caption|brand(?:\sname)?|products?|services?|offer|promotion|details?|company|business|shop)(?:\sis|\sreads|\ssays|:)\s|${BEGIN}(?:the\s|our\s)?(?:website|web\ssite|site|web\saddress|url|phone(?:\snumber)?|telephone|e-?mail|address|instagram)\s(?:is|are)\s`,
);

const BRIEF =
  /\b(?:create|make|design|draw|generate|produce|prepare|emphasi[sz]e|highlight|audience|banner|poster|flyer|tone|purpose|goal|colou?rs)\b/iu;

/** What there is in any text that the pattern finds something in: spares compiling it, which takes up to 40 ms. */
const NEEDS = {
  ordered:
    /banner|poster|flyer|flier|leaflet|brochure|advert|\bads?\b|image|picture|graphic|visual|design|post|stor(?:y|ies)|reel|thumbnail|cover|billboard|creative|layout|mock|artwork|promo|\d\s?[x×]\s?\d{2}/i,
  audience: /target|audience|customers are|clientele|demographic|aim|geared|directed|intended/i,
  mood: /background|backdrop|letter|fonts?|tone|mood|style|look|feel|vibe|atmosphere|aesthetic|theme|make|keep/i,
  looks:
    /colou?r|tone|palette|shade|hue|background|backdrop|font|letter|typo|typeface|style|theme|photo|image|picture|icon|illustration|model|light|use|\bin\b|text|layout|composition|platform|channel|format|size|dimension|logo|space|room|headline|title|margin|border|frame|product|price|people|faces?|clutter|person|human|emoji|shadow|cartoon|animal|thank|thx|thnx|\bty|cheers|\b(?:btw|fyi|omg|yo|ok|okay|hiya?|hey|hello)\b|regards|please|asap|\bbest\b/i,
  purpose: /purpose|goal|objective|aim|intent/i,
  emphasis:
    /emphasi|highlight|stress|underline|focus|point out|clear|make sure|be sure|forget|tell|let |should|must|want|need/i,
  label:
    /headline|message|text|point|title|slogan|tagline|action|cta|copy|caption|brand|products?|services?|offer|promotion|details?|company|business|shop|site|address|url|phone|mail|instagram/i,
};

/** Wishes in English; may overlap, the surest first. */
export function englishWishes(text: string): readonly Segment[] {
  if (!/[A-Za-z]{2}/.test(text)) return [];
  const found: Segment[] = [];
  const take = (pattern: RegExp, needs: RegExp, kind: Segment['kind'] = 'wish'): void => {
    if (!needs.test(text)) return;
    for (const match of text.matchAll(pattern)) found.push(spanOf(match.index, match[0], kind));
  };
  for (const pattern of NEEDS.ordered.test(text) ? [ORDERED, WANTED, NAMED] : []) {
    for (const match of text.matchAll(pattern)) {
      const { verb = '', kept = '', thing = '' } = match.groups ?? {};
      if (verb !== '') found.push(spanOf(match.index, verb, 'wish'));
      found.push(spanOf(match.index + verb.length + kept.length, thing, 'wish'));
    }
  }
  const ordered = found.length > 0;
  take(AUDIENCE, NEEDS.audience, 'audience');
  take(MOOD, NEEDS.mood, 'mood');
  take(LOOKS, NEEDS.looks);
  if (NEEDS.purpose.test(text)) {
    for (const match of text.matchAll(PURPOSE)) found.push(purposeOf(text, match));
  }
  take(EMPHASIS, NEEDS.emphasis);
  take(LABEL, NEEDS.label);
  take(SHOWN, /for|post|put|share|upload|make|keep|nothing|pls|plz|please/i);
  take(
    ABOUT_US,
    /\b(?:run|own|operate|manage|want|like|need|wish|highlight|emphasi|stress|mention|promote|advertise|announce|introduce|market|showcase|present|publici)/i,
  );
  if (ordered || BRIEF.test(text)) {
    take(BARE_LOOKS, /./);
    take(REACHED, /target|aim|appeal|speak|attract|meant|directed/i, 'audience');
  }
  if (ordered) take(LATER, NEEDS.ordered);
  if (ordered || BRIEF.test(text))
    take(INSTRUCTION, /mention|include|add|say|write|show|state|feature|put|display/i);
  return found;
}

/** What the ad is to bring about; what it tells of itself stands with a figure or an offer, and stays to be told. */
function purposeOf(text: string, { index, 0: words }: RegExpExecArray): Segment {
  const rest = text.slice(index + words.length).split(/[.!?;\n](?:\s|$)/u)[0] ?? '';
  // Where to call is told: 'get more calls to 555-0155'.
  const reached = REACHED_AT.exec(rest);
  const lead = rest.slice(0, reached?.index);
  const tells = TELLS.test(lead);
  return spanOf(index, tells ? words : words + lead, 'wish');
}

const REACHED_AT = new RegExp(`${PHONE}|${LINK}`, 'iu');

const TELLS = /[\d$€£₩%]|\b(?:free|sale|off)\b/iu;

const spanOf = (index: number, words: string, kind: Segment['kind']): Segment => ({
  kind,
  start: index + (words.length - words.trimStart().length),
  end: index + words.trimEnd().length,
});
