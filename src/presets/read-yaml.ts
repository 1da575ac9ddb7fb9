import { createRequire } from 'node:module';
import type * as z from 'zod';
import { UserError } from '../errors/user-error.ts';

/** A file of presets, as it lies on the disk. */
export interface PresetFile {
  /** Below the presets' folder, with forward slashes: 'styles/anime.yaml'. */
  readonly name: string;
  readonly text: string;
}

const require = createRequire(import.meta.url);

/**
 * What a file says, unchecked. The parser is loaded when there is something to parse: mostly there is not.
 *
 * @throws UserError `bad-preset` naming the file and the line where it is not YAML
 */
export function parseYaml(file: PresetFile): unknown {
  const { parse, YAMLParseError } = require('yaml') as typeof import('yaml');
  try {
    return parse(file.text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line;
    const problem = error.message.split('\n')[0] ?? error.message;
    throw badPreset(file.name, line === undefined ? 'the file' : `line ${line}`, problem, error);
  }
}

/**
 * Checks what a file says.
 *
 * @throws UserError `bad-preset` naming the file, the row and the field
 */
export function checkContent<T extends z.ZodType>(file: string, content: unknown, schema: T): z.output<T> {
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw badPreset(file, placeOf(content, issue?.path ?? []), issue?.message ?? 'is not as it should be');
}

export const badPreset = (file: string, place: string, problem: string, cause?: unknown): UserError =>
  new UserError('bad-preset', { file, place, problem }, { cause });

/** A path into the content as a person would say it: 'cafe, palette.ink'. */
function placeOf(content: unknown, path: readonly PropertyKey[]): string {
  let here: unknown = content;
  let row = rowName(content);
  let words: string[] = [];
  for (const step of path) {
    here = child(here, step);
    const name = rowName(here);
    if (row === undefined && (name !== undefined || typeof step === 'number')) {
      row = name ?? `row ${Number(step) + 1}`;
      words = [];
    } else {
      words.push(typeof step === 'number' ? `${step + 1}` : String(step));
    }
  }
  return [row, words.join('.')].filter(Boolean).join(', ') || 'the file';
}

function child(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}

function rowName(value: unknown): string | undefined {
  const key = child(value, 'key');
  return typeof key === 'string' ? key : undefined;
}
