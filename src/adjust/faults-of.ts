import type { Fault, Piece } from '../ad/adjustment.ts';
import {
  area,
  type Box,
  centre,
  contains,
  intersection,
  reachFrom,
  type Size,
  shortSide,
} from '../ad/geometry.ts';
import type { LocalizedText } from '../ad/locale.ts';
import type { Insets } from '../ad/place.ts';
import { shorten } from '../text/shorten.ts';

/** What an ad's place asks of where words stand. */
export interface Edges {
  readonly safe?: Insets;
  /** Of a round sheet: pixels from its middle. */
  readonly round?: number;
  /** Least em of letters in pixels. */
  readonly letters?: number;
}

/** What faults are looked for in. */
export interface Judged {
  readonly size: Size;
  readonly pieces: readonly Piece[];
  /** Ids of pieces whose letters have too little contrast, and of those that lie across an edge. */
  readonly unreadable: ReadonlySet<string>;
  readonly straddling: ReadonlySet<string>;
  /** Em of the smallest letters of each piece of words, pixels. */
  readonly letters: ReadonlyMap<string, number>;
  /** Where each of a piece's lines of words has its ink. */
  readonly ink: ReadonlyMap<string, readonly Box[]>;
  /** Whether a product is seen in a box. */
  isOnProduct(box: Box): boolean;
  /** The QR code, the logo. */
  readonly marks: readonly Box[];
  readonly edges: Edges;
}

/** What words keep from the sheet's edges at least, and the smallest letters, as shares of its shorter side. */
const LEAST_MARGIN = 0.02;
const LEAST_EM = 0.017;

/** Share of a box on which another may lie before they touch: rounding. */
const TOUCHING = 0.004;

/** Share of a product that may be beyond the sheet's edge. */
const BEYOND = 0.25;

/** The rules that an ad breaks, as people are told of them. */
export function faultsOf(judged: Judged): readonly Fault[] {
  const { pieces } = judged;
  return pieces.flatMap((piece, i) =>
    piece.kind === 'words'
      ? ofWords(piece, pieces.slice(0, i), judged)
      : piece.kind === 'product'
        ? ofProduct(piece, judged)
        : [],
  );
}

function ofWords(piece: Piece, before: readonly Piece[], judged: Judged): readonly Fault[] {
  const { unreadable, straddling, letters, ink, marks, size, edges } = judged;
  const { id } = piece;
  const own = ink.get(id) ?? [piece.box];
  const name = shorten(piece.text, MAX_QUOTED);
  const fault = (kind: Fault['kind'], said: LocalizedText): Fault => ({ kind, piece: id, said });
  const lies = (others: readonly Box[]): boolean =>
    own.some((box) => others.some((other) => touch(box, other)));
  const under = before.find((other) => other.kind === 'words' && lies(ink.get(other.id) ?? [other.box]));
  const covers = own.some(judged.isOnProduct);
  const least = Math.max(edges.letters ?? 0, LEAST_EM * shortSide(size));
  return [
    ...(unreadable.has(id)
      ? [
          fault('contrast', {
            ko: `‘${name}’: 뒤와 색이 비슷해서 읽기 어려워요.`,
            en: `“${name}” is hard to read: too little contrast with what is behind it.`,
          }),
        ]
      : []),
    // The edge is then the product's own.
    ...(straddling.has(id) && !covers
      ? [
          fault('edge', {
            ko: `‘${name}’: 색이 갈라지는 자리에 걸쳐 있어요.`,
            en: `“${name}” lies across an edge.`,
          }),
        ]
      : []),
    ...(covers
      ? [fault('product', { ko: `‘${name}’: 제품을 가려요.`, en: `“${name}” covers the product.` })]
      : []),
    ...(under === undefined
      ? []
      : [
          fault('words', {
            ko: `‘${name}’: ‘${shorten(under.text, MAX_QUOTED)}’와 겹쳐요.`,
            en: `“${name}” overlaps “${shorten(under.text, MAX_QUOTED)}”.`,
          }),
        ]),
    ...(lies(marks)
      ? [
          fault('covered', {
            ko: `‘${name}’: QR 코드나 로고와 겹쳐요.`,
            en: `“${name}” overlaps the QR code or the logo.`,
          }),
        ]
      : []),
    ...(own.every((box) => isInside(box, size, edges))
      ? []
      : [
          fault('frame', {
            ko: `‘${name}’: 가장자리에 너무 가까워요.`,
            en: `“${name}” is too near the edge.`,
          }),
        ]),
    ...((letters.get(id) ?? least) < least
      ? [fault('small', { ko: `‘${name}’: 글자가 너무 작아요.`, en: `“${name}” is too small.` })]
      : []),
  ];
}

function ofProduct({ id, box }: Piece, { size, marks }: Judged): readonly Fault[] {
  const seen = area(intersection(box, { x: 0, y: 0, ...size }));
  return [
    ...(seen < (1 - BEYOND) * area(box)
      ? [
          {
            kind: 'frame',
            piece: id,
            said: { ko: '제품이 화면 밖으로 많이 나갔어요.', en: 'Much of the product is off the sheet.' },
          } as const,
        ]
      : []),
    ...(marks.some((mark) => touch(mark, box))
      ? [
          {
            kind: 'covered',
            piece: id,
            said: {
              ko: '제품이 QR 코드나 로고에 가려져요.',
              en: 'The QR code or the logo lies on the product.',
            },
          } as const,
        ]
      : []),
  ];
}

/** UTF-16 units of what is quoted. */
const MAX_QUOTED = 24;

export const touch = (a: Box, b: Box): boolean =>
  area(intersection(a, b)) > TOUCHING * Math.min(area(a), area(b));

function isInside(box: Box, size: Size, { safe, round }: Edges): boolean {
  const margin = LEAST_MARGIN * shortSide(size);
  const [top, right, bottom, left] = [safe?.top, safe?.right, safe?.bottom, safe?.left].map((by = 0) =>
    Math.max(margin, by),
  );
  const inner = {
    x: left ?? margin,
    y: top ?? margin,
    width: size.width - (left ?? margin) - (right ?? margin),
    height: size.height - (top ?? margin) - (bottom ?? margin),
  };
  if (!contains(inner, box)) return false;
  return round === undefined || reachFrom(centre({ x: 0, y: 0, ...size }), box) <= round;
}
