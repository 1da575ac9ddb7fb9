import type { Segment } from '../statements/segment.ts';
import { englishClauses } from './english-clauses.ts';

const DESIGN =
  'text|texts|fonts?|logos?|photos?|pictures?|images?|illustrations?|icons?|background|colou?rs?|emojis?|words?|headline|title|letters|lettering|neon|tone|style|layout|room|space|design|faces?|people|models?|cartoons?|clip-?art|graphics?|look|vibe|feel|mood|numbers?|phone|price tags?|borders?|shadows?|red|orange|yellow|green|blue|purple|pink|brown|black|white|gr[ae]y|gold|silver|pastels?|beige|navy';

const of = (source: string): RegExp => new RegExp(source, 'iu');

/** What is asked of the designer: by an imperative about a part of the ad, or by what is wanted of it. */
const ASKED: readonly RegExp[] = [
  of(
    String.raw`^(?:and\s|but\s|also\s|so\s|oh\s|ps:?\s)?(?:please\s|pls\s|plz\s|kindly\s)?(?:do\snot|don['’]?t|dont|never)\s(?:use|show|put|mention|include|add|write|print|draw|make|say|go)\b`,
  ),
  of(
    String.raw`^(?:and\s|but\s|also\s|so\s)?(?:please\s|pls\s|plz\s|kindly\s)?(?:avoid|stay\saway\sfrom|steer\sclear\sof|skip|leave\sout)\s`,
  ),
  of(
    String.raw`^(?:and\s|but\s|also\s|so\s|oh\s)?(?:please\s|pls\s|plz\s|kindly\s)?(?:(?:use|keep|leave|put|place|align|cent(?:er|re)|go\s(?:with|for)|set|try)\s(?:[\w'’-]+\s){0,6}?(?:${DESIGN}|it|everything)|(?:make|give)\s(?:it|everything|the\s(?:${DESIGN})))\b`,
  ),
  of(
    String.raw`^(?:i|we)(?:['’]d|\swould)?\s(?:really\s)?(?:like|prefer|want|love|hate|need)\s(?:it|the\s(?:${DESIGN})|something|nothing|a\s(?:\w+\s){0,2}(?:look|vibe|feel|style|tone)|(?:\w+\s)?(?:${DESIGN}))\b(?!.*\d)`,
  ),
  of(String.raw`^(?:and\s|but\s)?not\s(?:too|so|overly)\s(?:much\s|many\s)?[\w-]+(?:\s[\w-]+){0,3}$`),
  of(
    String.raw`^(?:and\s|but\s)?(?:please\s)?no\s(?:[\w-]+\s){0,2}(?:${DESIGN})(?:\s(?:of|with|in|on)\s[\w\s]{1,30})?(?:\splease)?$`,
  ),
  of(String.raw`^(?:the\s)?same\s(?:style|look|design|layout|colou?rs?|font|as)\b`),
  of(
    String.raw`^(?:warm|cool|bright|soft|dark|light|muted|earthy|bold|pastel|neutral|calm|clean|simple)\s(?:${DESIGN})(?:\s(?:please|would\sbe\s\w+))?$`,
  ),
  of(String.raw`^(?:square|portrait|landscape|vertical|horizontal)(?:\s(?:format|please|version|one))?$`),
  of(String.raw`^(?:and\s)?nothing\s(?:else|(?:too\s|overly\s)?[\w-]+(?:\slooking)?)$`),
  of(String.raw`^(?:please\s)?(?:write|word|phrase|say|do|set)\s(?:it|this|that)\s(?:like|in|as|so|the)\b`),
  of(
    String.raw`^(?:(?:black|white|red|blue|green|gold|grey|gray|pink|beige|navy)(?:\s(?:and|&)\s)?){1,3}\sonly$`,
  ),
  of(
    String.raw`^(?:this|it|that)['’]?s?\s(?:is\s)?(?:for|going\son)\s(?:my|our|the|an?)\s(?:\w+\s){0,2}(?:window|instagram|insta|story|stories|feed|facebook|website|door|counter|wall|page|newsletter)\b`,
  ),
];

/** What the designer is told or asked of the one who speaks. */
const TALK: readonly RegExp[] = [
  // A shop speaks to its customers as 'we': who says 'I' speaks for himself.
  of(
    String.raw`^(?:i(?!['’]d|\s(?:want|need|would|would\slike|like)\b)|i['’]m|i['’]ve|i\sam|my\s(?:boss|husband|wife|partner|daughter|son|sister|brother|mom|mum|dad|friend|manager))\b(?!.*(?:[$€£₩%\d]|\bfree\b))`,
  ),
  of(String.raw`^(?:and\s)?this\sis\s(?:my|our)\sfirst\b|\bsorry$|\bnobody\sknows\b`),
  of(
    String.raw`^(?:we|business|sales|things|trade|footfall)(?:['’]ve|['’]re|\shave|\sare|\sis|\shas)?\s(?:been\s|really\s|very\s|a\sbit\s|kind\sof\s|pretty\s)*(?:slow|quiet|losing|struggling|down|dead|not\sgetting|getting\sfewer|bad)\b`,
  ),
  of(
    String.raw`^(?:loved|liked|thanks\sfor|thank\syou\sfor|great\sjob|really\sliked)\b|\byou\s(?:did|made|sent|designed|drew)\b`,
  ),
  // What it is to announce is told to customers.
  of(
    String.raw`^(?!.*\b(?:announc(?:ing|es?)|saying|says|telling|tells)\s)(?:hi\s|hey\s|hello\s)?(?:can|could|would|will|do|is|are|should|how|what|who|where|when)\b.*\b(?:you|i|this|it)\b.*\b(?:make|do|design|send|write|ask|need|help|possible|cost|long|take|done|ready|finished)\b`,
  ),
];

/** What leads in what is told: 'so we want to offer', 'this time:', 'and need a poster for'. */
const LEADS =
  /(?<=^|[.!?;,\n]\s?|\s)(?:(?:and|but|so)\s)?(?:(?:we|i)(?:['’]d|\swould)?\s(?:(?:just\s)?(?:want|need|like|love|plan|decided)\s)to\s(?:offer|do|run|give|have|sell|push|try|let\s(?:people|everyone)\sknow(?:\sthat)?)\s|(?:(?:we|i)\s)?(?:need|want)\s(?:an?\s|some\s|one\s)?(?:[\w-]+\s){0,3}?(?:poster|flyer|banner|ad|leaflet|post|sign|something|story|image|graphic)s?\s(?:for|about|announcing|saying|that\ssays|to\s(?:promote|announce))\s(?:our\s|my\s|the\s|an?\s)?)|(?<=^|[.!?;\n]\s?)(?:this\stime|for\sthis\sone|details|body|info|offer):\s|(?<=^|[.!?;,\n]\s?|\s)so\s(?:we|i)(?:['’]re|['’]m|\sare|\sam)\s(?:doing|offering|running|giving|having)\s(?:an?\s)?/giu;

/**
 * What a request in English says to the designer, clause by clause.
 *
 * @param asked whether something else of the text is said to the designer: without a sign of one, talk is an ad's own voice
 */
export function englishAddress(text: string, asked: boolean): readonly Segment[] {
  const clauses = englishClauses(text).map((clause) => ({
    ...clause,
    words: clause.words.replace(/^(?:and|but|so|because|since)\s/iu, ''),
  }));
  const wishes = clauses.filter(({ words }) => ASKED.some((pattern) => pattern.test(words)));
  const isBrief = asked || wishes.length > 0;
  const talk = isBrief
    ? clauses.filter(
        (clause) => !wishes.includes(clause) && TALK.some((pattern) => pattern.test(clause.words)),
      )
    : [];
  const leads = isBrief
    ? [...text.matchAll(LEADS)].map(({ index, 0: words }) => ({
        start: index,
        end: index + words.trimEnd().length,
      }))
    : [];
  return [...wishes, ...talk, ...leads].map(({ start, end }): Segment => ({ kind: 'wish', start, end }));
}
