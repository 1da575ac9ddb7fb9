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
  const texts: string[] = [];
  write(value, texts);
  return createHash('sha256').update(texts.join('')).digest('hex');
}

/** Texts of what never changes, presets above all: they go with every ad, and writing them takes milliseconds. */
const written = new WeakMap<object, string>();

/** Writes a value. @returns whether nothing in it can change */
function write(value: unknown, texts: string[]): boolean {
  if (value === undefined || value === null || typeof value === 'boolean' || typeof value === 'number') {
    texts.push(`${String(value)};`);
    return true;
  }
  if (typeof value === 'string') {
    texts.push(`${JSON.stringify(value)};`);
    return true;
  }
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no fingerprint`);
  if (isPicture(value)) {
    texts.push(`picture:${value.digest ?? digestOf(value)};`);
    return false;
  }
  const known = written.get(value);
  if (known !== undefined) {
    texts.push(known);
    return true;
  }
  const from = texts.length;
  const isFixed = Array.isArray(value) ? writeList(value, texts) : writeObject(value, texts);
  if (!isFixed || !Object.isFrozen(value)) return false;
  written.set(value, texts.slice(from).join(''));
  return true;
}

function writeList(list: readonly unknown[], texts: string[]): boolean {
  texts.push('[');
  let isFixed = true;
  for (const part of list) isFixed = write(part, texts) && isFixed;
  texts.push(']');
  return isFixed;
}

function writeObject(value: object, texts: string[]): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`A ${value.constructor.name} has no fingerprint`);
  }
  texts.push('{');
  let isFixed = true;
  for (const key of Object.keys(value).sort()) {
    const part: unknown = Reflect.get(value, key);
    if (part === undefined) continue;
    texts.push(`${JSON.stringify(key)}:`);
    isFixed = write(part, texts) && isFixed;
  }
  texts.push('}');
  return isFixed;
}
