import type { Input, KindName, Outcome } from '../input.ts';

/** To the process that is watched. */
export interface Order {
  readonly id: number;
  readonly input: Input;
}

/** What the processor and memory were needed for. */
export interface Measured {
  /** The most processor time that the main thread took between two turns of its event loop, in milliseconds. */
  readonly hold: number;
  /** Resident memory at its highest, above what it was before, in bytes. */
  readonly memory: number;
  /** Processor time of all threads, in milliseconds. */
  readonly work: number;
}

/** An error that is no answer, as it crosses the process's border. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** From the process that is watched. */
export type Report =
  | { readonly type: 'ready' }
  | { readonly type: 'stage'; readonly id: number; readonly stage: string }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly outcome: Omit<Outcome, 'later'>;
      readonly measured: Measured;
    }
  /** The product threw what it does not mean to. */
  | { readonly type: 'thrown'; readonly id: number; readonly error: Thrown; readonly measured: Measured }
  /** Nobody caught an error: the product would have died. */
  | { readonly type: 'died'; readonly id: number; readonly error: Thrown };

/** What a target is found by. */
export type TargetName = KindName | 'planted';
