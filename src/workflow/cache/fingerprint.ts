import { createHash } from 'node:crypto';
import { digestOf } from '../../imaging/digest.ts';
import { isPicture } from '../../imaging/raster.ts';

/**
 * SHA-256 over a value of plain data, as 64 hex digits. Keys are sorted, so that two objects with the same content
 * have the same fingerprint; absent and undefined properties are the same. Pictures count by their digest.
 *
 * @throws TypeError for what has no content to compare: functions, symbols, class instances
 */
export function fingerprint(value: unknown): string {
  const hash = createHash('sha256');
  for (const text of textsOf(value)) hash.update(text);
  return hash.digest('hex');
}

function* textsOf(value: unknown): Generator<string> {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') {
    yield `${String(value)};`;
  } else if (typeof value === 'string') {
    yield `${JSON.stringify(value)};`;
  } else if (typeof value !== 'object') {
    throw new TypeError(`A ${typeof value} has no fingerprint`);
  } else if (isPicture(value)) {
    yield `picture:${value.digest ?? digestOf(value)};`;
  } else if (Array.isArray(value)) {
    yield '[';
    for (const part of value) yield* textsOf(part);
    yield ']';
  } else {
    yield* textsOfObject(value);
  }
}

function* textsOfObject(value: object): Generator<string> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`A ${value.constructor.name} has no fingerprint`);
  }
  yield '{';
  for (const key of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, key);
    if (part === undefined) continue;
    yield `${JSON.stringify(key)}:`;
    yield* textsOf(part);
  }
  yield '}';
}
