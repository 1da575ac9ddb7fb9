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

/** Levels that lists and tables may nest: our deepest has five. The parser runs out of stack from some hundred on. */
export const MAX_DEPTH = 50;

/** Blanks and signs of lists and tables before the first word of a line: each may open a level. */
const DEEP_LINE = new RegExp(`^[ \\t?:-]{${2 * MAX_DEPTH}}`, 'm');

/** How often aliases may stand for other parts of a file, as the parser counts it. */
const MAX_ALIASES = 100;

/**
 * What a file says, unchecked. The parser is loaded when there is something to parse: mostly there is not.
 *
 * @throws UserError `bad-preset` naming the file and the line where it is not YAML
 */
export function parseYaml(file: PresetFile): unknown {
  if (nestsTooDeep(file.text)) throw tooDeep(file.name);
  try {
    return contentOf(file);
  } catch (error) {
    // What stands in one line may nest in more ways than are counted: then the parser's stack is the bound.
    throw error instanceof RangeError ? tooDeep(file.name) : error;
  }
}

function contentOf({ name, text }: PresetFile): unknown {
  const { isScalar, parseDocument, visit } = require('yaml') as typeof import('yaml');
  const lineAt = (offset = 0): string => `line ${text.slice(0, offset).split('\n').length}`;
  // The parser's own look for keys that are there twice compares each with all, and so do its pretty errors.
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const [error] = parsed.errors;
  if (error !== undefined) throw badPreset(name, lineAt(error.pos[0]), error.message, error);
  visit(parsed, {
    Map(_, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) throw badPreset(name, lineAt(map.range?.[0]), 'a key must be a word');
        if (keys.has(key.value)) {
          throw badPreset(name, lineAt(key.range?.[0]), `the key "${String(key.value)}" is there twice`);
        }
        keys.add(key.value);
      }
    },
  });
  try {
    return parsed.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
    // Of aliases that stand for nothing, or for more and more of one another.
    throw badPreset(name, 'the file', cause instanceof Error ? cause.message : 'is not YAML', cause);
  }
}

const tooDeep = (name: string): UserError =>
  badPreset(name, 'the file', `nests more than ${MAX_DEPTH} levels`);

function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) return true;
  }
  return DEEP_LINE.test(text);
}

/** What is told of a file may quote it, but no more of it than that. Code units. */
const MAX_TOLD = 300;

/**
 * Checks what a file says.
 *
 * @throws UserError `bad-preset` naming the file, the row and the field
 */
export function checkContent<T extends z.ZodType>(file: string, content: unknown, schema: T): z.output<T> {
  const checked = schema.safeParse(content, { error: problemOf });
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const problem = issue?.message ?? 'is not as it should be';
  throw badPreset(file, placeOf(content, issue?.path ?? []).slice(0, MAX_TOLD), problem.slice(0, MAX_TOLD));
}

/** What is wrong with a value, where its schema has no sentence of its own; undefined = the library's will do. */
function problemOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return `is missing: ${issue.expected}`;
  return issue.input === null ? `is empty where ${issue.expected} is expected` : undefined;
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
