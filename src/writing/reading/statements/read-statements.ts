import type { Statement } from '../../../ad/statement.ts';
import { defined } from '../../../collections/defined.ts';
import { isJapaneseOrChinese, segmentCjk } from '../cjk/segment-cjk.ts';
import { oneProduct } from '../english/one-product.ts';
import { segmentEnglish } from '../english/segment-english.ts';
import { findEnglishWholes } from '../english/wholes.ts';
import { segmentKorean } from '../korean/segment-korean.ts';
import { findKoreanWholes } from '../korean/wholes.ts';
import type { Span } from '../normalise.ts';
import { findRecalls } from './find-recalls.ts';
import { joinFormerPrices } from './join-former-prices.ts';
import { joinPlaces } from './join-places.ts';
import { findListHeadings } from './list-headings.ts';
import type { Clause, Segment, SegmentContext, Segmenter } from './segment.ts';
import { type PlacedSegment, settleProducts } from './settle-products.ts';
import { splitClauses } from './split-clauses.ts';

const HANGUL = /\p{Script=Hangul}/u;
const SAID = /[\p{L}\p{N}]/u;

/** Marks at the ends of a statement that say nothing there. */
const EDGE_BEFORE = /^(?:[\s,.:;!?·|/*_"'“”‘’)[\]{}<>=→^]|\((?![^()]*\))|[~\-–—](?!\d)|)+/u;
const EDGE_SIGN = /[\s,:;!?·|/*_"'“”‘’([{<>=→^\-–—]/u;

/** All statements of a text, in order: every letter and digit of it stands in exactly one. */
export function readStatements(context: SegmentContext): readonly Statement[] {
  const free = ({ start, end }: Span): boolean =>
    context.taken.every((other) => end <= other.start || start >= other.end);
  const wholes = [
    ...findEnglishWholes(context.text, context.struck),
    ...(HANGUL.test(context.text) ? findKoreanWholes(context.text) : []),
  ].filter(free);
  const recalls = findRecalls(context).filter(free);
  const headings = recalls.length > 0 ? recalls : findListHeadings(context).filter(free);
  const apart = wholes.filter(({ start, end }) => headings.every((h) => end <= h.start || start >= h.end));
  const taken = [...context.taken, ...apart, ...headings].sort((a, b) => a.start - b.start);
  const segments: PlacedSegment[] = [...taken];
  for (const [index, clause] of splitClauses(context.text, taken).entries()) {
    for (const part of without(clause, taken)) {
      const free = { ...part, first: opens(part, headings, { ...context, taken }) };
      if (!SAID.test(context.text.slice(free.start, free.end))) continue;
      segments.push(
        ...covering(
          free,
          segmenterOf(context.text.slice(free.start, free.end), context.text)(free, context),
          context.text,
        ).map((segment) => ({ ...segment, clause: index })),
      );
    }
  }
  const inOrder = segments.sort((a, b) => a.start - b.start);
  const settled = HANGUL.test(context.text)
    ? settleProducts(inOrder, context)
    : oneProduct(inOrder, context.text);
  return statementsOf(joinFormerPrices(joinPlaces(settled, context.text), context.text), context.text);
}

/** A few Latin words or figures in a Korean text are read as Korean: 'Only 7,000원', '02-123-4567'. */
function segmenterOf(words: string, text: string): Segmenter {
  // A price in won is no Korean sentence: '手工饺子 一份 12,000원'.
  const isKorean = HANGUL.test(words.replaceAll(/(?<=\d)\s?[만천]?원/gu, ''));
  if (!isKorean && isJapaneseOrChinese(words)) return segmentCjk;
  if (HANGUL.test(words)) return segmentKorean;
  return HANGUL.test(text) && words.split(/[A-Za-z] +(?=[A-Za-z])/).length < 4
    ? segmentKorean
    : segmentEnglish;
}

/** Whether a sentence begins here: behind what is only wished, or a list's title that names no goods, what is sold does. */
function opens(
  { start, first }: Clause,
  headings: readonly Segment[],
  { text, taken }: SegmentContext,
): boolean {
  const heading = headings.find(({ end }) => end <= start && !SAID.test(text.slice(end, start)));
  if (heading !== undefined) return heading.kind === 'description';
  return (
    first ||
    (start < FAR &&
      !SAID.test(
        without({ start: 0, end: start, first, bracketed: false }, taken)
          .map((free) => text.slice(free.start, free.end))
          .join(''),
      ))
  );
}

/** Behind more than this, in UTF-16 units, no text is looked at for whether it only says what is wished. */
const FAR = 400;

/** The parts of a clause that nothing else has taken. */
function without(clause: Clause, taken: readonly Span[]): readonly Clause[] {
  const parts: Clause[] = [];
  let from = clause.start;
  for (const { start, end } of taken) {
    if (end <= from || start >= clause.end) continue;
    if (start > from) parts.push({ ...clause, start: from, end: start });
    from = end;
  }
  if (from < clause.end) parts.push({ ...clause, start: from });
  return parts;
}

/** The segments with what none of them covers. */
function covering(clause: Clause, segments: readonly Segment[], text: string): readonly Segment[] {
  const all: Segment[] = [];
  let from = clause.start;
  const rest = (to: number): void => {
    if (SAID.test(text.slice(from, to))) all.push({ kind: 'description', start: from, end: to });
  };
  for (const segment of segments) {
    rest(segment.start);
    all.push(segment);
    from = Math.max(from, segment.end);
  }
  rest(clause.end);
  return all;
}

function statementsOf(segments: readonly Segment[], text: string): readonly Statement[] {
  const statements: Statement[] = [];
  const said = segments.filter(({ start, end }) => SAID.test(text.slice(start, end)));
  for (const [index, segment] of said.entries()) {
    const span = trimmed(segment, text);
    const binds = said[index - 1]?.bindsNext === true ? index - 1 : boundBefore(said, index);
    const words =
      segment.said === undefined
        ? wordsOf(span, segment.oldPrice, text)
        : even(text, trimmed(segment.said, text));
    statements.push({
      kind: segment.kind,
      text: segment.kind === 'price' ? words.replace(SOLD_FOR, '').replace(PRICE_END, '$1') : words,
      ...span,
      ...defined({
        oldPrice:
          segment.oldPrice === undefined
            ? undefined
            : even(text, trimmed(segment.oldPrice, text)).replace(PRICE_END, '$1'),
        binds,
      }),
    });
  }
  return statements;
}

/** Kinds that are never lettered as they are: nothing is told beside them. */
const UNSAID: readonly string[] = ['trade', 'mood', 'wish', 'audience'];

/** The statement that a leaning one belongs to: the last before it that stands by itself. */
function boundBefore(said: readonly Segment[], index: number): number | undefined {
  if (said[index]?.bindsBefore !== true) return undefined;
  for (let at = index - 1; at >= 0; at--) {
    const before = said[at];
    if (before !== undefined && before.bindsBefore !== true && !UNSAID.includes(before.kind)) return at;
  }
  return undefined;
}

function trimmed({ start, end }: Span, text: string): Span {
  const words = text.slice(start, end);
  const before = EDGE_BEFORE.exec(words)?.[0].length ?? 0;
  let to = words.length;
  while (to > before && isEdge(words, to - 1)) to -= 1;
  return { start: start + before, end: closed(text, start + before, start + to) };
}

/** With the bracket or quote that closes one inside of the words: '심야(22시~09시)', '방탈출 <폐병원>'. */
function closed(text: string, start: number, end: number): number {
  const said = text.slice(start, end);
  const isOpen = (open: string, close: string): boolean =>
    text[end] === close && said.split(open).length > said.split(close).length;
  const isQuoted = text[end] === '"' && said.split('"').length === 2;
  const isNamed = text[end] === "'" && /(?<!\S)'[^']{1,30}$/u.test(said);
  return isOpen('(', ')') || isOpen('<', '>') || isOpen('“', '”') || isQuoted || isNamed ? end + 1 : end;
}

/** Whether a last sign says nothing: '~' behind a figure means 'from', a dot may be of 'a.m.'. */
function isEdge(words: string, at: number): boolean {
  const sign = words[at] ?? '';
  if (sign === '~') return !/[\d시일원월만천%円元]/u.test(words[at - 1] ?? '');
  if (sign === '.') return !/\b[ap]\.m$/.test(words.slice(Math.max(0, at - 4), at));
  return EDGE_SIGN.test(sign);
}

function even(text: string, { start, end }: Span): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
  // One half of a pair of quotes says nothing.
  return words.split('"').length === 2 ? words.replace(/(?<!\d)"/u, '') : words;
}

/** That it is sold, said behind its price: '8천원 팔거야', '한단 4천에 드려요'. */
const SOLD_FOR =
  /(?<=[\d만천백원]|(?:원|만|천)에)(?:에)?\s(?:팔거야|팔꺼야|팔게요|팔아요|팝니다|판매합니다|판매해요|판매중(?:입니다)?|(?<=에\s)드려요|(?<=에\s)드립니다|(?<=에\s)모십니다)$/u;

/** What a sentence hangs on a price: 4,900원으로, 6,500원에서, 5천원입니다. */
const PRICE_END =
  /(원(?:대|부터|까지|씩)?)(?:에서|으로|에|입니다|이에요|예요|이요|인데|이고|이며|이|을|은)$/u;

/** The words of a statement; of a lowered price, what it is now, with its label and unit. */
function wordsOf(span: Span, old: Span | undefined, text: string): string {
  if (old === undefined) return even(text, span);
  return `${text.slice(span.start, old.start)} ${text.slice(old.end, span.end).replace(/^\s*(?:->|→|⇒|=>|>)\s*/u, '')}`
    .replaceAll(/\s+/g, ' ')
    .trim();
}
