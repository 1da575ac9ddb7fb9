import type { Dice } from './dice.ts';

/** The parts of the product that are fuzzed. */
export const KIND_NAMES = ['photo', 'text', 'recipe', 'model', 'chat'] as const;

export type KindName = (typeof KIND_NAMES)[number];

/** Something hostile, and the way by which it comes in. */
export interface Input {
  /** Of its kind's: `ask`, `photo`, `slack-body` … */
  readonly way: string;
  /** A file's or body's bytes; of a text its JSON, so that lone surrogates survive a file. */
  readonly bytes: Uint8Array;
}

/** How an input is built, which says how it is made smaller: by bytes, by characters, or by nodes. */
export type Shape = 'bytes' | 'text' | 'json';

/** Makes the inputs of a kind, in the process that watches. The same dice give the same inputs. */
export interface Generator {
  shapeOf(way: string): Shape;
  /** Whether people wait on the event loop that takes this in: not where a command of the command line does. */
  isLive(way: string): boolean;
  /** Ordinary inputs: each is taken by the product, and what is hostile is made from them. */
  seeds(): Promise<readonly Input[]>;
  /** An input made hostile. @param other of the same way, to be spliced with */
  mutate(input: Input, dice: Dice, other: Input): Input;
  /** An input that is hostile from the start. */
  invent(dice: Dice): Input;
}

/** What became of an input. */
export interface Outcome {
  /** In one word: what it was refused with, or how far it came. Inputs with a new one are mutated further. */
  readonly result: string;
  /** What people read because of it. */
  readonly said: readonly Told[];
  /** What a platform would not take, and what was logged as a fault of ours. */
  readonly faults: readonly string[];
  /** Work that the product leaves to its threads: measured like the rest, but it holds nobody up. */
  readonly later?: () => Promise<Outcome | undefined>;
}

export interface Told {
  readonly text: string;
  /** One clear sentence is asked of errors alone. */
  readonly error: boolean;
}

/** The product, in the process that is watched. */
export interface Target {
  /**
   * Hands an input to the product. What it throws is judged: a UserError or OutageError is an answer, all else a fault.
   *
   * @param at to be called before each part of the way, so that a hang has a name
   */
  take(input: Input, at: (stage: string) => void): Promise<Outcome>;
  close(): Promise<void>;
}

const decoder = new TextDecoder();

/** A text as an input. */
export const textInput = (way: string, text: string): Input => jsonInput(way, text);

/** A value as an input, as JSON. */
export function jsonInput(way: string, value: unknown): Input {
  return { way, bytes: Buffer.from(JSON.stringify(value) ?? 'null') };
}

export const jsonOf = ({ bytes }: Input): unknown => JSON.parse(decoder.decode(bytes));

/** The text of an input of shape `text`. */
export const textOf = (input: Input): string => String(jsonOf(input));
