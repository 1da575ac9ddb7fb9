import { WEB_ADDRESS } from '../../ad/links.ts';

/** Stand for the ends of what is struck out until their places are known; no text from outside keeps them. */
export const STRUCK_FROM = '\ue000';
export const STRUCK_TO = '\ue001';

/** Queries that only tell a site where a visitor came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|si|mc_[ce]id|_ga|n_media|n_query|n_rank|n_ad\w*|n_keyword\w*|napm|srsltid|ref_src|spm)$/i;

const LINK = new RegExp(WEB_ADDRESS, 'giu');

/** Links without the queries that track visitors. */
export function cutTracking(text: string): string {
  return text.replaceAll(LINK, (link) => {
    const [address = '', ...queries] = link.split('?');
    if (queries.length === 0) return link;
    const [query = '', fragment] = queries.join('?').split('#');
    const kept = query.split('&').filter((pair) => pair !== '' && !TRACKING.test(pair.split('=')[0] ?? ''));
    return `${address}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment === undefined ? '' : `#${fragment}`}`;
  });
}

/** What only a single tilde on either side strikes: a price, since tildes part ranges and end spoken sentences too. */
const STRUCK_PRICE =
  /(?<![\p{L}\p{N}~])~((?:[^~\n]{0,20}[^~\n\d,.])?[₩$€£]?\d[\d,.]{0,12}\s?(?:만|천|원|만원|천원|won|krw|usd)?)~(?![\p{L}\p{N}~])/giu;

/** Rules in order: what stands, what it becomes. Sources: Discord's and Slack's pages on formatting messages. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/<(?:@[!&]?|#|!|a?:\w{1,32}:)[\w-]{1,24}(?:\|[^<>\n]{0,80})?>|<t:-?\d{1,20}(?::\w)?>/g, ' '],
  [/(?<![\w.@])@(?:everyone|here|channel)(?![\w.])/g, ' '],
  [/<((?:https?|mailto|tel):[^|<>\s]{1,2000})\|([^<>\n]{0,200})>/g, '[$2]($1)'],
  [/<((?:https?|mailto|tel):[^|<>\s]{1,2000})>/g, '$1'],
  [/<(?:del|s|strike)>([^<>\n]{1,200})<\/(?:del|s|strike)>/gi, `${STRUCK_FROM}$1${STRUCK_TO}`],
  [/<\/?(?:b|i|u|em|strong|br|p|span)\s?\/?>/gi, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#0?39;|&apos;/g, "'"],
  [/&nbsp;/g, ' '],
  [/&amp;/g, '&'],
  [/```(?:[a-z]{1,12}\n)?/g, '\n'],
  [/~~([^~\n]{1,200})~~/g, `${STRUCK_FROM}$1${STRUCK_TO}`],
  [STRUCK_PRICE, `${STRUCK_FROM}$1${STRUCK_TO}`],
  [/~~|\|\||`/g, ' '],
  [/\*{2,3}/g, ''],
  [/(?<![\p{L}\p{N}*])\*(\S(?:[^*\n]{0,500}\S)?)\*(?![\p{L}\p{N}*])/gu, '$1'],
  [/(?<![\p{L}\p{N}_@./])_{1,3}(\S(?:[^\n_]{0,500}[^\s_])?)_{1,3}(?![\p{L}\p{N}_])/gu, '$1'],
  [/^ *(?:> ?)+/gm, ''],
  [/(?<=[^\d\s원]) > (?=\S)|(?<=\S) > (?=[^\d\s₩$])/g, '\n'],
  [/^ *-?#{1,3} +/gm, ''],
  [/(?<![\p{L}\p{N}]):(?=[\w'+-]*[a-z])[\w'+-]{2,40}:(?::skin-tone-\d:)?(?!\d)/gu, ' '],
  [/\\([*_~|`<>[\]()#@:+-])/g, '$1'],
];

/** A link with its words: both are said. */
const LABELLED = /\[([^[\]\n]{0,200})\]\(((?:https?|mailto|tel):[^\s()]{1,2000})\)/g;

/** A text as its writer sees it in a chat; what is struck out stands between the signs of `normalise.ts`. */
export function withoutMarkup(text: string): string {
  let plain = text;
  for (const [rule, becomes] of RULES) plain = plain.replaceAll(rule, becomes);
  return plain.replaceAll(LABELLED, (_, label: string, link: string) => {
    const address = link.replace(/^(?:mailto|tel):/, '');
    const bare = address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
    const same = label.trim() === '' || bare === label.trim().replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
    return same ? ` ${address} ` : ` ${label.trim()} ${address} `;
  });
}
