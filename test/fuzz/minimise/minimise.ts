import { type Input, jsonOf, type Shape, textInput, textOf } from '../input.ts';
import { isObject, type Path, pathsIn, replacedAt, valueAt } from '../mutate/json.ts';
import { ddmin } from './ddmin.ts';

export interface MinimiseOptions {
  readonly shape: Shape;
  /** Whether an input still does what was found. */
  readonly fails: (input: Input) => Promise<boolean>;
  /** Asked before each try. */
  readonly isOver: () => boolean;
}

/** A smaller input that still fails: the one that was given where there is none, or no time. */
export async function minimise(input: Input, options: MinimiseOptions): Promise<Input> {
  switch (options.shape) {
    case 'text':
      return minimiseText(input, options);
    case 'json':
      return isJson(input) ? minimiseJson(input, options) : minimiseBytes(input, options);
    case 'bytes':
      return minimiseBytes(input, options);
  }
}

async function minimiseBytes(input: Input, { fails, isOver }: MinimiseOptions): Promise<Input> {
  const made = (bytes: readonly number[]): Input => ({ way: input.way, bytes: Uint8Array.from(bytes) });
  return made(await ddmin([...input.bytes], (bytes) => fails(made(bytes)), isOver));
}

/** By code units: a lone surrogate may be what fails. */
async function minimiseText(input: Input, { fails, isOver }: MinimiseOptions): Promise<Input> {
  const made = (units: readonly string[]): Input => textInput(input.way, units.join(''));
  return made(await ddmin(textOf(input).split(''), (units) => fails(made(units)), isOver));
}

/** Members and elements are taken out, the largest first, then texts are shortened and values made plain. */
async function minimiseJson(input: Input, { fails, isOver }: MinimiseOptions): Promise<Input> {
  const made = (value: unknown): Input => ({ way: input.way, bytes: Buffer.from(JSON.stringify(value)) });
  let smallest = jsonOf(input);
  const isBetter = async (value: unknown): Promise<boolean> => {
    if (isOver() || value === undefined || !(await fails(made(value)))) return false;
    smallest = value;
    return true;
  };
  let isDone = false;
  while (!isDone && !isOver()) {
    isDone = true;
    for (const path of bySize(smallest)) {
      if (isOver()) break;
      if (!exists(smallest, path)) continue;
      if (path.length > 0 && (await isBetter(replacedAt(smallest, path, () => undefined)))) {
        isDone = false;
        continue;
      }
      const value = valueAt(smallest, path);
      const better = await shortened(
        value,
        (shorter) => isBetter(replacedAt(smallest, path, () => shorter)),
        isOver,
      );
      if (better) isDone = false;
    }
  }
  return made(smallest);
}

/** A list or text with parts taken out; whether any could be. */
async function shortened(
  value: unknown,
  isBetter: (shorter: unknown) => Promise<boolean>,
  isOver: () => boolean,
): Promise<boolean> {
  if (typeof value === 'string' && value.length > 1) {
    const units = value.split('');
    const left = await ddmin(units, (some) => isBetter(some.join('')), isOver);
    return left.length < units.length;
  }
  if (Array.isArray(value) && value.length > 1) {
    return (await ddmin(value, (some) => isBetter(some), isOver)).length < value.length;
  }
  return false;
}

/** Places in a structure, those with the most below them first. */
function bySize(value: unknown): readonly Path[] {
  const sized = pathsIn(value).map((path) => ({
    path,
    size: JSON.stringify(valueAt(value, path))?.length ?? 0,
  }));
  return sized.sort((a, b) => b.size - a.size).map(({ path }) => path);
}

function exists(value: unknown, path: Path): boolean {
  let inner = value;
  for (const key of path) {
    if (Array.isArray(inner) ? Number(key) >= inner.length : !isObject(inner) || !(key in inner))
      return false;
    inner = (inner as Readonly<Record<string | number, unknown>>)[key];
  }
  return true;
}

function isJson(input: Input): boolean {
  try {
    jsonOf(input);
    return true;
  } catch {
    return false;
  }
}
