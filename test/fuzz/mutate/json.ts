import type { Dice } from '../dice.ts';
import { PHRASES } from './phrases.ts';
import { inventText, mutateText } from './text.ts';

/** Where a value stands inside of another. */
export type Path = readonly (string | number)[];

/** Numbers that break bounds. What JSON cannot say is told as text by `raw`. */
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  0.1,
  0.5,
  1.5,
  255,
  256,
  1000,
  4096,
  65535,
  1e6,
  1e9,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  1e21,
  1e100,
  1e308,
  -1e9,
  -1e308,
  5e-324,
];

const OTHER_TYPES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  '',
  'x',
  [],
  {},
  [[]],
  [null],
  { a: 1 },
  '0',
  '-1',
  'NaN',
];

type Replace = (value: unknown, dice: Dice) => unknown;

const REPLACEMENTS: readonly Replace[] = [
  (_value, dice) => dice.pick(OTHER_TYPES),
  (value, dice) => (typeof value === 'number' ? dice.pick(NUMBERS) : value),
  (value, dice) => (typeof value === 'number' ? value * dice.pick([-1, 0.5, 2, 10, 1e3, 1e6, 1e12]) : value),
  (value, dice) => (typeof value === 'string' ? mutateText(value, dice, dice.pick(PHRASES)) : value),
  (_value, dice) => inventText(dice, 20_000),
  (_value, dice) => dice.pick(NUMBERS),
  (_value, dice) => nested(dice, dice.length(1_000)),
  (value, dice) => repeated([value], dice),
  (value, dice) => (Array.isArray(value) ? repeated(value, dice) : value),
  (value, dice) => (Array.isArray(value) ? value.slice(0, dice.below(value.length + 1)) : value),
  (value, dice) => (isObject(value) ? withKey(value, dice) : value),
  (value, dice) => (isObject(value) ? withoutKey(value, dice) : value),
  (value, dice) => (isObject(value) ? { ...value, ...manyKeys(dice) } : value),
];

/** A structure changed at one node or a few. */
export function mutateJson(value: unknown, dice: Dice): unknown {
  let mutated = value;
  for (let times = dice.length(3); times >= 0; times--) {
    const path = pathIn(mutated, dice);
    mutated = replacedAt(mutated, path, (old) => dice.pick(REPLACEMENTS)(old, dice));
  }
  return isTooDeep(mutated) ? nested(dice, 1_000) : mutated;
}

/** Nodes above one another from which on JSON.stringify may run out of stack; texts go deeper, see rawJson. */
const DEEPEST = 1_500;

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((each) => Array.from(membersOf(each), ([, part]) => part).filter(isNode));
  }
  return false;
}

const isNode = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A structure of which texts alone were changed, so that it stays what its sender may send. */
export function mutateStrings(value: unknown, dice: Dice, most: number): unknown {
  const strings = pathsIn(value).filter((path) => typeof valueAt(value, path) === 'string');
  if (strings.length === 0) return value;
  return replacedAt(value, dice.pick(strings), (old) =>
    (dice.chance(0.3) ? inventText(dice, most) : mutateText(String(old), dice, dice.pick(PHRASES))).slice(
      0,
      most,
    ),
  );
}

/** JSON text of a structure, at times with what JSON.stringify never writes. */
export function rawJson(value: unknown, dice: Dice): string {
  const text = JSON.stringify(value) ?? '';
  if (dice.chance(0.7)) return text;
  return dice.pick<(text: string) => string>([
    (json) =>
      json.replace(
        /-?\d+(?:\.\d+)?/,
        dice.pick(['1e999', '-1e999', '0'.repeat(2000), '9'.repeat(5000), '1E400']),
      ),
    (json) => json.replace(/"([^"]{1,40})":/, '"$1":1,"$1":'),
    (json) => json.replace('{', `{"__proto__":${dice.pick(['{"x":1}', 'null', '[]'])},`),
    (json) => json.replace(/:/, dice.pick([': NaN,', ':undefined,', '::', ':"\\ud800",'])),
    (json) => `\ufeff${json}`,
    (json) => `${json}${json}`,
    (json) => json.slice(0, dice.below(json.length + 1)),
    () => dice.pick(['', 'null', '0', '"', '[', '{', 'true', '"x"', '[[[[', 'nul', '\0']),
    () => '['.repeat(dice.length(100_000)),
    () => `${'{"a":'.repeat(dice.length(50_000))}1`,
  ])(text);
}

/** The nodes of a structure, the root included, those nearer to it first. */
export function pathsIn(value: unknown, most = 4_000): readonly Path[] {
  const nodes: { readonly path: Path; readonly inner: unknown }[] = [{ path: [], inner: value }];
  for (let i = 0; i < nodes.length && nodes.length < most; i++) {
    const { path = [], inner } = nodes[i] ?? {};
    for (const [key, part] of membersOf(inner)) nodes.push({ path: [...path, key], inner: part });
  }
  return nodes.map(({ path }) => path);
}

function membersOf(value: unknown): Iterable<readonly [string | number, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}

export function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const key of path) inner = (inner as Readonly<Record<string | number, unknown>>)[key];
  return inner;
}

/** The structure with another value at a place; `undefined` takes the place out. */
export function replacedAt(value: unknown, path: Path, replace: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replace(value);
  if (Array.isArray(value)) {
    const inner = replacedAt(value[Number(key)], rest, replace);
    return value.flatMap((old, i) => (i !== key ? [old] : inner === undefined ? [] : [inner]));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, old]) => {
      const inner = name === key ? replacedAt(old, rest, replace) : old;
      return inner === undefined ? [] : [[name, inner]];
    }),
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathIn(value: unknown, dice: Dice): Path {
  return dice.pick(pathsIn(value));
}

function nested(dice: Dice, depth: number): unknown {
  let value: unknown = 1;
  const asArray = dice.chance(0.5);
  for (let i = 0; i < depth; i++) value = asArray ? [value] : { a: value };
  return value;
}

/** Most letters of JSON that a repetition may come to. */
const LARGEST = 1_000_000;

/** A list's elements over and over, but no megabytes of them. */
export function repeated(value: readonly unknown[], dice: Dice): unknown[] {
  const size = JSON.stringify(value).length;
  const times = dice.length(Math.min(20_000, Math.ceil(LARGEST / Math.max(1, size))));
  return Array.from({ length: times }, () => value).flat();
}

const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  'then',
  '',
  'x',
  'toJSON',
  '가',
  'a'.repeat(1000),
];

function withKey(value: Readonly<Record<string, unknown>>, dice: Dice): object {
  const known = Object.keys(value);
  const key = dice.chance(0.5) || known.length === 0 ? dice.pick(KEYS) : `${dice.pick(known)} `;
  return Object.fromEntries([...Object.entries(value), [key, dice.pick(OTHER_TYPES)]]);
}

function withoutKey(value: Readonly<Record<string, unknown>>, dice: Dice): object {
  const known = Object.keys(value);
  const gone = known.length === 0 ? '' : dice.pick(known);
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
}

function manyKeys(dice: Dice): Readonly<Record<string, number>> {
  return Object.fromEntries(Array.from({ length: dice.length(10_000) }, (_, i) => [`k${i}`, i]));
}
