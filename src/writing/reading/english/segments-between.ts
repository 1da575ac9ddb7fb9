import type { StatementKind } from '../../../ad/statement.ts';
import type { Clause, Segment, SegmentContext } from '../statements/segment.ts';
import {
  COMPLEMENT,
  endOf,
  goesOn,
  isDayOfPrice,
  isLabelBehind,
  labelLength,
  leadingLength,
  takesComplement,
  unsaidLength,
} from './around-pieces.ts';
import { namesIn } from './names-in.ts';
import type { Part } from './parts.ts';
import type { Piece } from './pieces.ts';

/** The pieces of a part, with what stands before, between and behind them. */
export function segmentsBetween(
  part: Part,
  words: string,
  at: number,
  found: readonly Piece[],
  clause: Clause,
  context: SegmentContext,
): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let joined = part.joinedFrom;
  const push = (kind: StatementKind, end: number, said: readonly [number, number], bound = false): void => {
    segments.push({
      kind,
      start: joined,
      end: at + end,
      said: { start: at + said[0], end: at + said[1] },
      ...(bound ? { bindsBefore: true } : {}),
    });
    joined = at + end;
    from = end;
  };
  const pushNames = (start: number, end: number): void => {
    for (const { kind, said } of namesIn(words, start, end, at, context.words)) push(kind, said[1], said);
  };
  for (const [index, piece] of found.entries()) {
    const gap = words.slice(from, piece.start);
    let start = piece.start;
    const label = labelLength(
      gap,
      piece,
      clause.first && segments.length === 0 && from === 0,
      words.slice(piece.start, piece.end),
    );
    if (gap.trim() !== '') {
      if (label === gap.length) start = from + (gap.length - gap.trimStart().length);
      else {
        const lead = Math.max(leadingLength(gap), label);
        if (label > 0) start = piece.start - label;
        const name = gap.slice(0, gap.length - lead);
        const previous = segments.at(-1);
        if (/[\p{L}\p{N}]/u.test(name)) {
          if (previous !== undefined && takesComplement(previous.kind) && COMPLEMENT.test(gap)) {
            extend(segments, at + piece.start - lead, words, at);
            from = piece.start - lead;
            joined = at + from;
          } else pushNames(from, from + name.length);
        }
      }
    }
    const end = endOf(words, piece, found[index + 1]);
    start += unsaidLength(piece.kind, words.slice(start, end));
    const before = segments.at(-1);
    // 'by 6' + 'most days': a time goes on.
    if (
      before?.kind === 'schedule' &&
      piece.kind === 'schedule' &&
      gap.trim() === '' &&
      goesOn(words.slice(start, end))
    ) {
      extend(segments, at + end, words, at);
      from = end;
      joined = at + end;
      continue;
    }
    if (before?.kind === 'price' && gap.trim() === '' && isDayOfPrice(piece, words, found[index + 1])) {
      extend(segments, at + end, words, at);
      from = end;
      joined = at + end;
      continue;
    }
    const beside = before !== undefined && (before.kind === 'offer' || before.kind === 'price');
    const limits = piece.kind === 'schedule' || piece.kind === 'exception';
    push(piece.kind, end, [start, end], beside && limits);
  }
  const rest = words.slice(from);
  if (/[\p{L}\p{N}]/u.test(rest)) {
    const previous = segments.at(-1);
    const label =
      previous?.kind === 'price' && isLabelBehind(rest, at + from, segments.length === 1, context.words);
    if (
      previous !== undefined &&
      from > 0 &&
      takesComplement(previous.kind) &&
      (COMPLEMENT.test(rest) || label)
    ) {
      extend(segments, at + words.length, words, at);
    } else pushNames(from, words.length);
  }
  const last = segments.at(-1);
  if (last !== undefined && last.end < part.end) segments[segments.length - 1] = { ...last, end: part.end };
  return segments;
}

function extend(segments: Segment[], end: number, words: string, at: number): void {
  const last = segments.at(-1);
  if (last === undefined) return;
  const told = words.slice(0, end - at).trimEnd().length + at;
  segments[segments.length - 1] = {
    ...last,
    end,
    ...(last.said === undefined ? {} : { said: { ...last.said, end: told } }),
  };
}
