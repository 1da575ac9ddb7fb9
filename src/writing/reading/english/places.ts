/** A number and its street, with where in the building, in which town, and that somebody moves there. */
export const ADDRESS =
  /(?:(?:\b(?:[Tt]he|[Oo]ur)\s(?:[\w'’-]{2,20}\s){1,3}?(?:(?:has|is|will)\s)?|\b[Ww]e\s(?:have\s|are\s|will\s)?|\b[Ww]e['’](?:ve|re)\s)?(?:now\s)?\b(?:(?:[Ww]ill|[Ii]s|[Aa]re)\s)?(?:[Mm]ov(?:es?|ed|ing)|[Rr]elocat(?:es?|ed|ing))\sto\s|\b(?:[Ff]ind\sus|[Vv]isit\sus|[Cc]ome\sto|[Ll]ocated|[Ww]e\sare)\s(?:at\s)?|\b(?:[Uu]pstairs\s|[Dd]ownstairs\s)?[Aa]t\s)?(?:\b(?:\d{1,3}(?:st|nd|rd|th)\s[Ff]loor|[Ff]loor\s\d{1,3}|(?:[Uu]nit|[Ff]lat|[Ss]uite|[Rr]oom|[Ss]hop|[Aa]pt|[Aa]rch|[Ss]tall|[Ss]tudio|[Bb]ay|[Kk]iosk)\.?\s\w{1,6}),\s(?:(?<![\d$€£₩.,%/-])\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?\s)?|(?<![\d$€£₩.,%/-])\d{1,5}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?\s)(?:[A-Z][\w'.-]{0,24}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Drive|Dr|Square|Plaza|Way|Place|Court|Parkway|Highway|Terrace|Row|-?daero|-?ro|-?gil)\b\.?(?:,\s(?:\d{1,3}(?:st|nd|rd|th)\s[Ff]loor|[Ff]loor\s\d{1,3}|(?:[Uu]nit|[Ss]uite|[Rr]oom|[Ss]hop|[Aa]pt)\.?\s\w{1,6}|#\s?\d{1,5}|\d{1,3}F\b|[A-Z][\w'-]{1,24}(?:\s[A-Z][\w'-]{1,24}){0,2}(?:\s\d{4,6})?(?![\w%])(?=\s*(?:[,.;!?()|/\n]|[–-]\s|$)))|,?\s(?:[Ii]n [Tt]he )?(?:(?:[Ll]ower |[Uu]pper )?[Bb]asement|[Uu]pstairs|[Dd]ownstairs|(?:[Gg]round|[Ll]ower|[Uu]pper|\d{1,2}(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]op) (?:[Ff]loor|[Ll]evel)|[Mm]ezzanine|[Rr]ear(?:\s[Ee]ntrance)?|(?:[Ll]evel|[Ff]loor|[Ss]tall|[Ss]hop|[Uu]nit|[Ss]uite) \d{1,4}[a-zA-Z]?)\b)*/gu;

/** From where a shop moves, when, and where to: "We're leaving 12 Mill Lane on 31 January for Unit 4, Dock Rd". */
export const MOVING = new RegExp(
  String.raw`\b[Ww]e(?:['’]re|\sare|['’]ve|\shave)?\s(?:leav|left|mov)[a-z]*\s[^.!?;\n]{3,70}?\s(?:for|to)\s${ADDRESS.source}`,
  'gu',
);

const NAME = String.raw`[A-Z][\w'’-]{1,20}(?:\s(?:of|and|&)(?=\s[A-Z])|\s[A-Z][\w'’-]{1,20}){0,4}`;
const BUILDING =
  'chemist|pharmacy|church|chapel|station|library|post office|bank|bakery|butchers?|market|town hall|pub|school|park|car park|bus stop|petrol station|gas station|supermarket|village hall|cinema|theatre|mall|museum|harbour|pier|bridge|laundromat|barbers?|clock tower|fire station|hospital|gym|cafe|hotel';
const HOUSE =
  'barn|shop|studio|workshop|unit|kiosk|stall|van|truck|yard|garage|shed|hut|cabin|cellar|basement|upstairs|downstairs|old [a-z]{3,10}';
/** No towns. */
const NO_TOWN =
  'Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Open|Closed|Call|Text|Book|Free|Cash|No|Please|Come|Daily|Kids|Walk';
const TOWN = String.raw`(?:,\s(?:\d{1,5}[A-Za-z]?\s)?(?!(?:${NO_TOWN}))[A-Z][a-z’'-]{2,20}(?:\s[A-Z][a-z’'-]{2,20}(?<!\s(?:${NO_TOWN})[a-z]{0,6})){0,2}(?!\s(?!(?:open|from|every|on|at|daily|until|till)\b)[a-z]))`;

/** What a place stands beside, where a statement begins with it, and its town: 'Barn behind the Red Lion, Thaxted'. */
export const BESIDE = new RegExp(
  String.raw`(?<=^\s*|[,.;:!?\n()|•–—-]\s*|[\d%]\s)(?:[Ff]ind\sus\s|[Vv]isit\sus\s|[Ll]ocated\s|(?:[Ww]e|[Ww]e\sa|[Ww]e['’])re\s)?(?:(?:[Tt]he\s|[Ii]n\sthe\s)?(?:${HOUSE}|${HOUSE.replaceAll(/(^|\|)([a-z])/g, (_, bar: string, letter: string) => bar + letter.toUpperCase())})\s)?(?:[Bb]ehind|[Aa]bove|[Bb]elow|[Nn]ext\sto|[Oo]pposite|[Aa]cross\sfrom|[Bb]eside|[Rr]ound\sthe\sback\sof|[Ii]n\sfront\sof)\s(?:[Tt]he\s)?(?:${NAME}|(?:old\s)?(?:${BUILDING})\b)${TOWN}{0,2}`,
  'gu',
);
