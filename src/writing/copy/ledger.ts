import { type AdCopy, COPY_SLOTS, type CopySlot } from '../../ad/copy.ts';
import { TEXT_LIMITS } from '../../ad/parse/request-limits.ts';
import type { Statement, StatementKind } from '../../ad/statement.ts';
import { graphemeLength } from '../../text/graphemes.ts';
import { type StatementGroup, squeezed } from './statement-groups.ts';

export const fits = (text: string, slot: CopySlot): boolean =>
  graphemeLength(text, TEXT_LIMITS[slot]) <= TEXT_LIMITS[slot];

const bare = (text: string): string => squeezed(text).replace(/[!.~]{1,8}$/u, '');

/** Keeps which statements stand in the ad already, so that each is told once, and none with half of what binds it. */
export class Ledger {
  readonly #groups: readonly StatementGroup[];
  readonly #told = new Set<Statement>();

  /** What the person's own slots say is told. */
  constructor(groups: readonly StatementGroup[], given: AdCopy) {
    this.#groups = groups;
    const said = COPY_SLOTS.flatMap((slot) => (given[slot] === undefined ? [] : [squeezed(given[slot])]));
    for (const statement of groups.flatMap(({ members }) => members)) {
      const words = squeezed(statement.text);
      if (said.some((text) => text.includes(words))) this.#told.add(statement);
    }
  }

  /** Groups of which the root is not told yet. */
  open(): readonly StatementGroup[] {
    return this.#groups.filter(({ members }) => !this.#isTold(members[0]));
  }

  /** Groups whose root is told, and what binds it is not yet. */
  halfTold(): readonly StatementGroup[] {
    return this.#groups.filter(
      ({ bound: binding, members: [root, ...bound] }) =>
        binding.length > 0 && this.#isTold(root) && bound.some((statement) => !this.#isTold(statement)),
    );
  }

  /** How many offers and prices the request holds: what binds one of several is told with it. */
  deals(...kinds: readonly StatementKind[]): number {
    const counted = kinds.length === 0 ? ['offer', 'price'] : kinds;
    return this.#groups.filter(({ root }) => counted.includes(root.kind)).length;
  }

  /** What binds it is still to be told, if it is not a part of the root. */
  tellRoot({ bound, members }: StatementGroup): void {
    for (const statement of bound.length > 0 ? members.slice(0, 1) : members) this.#told.add(statement);
  }

  tell({ members }: StatementGroup): void {
    for (const statement of members) this.#told.add(statement);
  }

  /** What says the same as words that stand in the ad is told by them, while something else is left to tell. */
  tellSaid(words: string): void {
    const said = bare(words);
    const same = this.#groups.filter(({ root, bound }) => bound.length === 0 && bare(root.text) === said);
    if (this.open().some((group) => !same.includes(group))) for (const group of same) this.tell(group);
  }

  left(): readonly Statement[] {
    return this.#groups.flatMap(({ members }) => members).filter((statement) => !this.#told.has(statement));
  }

  #isTold(statement: Statement | undefined): boolean {
    return statement !== undefined && this.#told.has(statement);
  }
}
