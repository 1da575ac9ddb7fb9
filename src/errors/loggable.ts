import { defined } from '../collections/defined.ts';
import { isSecretName, REDACTED, redact } from './redact.ts';

/** Characters of one text that are logged; a stack may have more. */
const MAX_TEXT = 2_000;
const MAX_STACK = 8_000;

/** No secret is longer than this. */
const MAX_SECRET = 1_000;

/** Fields and elements of one thing that are logged, and how deep things in things are. */
const MAX_FIELDS = 50;
const MAX_DEPTH = 4;

/** Errors of one error that are logged: causes, causes of causes, and what an AggregateError holds. */
const MAX_ERRORS = 20;

export type Loggable = string | number | boolean | null | { readonly [name: string]: Loggable };

/** A text without secrets, and not longer than anybody reads. */
export function loggableText(text: string, max = MAX_TEXT): string {
  const clean = redact(text.length > max * 2 ? wholeWords(text, max * 2) : text);
  const more = text.length > max * 2 || clean.length > max;
  return more ? `${clean.slice(0, max)}… (${text.length} characters)` : clean;
}

/** The beginning of a text, without what its cut goes through: half a secret is not known for one. */
function wholeWords(text: string, max: number): string {
  const cut = text.slice(0, max);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.length - MAX_SECRET));
}

/**
 * Fields as they may be logged: what a secret's name names is not, texts are without secrets, and everything is bounded.
 * Whatever was passed, nothing is thrown and what comes back is plain data.
 */
export function loggableFields(fields: object): { readonly [name: string]: Loggable } {
  return fieldsOf(fields, 0, new Set());
}

/** An error with its causes, as they may be logged; of what is thrown besides, its text. */
export function loggableError(error: unknown): Loggable {
  return described(error, new Set());
}

/** An error with its causes as lines for an operator. @param withStack else its message alone */
export function errorLines(error: unknown, withStack: boolean): string {
  const loggable = loggableError(error);
  if (typeof loggable !== 'object' || loggable === null) return String(loggable);
  if (!withStack) return String(loggable.message);
  const lines: string[] = [];
  for (let each: Loggable | undefined = loggable; each !== undefined; each = causeOf(each)) {
    lines.push(typeof each === 'object' && each !== null ? String(each.stack ?? each.message) : String(each));
  }
  return lines.join('\ncaused by ');
}

function causeOf(loggable: Loggable): Loggable | undefined {
  return typeof loggable === 'object' && loggable !== null && 'cause' in loggable
    ? loggable.cause
    : undefined;
}

function loggableValue(value: unknown, depth: number, above: ReadonlySet<object>): Loggable {
  switch (typeof value) {
    case 'string':
      return loggableText(value);
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      break;
    default:
      return loggableText(textOf(value));
  }
  if (above.has(value)) return '[circular]';
  if (isError(value)) return described(value, new Set());
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth === MAX_DEPTH) return '[…]';
  return fieldsOf(value, depth + 1, new Set([...above, value]));
}

function fieldsOf(
  thing: object,
  depth: number,
  above: ReadonlySet<object>,
): { readonly [name: string]: Loggable } {
  const names = tryOr(() => namesOf(thing)) ?? [];
  const shown = names.slice(0, MAX_FIELDS).flatMap((name): (readonly [string, Loggable])[] => {
    if (isSecretName(name)) return [[loggableText(name), REDACTED]];
    const value = tryOr((): unknown => Reflect.get(thing, name), UNREADABLE);
    return value === undefined
      ? []
      : [[loggableText(name), safely(() => loggableValue(value, depth, above))]];
  });
  return Object.fromEntries(names.length > MAX_FIELDS ? [...shown, ['…', 'more'] as const] : shown);
}

/** Of a long list no more names than tell that there are more. */
function namesOf(thing: object): readonly string[] {
  if (!Array.isArray(thing)) return Object.keys(thing);
  return Array.from({ length: Math.min(thing.length, MAX_FIELDS + 1) }, (_, index) => String(index));
}

function described(error: unknown, seen: Set<unknown>): Loggable {
  return safely(() => {
    if (!isError(error)) return loggableValue(error, 0, new Set());
    if (seen.has(error)) return '[circular]';
    if (seen.size === MAX_ERRORS) return '[…]';
    seen.add(error);
    const part = (name: string): unknown => tryOr((): unknown => Reflect.get(error, name));
    const text = (name: string, max?: number): Loggable => loggableText(textOf(part(name) ?? ''), max);
    const code = part('code');
    const cause = part('cause');
    const errors = part('errors');
    return {
      name: text('name'),
      message: text('message'),
      ...defined({
        code: typeof code === 'string' || typeof code === 'number' ? loggableText(String(code)) : undefined,
      }),
      stack: text('stack', MAX_STACK),
      ...defined({
        cause: cause === undefined ? undefined : described(cause, seen),
        errors: Array.isArray(errors)
          ? Object.fromEntries(errors.map((each, index) => [index, described(each, seen)]))
          : undefined,
      }),
    };
  });
}

const UNREADABLE = '[unreadable]';

/** What is thrown may be anything, and may throw when it is looked at. */
function isError(value: unknown): value is Error {
  return tryOr(() => value instanceof Error) ?? false;
}

function textOf(value: unknown): string {
  return tryOr(() => String(value)) ?? UNREADABLE;
}

function safely(work: () => Loggable): Loggable {
  return tryOr(work) ?? UNREADABLE;
}

function tryOr<T>(work: () => T, otherwise?: T): T | undefined {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
