import * as z from 'zod';
import { UserError } from '../../errors/user-error.ts';
import { parseJson } from '../../files/parse-json.ts';
import { readBoundedFile, reasonOf } from '../../files/read-file.ts';
import type { Repair } from './repair.ts';

/** How a missing setting is made up for: with what, and why that is right. */
interface Substitute<T> {
  readonly value: T | undefined;
  readonly why: string;
}

/** Largest file in bytes. A published one has two thousand. */
const MAX_BYTES = 2 ** 20;

/** What no setting of a model exceeds: the largest are the base of rotary positions, and the rows of a vocabulary. */
const MAX_NUMBER = 1e9;
const MAX_COUNT = 2 ** 24;

const count = z.int().min(1).max(MAX_COUNT);

const wholes = z.array(z.int().min(0).max(MAX_COUNT)).min(1).max(1000);

/** What is told of a wrong value, in code units. */
const MAX_SHOWN = 100;

/** One JSON file of settings. What it lacks is filled in memory and noted; what it has wrong is refused. */
export class ConfigFile {
  readonly file: string;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #repairs: Repair[];
  /** Whether there is no file: all settings are then as published, or as the weights have them. */
  readonly isAbsent: boolean;

  private constructor(
    file: string,
    values: Readonly<Record<string, unknown>>,
    repairs: Repair[],
    isAbsent = false,
  ) {
    this.isAbsent = isAbsent;
    this.file = file;
    this.#values = values;
    this.#repairs = repairs;
  }

  /**
   * @param repairs where what had to be filled in is noted
   * @throws UserError `model-config` where the file is no JSON object; a file that is not there is an empty one
   */
  static async read(file: string, repairs: Repair[]): Promise<ConfigFile> {
    const bytes = await readBoundedFile(file, MAX_BYTES).catch((error: unknown) => {
      const reason = reasonOf(error);
      if (reason === 'ENOENT') return undefined;
      throw new UserError('model-file-unreadable', { file, reason }, { cause: error });
    });
    if (bytes === undefined) return new ConfigFile(file, {}, repairs);
    let values: unknown;
    try {
      values = parseJson(bytes.toString('utf8'));
    } catch (error) {
      throw new UserError('model-config', { file, problem: 'it is not JSON' }, { cause: error });
    }
    const parsed = z.record(z.string(), z.unknown()).safeParse(values);
    if (!parsed.success) throw new UserError('model-config', { file, problem: 'it is not a JSON object' });
    return new ConfigFile(file, parsed.data, repairs);
  }

  /** The settings of weights that come without any. @param weights file of the weights, for messages */
  static none(weights: string): ConfigFile {
    return new ConfigFile(weights, {}, [], true);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  /** Whether the file says anything of a setting, be it `null`. */
  states(key: string): boolean {
    return Object.hasOwn(this.#values, key);
  }

  /** The settings under a key, as in transformers' `rope_parameters`. Empty where there are none. */
  inner(key: string): ConfigFile {
    const parsed = z.record(z.string(), z.unknown()).safeParse(this.#values[key]);
    return new ConfigFile(this.file, parsed.success ? parsed.data : {}, this.#repairs);
  }

  number(key: string, substitute?: Substitute<number>): number {
    return this.#get(key, z.number().min(-MAX_NUMBER).max(MAX_NUMBER), 'a number', substitute);
  }

  /** A whole number from 1. */
  count(key: string, substitute?: Substitute<number>): number {
    return this.#get(key, count, `a whole number from 1 to ${MAX_COUNT}`, substitute);
  }

  boolean(key: string, substitute?: Substitute<boolean>): boolean {
    return this.#get(key, z.boolean(), 'true or false', substitute);
  }

  text(key: string, substitute?: Substitute<string>): string {
    return this.#get(key, z.string().max(MAX_SHOWN), 'a short text', substitute);
  }

  counts(key: string, substitute?: Substitute<readonly number[]>): readonly number[] {
    return this.#get(key, z.array(count).min(1).max(16), 'a list of a few whole numbers', substitute);
  }

  /** Whole numbers from 0 on. */
  wholes(key: string): readonly number[] {
    return this.#get(key, wholes, 'a list of whole numbers', undefined);
  }

  note(key: string, value: unknown, why: string): void {
    this.#repairs.push({ file: this.file, key, value, why });
  }

  refuse(problem: string): UserError {
    return new UserError('model-config', { file: this.file, problem });
  }

  #get<T>(key: string, schema: z.ZodType<T>, expected: string, substitute: Substitute<T> | undefined): T {
    const given = this.#values[key];
    if (given === undefined || given === null) {
      if (substitute?.value === undefined) throw this.refuse(`\`${key}\` is missing (expected ${expected})`);
      // Read from the weights' names and shapes, it may be as wrong as what a file says.
      if (!schema.safeParse(substitute.value).success) {
        throw this.refuse(`\`${key}\` is missing (expected ${expected})`);
      }
      this.note(key, substitute.value, substitute.why);
      return substitute.value;
    }
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      const shown = JSON.stringify(given).slice(0, MAX_SHOWN);
      throw this.refuse(`\`${key}\` is ${shown} where ${expected} is expected`);
    }
    return parsed.data;
  }
}
