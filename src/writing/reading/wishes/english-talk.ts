import type { Segment } from '../statements/segment.ts';

const BEGIN = String.raw`(?<=^|[.!?;\n,]\s?|\sand\s|\sbut\s)`;

/** What a designer has to do with. */
const OF_DESIGN =
  'words?|text|letters|emojis?|logos?|photos?|pictures?|images?|people|faces?|phone\\snumbers?|numbers?|prices?|colou?rs?|fonts?|exclamation\\smarks?|on\\sit|in\\sit|stock|clip-?art|backgrounds?|hashtags?|the\\sad|the\\sposter|the\\spicture|red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|neon|gold|silver';

const MEDIUM =
  '(?:instagram|insta|ig|facebook|fb|tiktok|whatsapp|kakao\\w*|naver|line)(?:\\s(?:story|stories|posts?|feed|reels?|ads?|channel|page))?';

const SAYING =
  '(?:\\s(?:announcing|saying|telling\\speople|to\\s(?:say|announce|tell\\speople)|about|that\\ssays)(?:\\sthat)?)?';

const of = (source: string): RegExp => new RegExp(source, 'giu');

/** What owners tell a designer in English: what is not to be seen, how business goes, what they would like and where it is to stand. */
const TALK: readonly RegExp[] = [
  // Do not use the word 'cheap'; and don't put any phone number on it; Please avoid red
  of(
    String.raw`${BEGIN}(?:please\s)?(?:(?:do\snot|don['’]?t|never)\s(?:use|put|include|show|mention|add|write|print|say|make)|avoid|leave\sout|skip|no\sneed\s(?:for|to\s\w+))\b(?=[^.!?,;\n]{0,60}\b(?:${OF_DESIGN})\b)[^.!?,;\n]{0,80}`,
  ),
  // business has been slow on Tuesdays
  of(
    String.raw`(?:\band\s)?\b(?:business|sales|trade|things|mondays?|tuesdays?|weekdays?)\s(?:has|have|is|are|['’]s|['’]ve)\s(?:been\s)?(?:(?:a\sbit|very|really|so|too|pretty)\s)?(?:slow|quiet|bad|down|dead|tough|terrible)\b[^.!?,;\n]{0,40}`,
  ),
  // so we want to offer a
  of(
    String.raw`(?:\b(?:so|and|that['’]?s\swhy)\s)?\b(?:i|we)(?:['’]d|\swould|['’]re|\sare)?\s(?:want|like|love|plan|planning|trying|hoping|thinking)\s(?:to|of)\s(?:offer|give|giving|offering|do|doing|run|running|have|having)\s(?:away\s)?(?:an?\s|our\s|the\s)?(?=\S)`,
  ),
  // and need a poster for
  of(
    String.raw`(?:\band\s)?\b(?:(?:i|we)(?:['’]m|['’]re|\sam|\sare)?\s)?(?:need|want|looking\sfor)\s(?:(?:an?|some|one|this)\s)?(?:[a-z-]{2,14}\s){0,2}?(?:banner|poster|flyer|flier|leaflet|ad|advert|post|image|picture|graphic|design|something|thumbnail|cover)\s(?:for|about|to\spromote|saying|announcing)(?:\s(?:our|the|my|an?)(?=\s))?(?:\s${MEDIUM})?${SAYING}(?=\s)`,
  ),
  of(String.raw`(?<=\w\s)\bfor\s(?:an?\s|our\s|my\s)?${MEDIUM}${SAYING}(?=\s|[.,!?]|$)`),
  // We want more people on Mondays; can you write it in English please; most of our guests are foreigners
  of(
    String.raw`${BEGIN}(?:(?:i|we)\s(?:want|need|would\slike|hope\sfor)\s(?:more|new|younger)\s(?:people|customers|guests|sales|bookings|members|students)\b|(?:can|could)\syou\s(?:please\s)?(?:write|make|do|put|use|keep|have)\s(?:it|this|the|everything)\b|most\sof\s(?:our|my)\s(?:guests|customers|clients|students|members)\sare\b|use\s(?:our|my)\s\w+\b|(?:so\s)?please\smake\s(?:an?|the|us)\s(?:notice|ad|poster|post|sign|banner|flyer)\b|something\s(?:fun|nice|simple|bold|cute|cool|elegant|warm|modern|eye-catching)\b|please\sno\b)[^.!?,:;\n$€£₩\d]{0,50}`,
  ),
  // you decide the rest; use your judgement; thanks in advance
  of(
    String.raw`${BEGIN}(?:(?:you\s(?:can\s)?(?:decide|choose|pick)|use\syour|up\sto\syou|surprise\sme|the\srest\sis|do\syour\sbest|same\sas\s(?:last|before)|like\s(?:the\s)?last\s(?:one|time)|similar\sto\s(?:the\s)?last)\b)[^.!?,;\n$€£₩\d]{0,50}`,
  ),
];

const SIGNS =
  /\b(?:can|could|most|something|more|please|don['’]?t|do not|never|avoid|leave out|skip|slow|quiet|bad|down|dead|tough|want|like|love|plan|trying|hoping|thinking|need|looking|for|decide|choose|pick|judgement|surprise|rest|same|similar)\b/iu;

/** What is said in English to the designer and not to the shop's customers. */
export function englishTalk(text: string): readonly Segment[] {
  const found: Segment[] = [];
  if (SIGNS.test(text))
    for (const pattern of TALK)
      for (const { index, 0: words } of text.matchAll(pattern))
        if (words.trim() !== '')
          found.push({
            kind: 'wish',
            start: index + words.length - words.trimStart().length,
            end: index + words.trimEnd().length,
          });
  return found;
}
