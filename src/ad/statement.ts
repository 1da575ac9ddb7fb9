/**
 * What a part of a request says. `shop` is the shop's own name, `trade` the word for its kind of shop, `occasion` what
 * the ad is for ('신메뉴', '그랜드 오픈'), `description` what else is said of the product ('직접 짜요'), `mood` how the
 * picture is to feel, `wish` what the designer is asked to do. The last three and `trade` are never lettered as they are.
 */
export const STATEMENT_KINDS = [
  'shop',
  'trade',
  'product',
  'occasion',
  'offer',
  'price',
  'condition',
  'exception',
  'schedule',
  'place',
  'contact',
  'notice',
  'audience',
  'description',
  'mood',
  'wish',
] as const;

export type StatementKind = (typeof STATEMENT_KINDS)[number];

/**
 * A part of a request that is told whole or not at all: with its negation, exception, condition, limit and label.
 * The statements of a request stand in the order of its text, do not overlap, and hold every letter and digit of it.
 */
export interface Statement {
  readonly kind: StatementKind;
  /** The person's own words, without chat markup, bullets and the particle that hangs on their end; blanks even. */
  readonly text: string;
  /** UTF-16 units in the normalised text. */
  readonly start: number;
  readonly end: number;
  /** Of a price that was lowered: what it was, as written. `text` then holds the new price with its label and unit. */
  readonly oldPrice?: string;
  /**
   * Of two statements that mean nothing alone ('30% 할인' + '주말 제외'), the later one has the index of the one that it
   * binds: both are told side by side, or neither.
   */
  readonly binds?: number;
}
