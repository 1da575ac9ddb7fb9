/**
 * What somebody told us that an ad may state. `deal` is what is cheaper or on top ('30% 할인', '1+1'), `gift` what
 * comes with it, `extra` what else is offered ('당일 배송'), `condition` for whom ('첫 방문'), `limit` how many
 * ('선착순 12명'), `list-price` the price before.
 */
export type FactKind =
  | 'phone'
  | 'link'
  | 'list-price'
  | 'condition'
  | 'deal'
  | 'gift'
  | 'extra'
  | 'price'
  | 'limit'
  | 'period'
  | 'time'
  | 'place';

/** One fact, in the words in which it was given. */
export interface Fact {
  readonly kind: FactKind;
  /** As written, blanks made even and figures grouped: '5,500원'. */
  readonly text: string;
  /** Where it stands in the request's text. */
  readonly start: number;
  readonly end: number;
}

/**
 * How facts of one kind are written: the whole match is the fact, or its group `fact`; a group `when`, looked back at
 * and not taken, is said before it. So a season or a day stays to be read as one: '여름' of '여름 세일'.
 */
export interface FactPattern {
  readonly kind: FactKind;
  readonly pattern: RegExp;
  /** What there is in any text that the pattern finds something in: spares compiling it, which takes up to 20 ms. */
  readonly needs?: RegExp;
}
