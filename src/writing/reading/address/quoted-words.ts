import { TEXT_LIMITS } from '../../../ad/parse/request-limits.ts';
import { defined } from '../../../collections/defined.ts';
import { syllablesOf } from '../../../language/hangul.ts';
import type { Segment } from '../statements/segment.ts';

/** Words that somebody quotes and gives a place: they stand there as they are. */
export interface QuotedCopy {
  readonly headline?: string;
  readonly sub?: string;
  readonly cta?: string;
}

/** Where the quoted words are to stand; `content` is to be told, wherever. */
type Place = 'headline' | 'line' | 'sub' | 'cta' | 'content';

const PLACES: readonly (readonly [Place, RegExp])[] = [
  ['sub', /^(?:서브|부제|소제목|sub)/iu],
  ['cta', /^(?:버튼|button|cta|call to action)/iu],
  [
    'headline',
    /(?:헤드|타이틀|제목|메인|슬로건|캐치프레이즈|큰|맨\s?위|크게|headline|title|slogan|tagline)/iu,
  ],
  ['content', /^바디|^body/iu],
  ['line', /(?:문구|카피|글귀|멘트|text|copy|wording)/iu],
];

const QUOTE = String.raw`(?<quote>"[^"\n]{1,120}"|“[^”\n]{1,120}”|‘[^’\n]{1,120}’|(?<![A-Za-z])'[^'\n]{1,120}'(?![A-Za-z])|「[^」\n]{1,120}」|『[^』\n]{1,120}』)`;

const LABEL_KO = String.raw`(?:(?:메인|큰|맨\s?위|서브|작은|이번)\s?)?(?:헤드라인|타이틀|소제목|제목|헤드\s?카피|바디\s?카피|헤드|바디|카피|문구|글귀|멘트|슬로건|캐치프레이즈|부제목?|본문|내용|서브|메인|버튼|CTA|(?:큰|제일\s?큰|가장\s?큰)\s?(?:글씨|글자)(?=로)|맨\s?위(?=에)|크게)(?:\s?(?:문구|글자|글씨|카피|이름|텍스트))?(?:(?<=[씨자])로|은요?|는요?|에는|에|엔|으로는?|로는?|이|을|를)?(?:\s?[:：=-])?\s?`;
const TAIL_KO = String.raw`(?<tail>\s?(?:이?라는\s(?:말|문구)(?:로|를)?|이?라고|으로|로|을|를|이요|요)?(?:\s?(?:크게|꼭|좀|그대로))?(?:\s?(?:부탁\S{0,6}|(?:해|하|넣|적|써|쓰|달|가|박)[가-힣]{0,3}(?:\s?(?:주세요|주시고요?|주시면\s?\S{1,4}|주고))?)(?=[\s,.!?]|$))?)`;

const KOREAN = new RegExp(String.raw`(?<![가-힣])(?<label>${LABEL_KO})${QUOTE}${TAIL_KO}`, 'giu');

const ENGLISH = new RegExp(
  String.raw`(?<=^|[.!?;:,\n]\s?|\band\s)(?<label>(?:please\s)?(?:(?:make|put|use|set)\s)?(?:the\s|our\s|a\s)?(?:main\s|big\s)?(?:headline|title|slogan|tagline|sub-?(?:title|head(?:line)?|line)|button|cta|call to action|text|copy|wording|body)(?:\s(?:should|must|to|has to))?(?:\s(?:be|read|reads|say|says|is))?:?\s?)${QUOTE}(?<tail>(?:\s(?:and\s)?(?:nothing\selse|no\sother\s(?:text|words)|only))?)`,
  'giu',
);

/** Behind quoted words, that these are all: 'and nothing else', '이것만 들어가면 돼요'. */
const ONLY =
  /^[\s,.]*(?:(?:딱\s)?(?:이것|이거|요것|여기까지|이대로|이\s?문구|이\s?내용|그것)(?:만|들만)?(?:\s\S{1,6}){0,2}?\s?(?:들어가|넣|쓰|써|적|나오|하|해)\S{0,4}(?:\s?(?:되|돼|됩|주|면)\S{0,5})?)/u;

/** Longest line of words that is meant as the ad's headline, in syllables. */
const LINE = 24;

/** Words that are quoted with the place that they are to have, and what frames them, which is never lettered. */
export function findQuotedWords(text: string): {
  readonly copy: QuotedCopy;
  readonly frames: readonly Segment[];
} {
  const frames: Segment[] = [];
  const copy: { headline?: string; line?: string; sub?: string; cta?: string } = {};
  for (const match of [...text.matchAll(KOREAN), ...text.matchAll(ENGLISH)]) {
    const { label = '', quote = '', tail = '' } = match.groups ?? {};
    const words = quote.slice(1, -1).trim();
    const place = PLACES.find(([, sign]) => sign.test(label.trim().replace(/^(?:the|our|a)\s/iu, '')))?.[0];
    const from = match.index + label.length + quote.length;
    frames.push({ kind: 'wish', start: match.index, end: match.index + label.trimEnd().length });
    const only = ONLY.exec(text.slice(from + tail.length))?.[0].length ?? 0;
    if (tail.trim() !== '' || only > 0)
      frames.push({
        kind: 'wish',
        start: from + tail.length - tail.trimStart().length,
        end: from + tail.length + only,
      });
    if (place !== undefined && place !== 'content' && words.length <= limitOf(place, words))
      copy[place] ??= words;
    if (place === 'cta') frames.push({ kind: 'wish', start: match.index, end: from });
  }
  const headline = copy.headline ?? copy.line;
  return { copy: defined({ headline, sub: copy.sub, cta: copy.cta }), frames };
}

/** A line of several parts, or a long one, is what is to be told, and no headline. */
function limitOf(place: Exclude<Place, 'content'>, words: string): number {
  if (place === 'line')
    return syllablesOf(words) <= LINE && !/[/|·]|\d원/u.test(words) ? TEXT_LIMITS.headline : 0;
  return TEXT_LIMITS[place];
}
