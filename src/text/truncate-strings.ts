import { truncateText } from './clean-text.ts';

/**
 * What a platform has sent, with every text in it cut to what is looked at: the first thing that is done with it. What
 * holds no longer text comes back as it is.
 */
export function truncateStrings<T>(value: T): T {
  // Each part is what it was but for its length.
  return cut(value) as T;
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return truncateText(value);
  if (Array.isArray(value)) {
    const parts = value.map(cut);
    return parts.some((part, at) => part !== value[at]) ? parts : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const parts = entries.map(([, part]) => cut(part));
  if (parts.every((part, at) => part === entries[at]?.[1])) return value;
  return Object.fromEntries(entries.map(([name], at) => [name, parts[at]]));
}
