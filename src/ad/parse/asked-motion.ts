import { defined } from '../../collections/defined.ts';
import { ANY_MOTION, type LoopKind } from '../motion.ts';
import type { AdRequest } from '../request.ts';
import type { RequestRules } from './request-rules.ts';

/** Where a request's own words ask for an ad that moves. */
export interface AskedMotion {
  /** UTF-16 units in the text. */
  readonly start: number;
  readonly end: number;
  /** The word before it, which may say how: '경쾌하게', 'calm'. */
  readonly how?: { readonly name: string; readonly start: number };
  /** The kind of file that is named. */
  readonly file?: LoopKind;
}

/** Asks for it to be made, and never tells of what somebody makes for others. */
const PLEASE = String.raw`\s?(?:(?:하나|한\s?(?:장|개)|좀|도)\s)?(?:(?:만들어|제작해|보내|뽑아|바꿔|해)\s?(?:줘|주세요|주실|줄래|주시|달라|봐)|부탁|원해|원합|주세요|줘)[가-힣]{0,5}(?:\s(?:감사|고맙|좋겠)[가-힣]{0,8})?`;

/** Nothing else stands in its part of the sentence. */
const END = String.raw`(?=\s*(?:$|[,.!?~)\n]))`;
const BEGIN = String.raw`(?<=^|[,.(\n]\s?)`;

const HOW_KO = String.raw`(?:(?<how>[가-힣]{2,5})\s)?`;
const HOW_EN = String.raw`(?:\b(?<how>[a-z]{4,9})\s)?`;

/** What an ad is called, and nothing that a shop sells. */
const AD_KO = '광고|GIF|움짤|배너|포스터|시안|썸네일|버전';
const PICTURE_KO = `${AD_KO}|이미지|사진|그림|전단지?|카드|스토리|피드|게시물|화면|메뉴판|걸|것|거`;
const AD_EN =
  'gif|webp|ad|advert|advertisement|banner|poster|image|post|story|version|thumbnail|flyer|graphic';

const CALLS: readonly RegExp[] = [
  String.raw`${HOW_KO}(?:움직이는|움직여지는)\s(?:(?:${PICTURE_KO})(?:(?:으로|로)(?:${PLEASE}|(?![가-힣]))|(?:을|를|이|가)?${PLEASE})|(?:${AD_KO})(?:를|을|로|으로)?${END})`,
  String.raw`${HOW_KO}움직이게(?:${PLEASE}|${END})`,
  String.raw`(?:GIF|움짤|MP4|WEBP)\s?(?:파일|광고|배너|포스터|이미지|형식|포맷|버전)?(?:(?:으로|로)(?:${PLEASE}|${END})|(?:을|를)?${PLEASE})`,
  String.raw`(?:동영상|영상|비디오|애니메이션|모션)\s?(?:(?:광고|배너|포스터|파일|버전)(?:(?:으로|로)(?:${PLEASE}|${END})|(?:을|를)?${PLEASE})|(?:으로|로)${PLEASE})`,
  String.raw`${BEGIN}(?:동영상|영상|비디오|애니메이션)(?:으로|로)${END}`,
  String.raw`${BEGIN}(?:GIF|움짤)${END}`,
  String.raw`(?<!\b(?:we|i)\s(?:make|sell|design|create|offer)\s(?:an?\s)?)${HOW_EN}\b(?:(?:as|in)\s)?(?:an?\s)?(?:animated|moving)\s(?:${AD_EN})\b(?:,?\splease\b)?`,
  String.raw`(?<!\b(?:available|sold|comes?|offered)\s)\b(?:as|in)\s(?:an?\s)?(?:(?<how>[a-z]{4,9})\s)?(?:gif|webp|mp4|video)\b(?:\s(?:file|format|ad|version))?`,
  String.raw`\b(?:as\s)(?:an?\s)?(?:(?<how>[a-z]{4,9})\s)?animation\b`,
  String.raw`\b(?:make|create|want|need|design)\s(?:me\s|us\s)?an?\s(?:video|gif)(?:\sad)?\s(?=for\b|of\b|about\b)`,
  String.raw`\b(?:make|have|get)\s(?:it|this|the\s(?:ad|picture|image))\s(?:move|animated|moving)\b|\banimate\s(?:it|this|the\s(?:ad|picture|image))\b`,
  String.raw`\bwith\s(?:some\s|a\slittle\s)?(?:motion|animation)\b${END}`,
  String.raw`${BEGIN}(?:animated(?:,?\splease)?|(?:gif)(?:,?\splease)?)${END}`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** A text with none of these asks for no motion: the calls, which take long to be compiled, are then left alone. */
const SIGN = /움직|움짤|영상|비디오|애니메이션|모션|gif|webp|mp4|video|anima|mov|motion/iu;

/** Words behind it, or before it, that take it back: 'GIF 말고', 'no animated banner'. */
const DENIED_AFTER = /^\s?(?:은|는|이)?\s?(?:말고|아니|빼고|없이|싫|필요\s?없|하지\s?(?:마|말)|안\s)/u;
const DENIED_BEFORE =
  /\b(?:no|not|never|without|instead of|don['’]?t|do not)\s(?:(?:want|need|make|use|be)\s)?(?:an?\s|any\s|it\s)?$/iu;

/** What the words call its file. */
const FILES: readonly (readonly [RegExp, LoopKind])[] = [
  [/gif|움짤/iu, 'gif'],
  [/webp/iu, 'webp'],
  [/mp4|영상|비디오|video/iu, 'mp4'],
];

/** Where a text asks for an ad that moves, in its order, without overlaps. */
export function findAskedMotion(text: string): readonly AskedMotion[] {
  if (!SIGN.test(text)) return [];
  const found: AskedMotion[] = [];
  for (const call of CALLS) {
    for (const match of text.matchAll(call)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      const { how } = match.groups ?? {};
      if (DENIED_AFTER.test(text.slice(end)) || DENIED_BEFORE.test(text.slice(0, start))) continue;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const without = how === undefined ? start : text.indexOf(how, start) + how.length + 1;
      found.push({
        start: without > end ? start : without,
        end,
        ...defined({
          how: how === undefined ? undefined : { name: how, start: text.indexOf(how, start) },
          file: FILES.find(([sign]) => sign.test(match[0]))?.[1],
        }),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** How a text asks for its ad to move: by the first words that do, of which the one before them may say how. */
export function askedMotion(
  text: string,
  { findMotion }: Pick<RequestRules, 'findMotion'>,
): Pick<AdRequest, 'motion' | 'motionFiles'> & { readonly words?: string } {
  const asked = findAskedMotion(text);
  const [first] = asked;
  if (first === undefined) return {};
  const named = asked.flatMap(({ how }) => (how === undefined ? [] : (findMotion?.(how.name) ?? [])));
  const files = [...new Set(asked.flatMap(({ file }) => file ?? []))];
  return {
    words: text.slice(first.start, first.end),
    motion: named[0] ?? ANY_MOTION,
    ...(files.length === 0 ? {} : { motionFiles: files }),
  };
}
