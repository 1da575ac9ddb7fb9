/** How far a piece was moved, as the server takes it. */
export interface Move {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** All that was changed of the ad. */
export interface Changes {
  readonly moves: Readonly<Record<string, Move>>;
  readonly copy?: Readonly<Record<string, string>>;
  readonly family?: string;
  readonly place?: string;
  readonly colours?: readonly string[];
}

const NONE: Changes = { moves: {} };

const AT_HOME: Move = { x: 0, y: 0, scale: 1 };

/** What was changed, step by step, so that each can be taken back. */
export class Adjusting {
  #steps: Changes[] = [NONE];
  #at = 0;
  /** On its way, as while something is dragged: no step yet. */
  #passing: Changes | undefined;

  get now(): Changes {
    return this.#passing ?? this.#steps[this.#at] ?? NONE;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length - 1;
  }

  moveOf(id: string): Move {
    return this.now.moves[id] ?? AT_HOME;
  }

  /** Shows a change that goes on. */
  pass(change: Partial<Changes>): void {
    this.#passing = { ...this.now, ...change };
  }

  /** Makes it a step. */
  settle(change: Partial<Changes> = {}): void {
    const next = { ...this.now, ...change };
    this.#passing = undefined;
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.#steps = [...this.#steps.slice(0, this.#at + 1), next];
    this.#at = this.#steps.length - 1;
  }

  moved(id: string, by: Partial<Move>): Partial<Changes> {
    return { moves: { ...this.now.moves, [id]: { ...this.moveOf(id), ...by } } };
  }

  undo(): void {
    this.#passing = undefined;
    this.#at = Math.max(0, this.#at - 1);
  }

  redo(): void {
    this.#passing = undefined;
    this.#at = Math.min(this.#steps.length - 1, this.#at + 1);
  }

  reset(): void {
    this.#passing = undefined;
    if (JSON.stringify(this.now) !== JSON.stringify(NONE)) this.settle({ ...CLEARED });
  }
}

const CLEARED = {
  moves: {},
  copy: undefined,
  family: undefined,
  place: undefined,
  colours: undefined,
} as unknown as Changes;
