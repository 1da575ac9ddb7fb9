import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { UserError } from '../../errors/user-error.ts';
import type { Repair } from './repair.ts';

/** How a missing setting is made up for: with what, and why that is right. */
interface Substitute<T> {
  readonly value: T | undefined;
  readonly why: string;
}

/** One JSON file of settings. What it lacks is filled in memory and noted; what it has wrong is refused. */
export class ConfigFile {
  readonly file: string;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #repairs: Repair[];

  constructor(file: string, values: Readonly<Record<string, unknown>>, repairs: Repair[]) {
    this.file = file;
    this.#values = values;
    this.#repairs = repairs;
  }

  /**
   * @param repairs where what had to be filled in is noted
   * @throws UserError `model-config` where the file is no JSON object; a file that is not there is an empty one
   */
  static async read(file: string, repairs: Repair[]): Promise<ConfigFile> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      throw new UserError('model-file-unreadable', { file, reason }, { cause: error });
    });
    if (text === undefined) return new ConfigFile(file, {}, repairs);
    let values: unknown;
    try {
      values = JSON.parse(text);
    } catch (error) {
      throw new UserError('model-config', { file, problem: 'it is not JSON' }, { cause: error });
    }
    const parsed = z.record(z.string(), z.unknown()).safeParse(values);
    if (!parsed.success) throw new UserError('model-config', { file, problem: 'it is not a JSON object' });
    return new ConfigFile(file, parsed.data, repairs);
  }

  has(key: string): boolean {
    return this.#values[key] !== undefined && this.#values[key] !== null;
  }

  /** The settings under a key, as in transformers' `rope_parameters`. Empty where there are none. */
  inner(key: string): ConfigFile {
    const parsed = z.record(z.string(), z.unknown()).safeParse(this.#values[key]);
    return new ConfigFile(this.file, parsed.success ? parsed.data : {}, this.#repairs);
  }

  number(key: string, substitute?: Substitute<number>): number {
    return this.#get(key, z.number(), 'a number', substitute);
  }

  /** A whole number from 1. */
  count(key: string, substitute?: Substitute<number>): number {
    return this.#get(key, z.number().int().min(1), 'a whole number from 1', substitute);
  }

  boolean(key: string, substitute?: Substitute<boolean>): boolean {
    return this.#get(key, z.boolean(), 'true or false', substitute);
  }

  text(key: string, substitute?: Substitute<string>): string {
    return this.#get(key, z.string(), 'a text', substitute);
  }

  counts(key: string, substitute?: Substitute<readonly number[]>): readonly number[] {
    return this.#get(key, z.array(z.number().int().min(1)).min(1), 'a list of whole numbers', substitute);
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
      this.note(key, substitute.value, substitute.why);
      return substitute.value;
    }
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      throw this.refuse(`\`${key}\` is ${JSON.stringify(given)} where ${expected} is expected`);
    }
    return parsed.data;
  }
}
