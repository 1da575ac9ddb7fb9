import { type Eojeol, eojeolsOf } from '../../../language/morphology/eojeols.ts';
import type { Span } from '../normalise.ts';

/** What is said at a time in Korean: up to a mark, or a verb that ends or hands on. Its words stand in the whole text. */
export interface Utterance extends Span {
  readonly words: readonly Eojeol[];
}

/** Marks between utterances; what is quoted is no utterance of its own. */
const PARTS = /["“'‘「『][^"”'’」』\n]{1,80}["”'’」』]|[^.!?;~…\n,/|()"“”'‘’「」『』]+|,(?=\d)/gu;

/** A figure that is told, and no years of work, age or number of pictures. */
const FIGURE = /\d(?!\d{0,12}\s?(?:년|대(?![가-힣])|장\s?만|:\d|[x×]\d))/u;

/** Kinds of words that a told figure goes on with. */
const TOLD =
  /^(?:할인|무료|휴무|포함|별도|제외|증정|불가|가능|이상|이하|까지만?|부터|한정|추가|마감|오픈|영업|적립|동안|기준|예정|모집|예약|필수|반값|정도)/u;

/** Longest stretch between marks that is read. */
const LONGEST = 240;

/** The utterances of a text that hold no figure: behind a figure another begins. */
export function utterancesOf(text: string): readonly Utterance[] {
  const utterances: Utterance[] = [];
  for (const { index, 0: part } of text.matchAll(PARTS)) {
    if (/^["“'‘「『]/u.test(part) || part.length > LONGEST || !/[가-힣]{2}/u.test(part)) continue;
    let words: Eojeol[] = [];
    const close = (): void => {
      const [first] = words;
      const last = words.at(-1);
      if (first !== undefined && last !== undefined)
        utterances.push({ start: first.start, end: last.end, words });
      words = [];
    };
    let behindFigure = false;
    const all = byBlanks(part, index);
    for (const [at, word] of all.entries()) {
      const isTold: boolean = FIGURE.test(word.text) || (behindFigure && TOLD.test(word.text));
      behindFigure = isTold;
      if (isTold) {
        close();
        continue;
      }
      words.push(word);
      if (ends(word, all[at + 1])) close();
    }
    close();
  }
  return utterances;
}

/** The analyser parts signs from words; here a word goes from blank to blank. */
function byBlanks(part: string, index: number): readonly Eojeol[] {
  const words: Eojeol[] = [];
  for (const eojeol of eojeolsOf(part)) {
    const placed = { ...eojeol, start: index + eojeol.start, end: index + eojeol.end };
    const last = words.at(-1);
    if (last !== undefined && last.end === placed.start)
      words[words.length - 1] = {
        text: last.text + placed.text,
        start: last.start,
        end: placed.end,
        morphemes: [...last.morphemes, ...placed.morphemes],
      };
    else words.push(placed);
  }
  return words;
}

/** Verbs that hand on to another sentence: 빼주시고, 부탁드리고, 모집이고, 정육점인데. */
function handsOn({ text, morphemes }: Eojeol): boolean {
  if (/(?:주시고|드리고|마시고|두시고|하시고|부탁하고)(?:요)?$/u.test(text)) return true;
  if (morphemes.length === 1 && /[가-힣]{2}(?:이고요?|인데요?|이구요?)$/u.test(text)) return true;
  // '가격은 빼고': what is left out is said.
  if (/^(?:빼고|말고)$/u.test(text)) return true;
  const [copula, ending] = morphemes.slice(-2);
  return copula?.tag === 'VCP' && ending?.tag === 'EC' && /^(?:고|ㄴ데|며)$/u.test(ending.text);
}

/** Whether a sentence ends with a word; words that the analyser does not know end as they are spelled. */
function ends(word: Eojeol, next: Eojeol | undefined): boolean {
  const last = word.morphemes.at(-1);
  if (last === undefined) return false;
  if (handsOn(word)) return true;
  // '만들어줘 강아지 미용': what is asked for so is asked.
  if (/(?:[가-힣]줘|주라|부탁)$/u.test(word.text)) return !/^(?:드|해|합|할|요)/u.test(next?.text ?? '');
  if (/ㄴ다|는다/u.test(last.text) && last.tag === 'EF') return false;
  if (last.tag === 'EF' && !/^(?:게|음)$/u.test(last.text)) return true;
  if (last.tag === 'JX' && /^이?요$/u.test(last.text)) return true;
  return /[가-힣]{2}(?:니다|[아어해세에예네죠지돼되데려라서고구게래까나가]요|용|염)$/u.test(word.text);
}
