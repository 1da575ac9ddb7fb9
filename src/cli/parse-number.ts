import { isInRange, type NumberRange } from '../ad/parse/request-limits.ts';
import { UserError } from '../errors/user-error.ts';

/** As people write numbers: `0x10`, `Infinity` and blanks are none. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

export const isNumber = (text: string): boolean => text.length <= 40 && NUMBER.test(text.trim());

/**
 * The number of an option.
 *
 * @param option as it was written: `--seed`
 * @throws UserError `bad-number` with the range
 */
export function parseNumber(option: string, text: string, range: NumberRange): number {
  const value = isNumber(text) ? Number(text) : Number.NaN;
  if (isInRange(value, range)) return value;
  const { min, max } = range;
  throw new UserError('bad-number', { option, value: text.slice(0, 40), expected: `${min}–${max}` });
}
