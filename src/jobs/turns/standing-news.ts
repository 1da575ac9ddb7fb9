import { ShortTurns } from '../short-turns.ts';
import type { Board } from './board.ts';

/** How often waiting jobs are told where they stand, in milliseconds. */
const EVERY = 250;

/** Tells waiting jobs where they stand: soon, and those far back not with every step. */
export class StandingNews {
  readonly #board: Board;
  readonly #tell: (id: string) => void;
  /** The position that each was told last. */
  readonly #told = new Map<string, number>();
  readonly #turns = new ShortTurns();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(board: Board, tell: (id: string) => void) {
    this.#board = board;
    this.#tell = tell;
  }

  /** Who waits has changed. */
  moved(): void {
    if (this.#stopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#spread();
    }, EVERY).unref();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #spread(): Promise<void> {
    const standings = this.#board.standings(performance.now());
    for (const id of this.#told.keys()) if (!standings.has(id)) this.#told.delete(id);
    for (const [id, { position }] of standings) {
      const told = this.#told.get(id);
      if (told !== undefined && Math.abs(told - position) < Math.max(1, position / 10)) continue;
      this.#told.set(id, position);
      // A message is composed for each.
      await this.#turns.mine();
      if (this.#stopped) return;
      this.#tell(id);
    }
  }
}
