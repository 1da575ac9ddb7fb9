import { type Box, right } from '../ad/geometry.ts';
import type { Align } from './draft.ts';
import type { Frame } from './frame.ts';

/** A stretch across the picture in which words are set, and how their lines line up in it. */
export interface Column {
  readonly name: string;
  readonly left: number;
  readonly width: number;
  readonly align: Align;
}

/** Widths of columns as shares of the room between the margins. */
const COLUMN_SHARES = [1, 0.8, 0.64, 0.52, 0.42];

/** The columns of a frame, and those that a product leaves free at its sides. */
export function columnsOf({ inner, unit }: Frame, product: Box | undefined): readonly Column[] {
  const columns: Column[] = [];
  for (const share of COLUMN_SHARES) {
    const width = Math.floor(inner.width * share);
    const slack = inner.width - width;
    const name = `${Math.round(share * 100)}`;
    columns.push({ name: `left ${name}`, left: inner.x, width, align: 'left' });
    columns.push({ name: `middle ${name}`, left: inner.x + Math.round(slack / 2), width, align: 'centre' });
    if (slack > 0) {
      columns.push({ name: `right ${name}`, left: inner.x + slack, width, align: 'right' });
      columns.push({ name: `right side ${name}`, left: inner.x + slack, width, align: 'left' });
    }
  }
  if (product !== undefined) columns.push(...besides(product, inner, 2 * unit));
  return columns;
}

function besides(product: Box, inner: Box, gap: number): Column[] {
  const columns: Column[] = [];
  const min = 0.24 * inner.width;
  const before = Math.floor(product.x - gap - inner.x);
  if (before > min) {
    columns.push({ name: 'left free', left: inner.x, width: before, align: 'left' });
    columns.push({ name: 'left free middle', left: inner.x, width: before, align: 'centre' });
  }
  const from = Math.ceil(right(product) + gap);
  const after = Math.floor(right(inner) - from);
  if (after > min) {
    columns.push({ name: 'right free', left: from, width: after, align: 'left' });
    columns.push({ name: 'right free middle', left: from, width: after, align: 'centre' });
  }
  return columns;
}
