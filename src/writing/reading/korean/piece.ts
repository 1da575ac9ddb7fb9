import type { StatementKind } from '../../../ad/statement.ts';
import type { Atom } from './atom.ts';

/** Atoms side by side that a rule found to be one statement, or that no rule holds and that may name something. */
export interface Piece {
  readonly kind: StatementKind;
  readonly atoms: readonly Atom[];
  /** Whether no rule holds it. */
  readonly loose: boolean;
  /** Whether it belongs to the statement before it where it stays alone. */
  readonly leans: boolean;
  /** Whether it belongs to the statement behind it: '볶음밥 말고' + '먹태깡'. */
  readonly bindsNext?: true;
}
