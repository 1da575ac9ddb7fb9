import { UserError } from '../../errors/user-error.ts';
import { ANY_PAGES, PAGE_LIMITS, type PagesAsked } from '../page.ts';

const NUMBER = /^(\d{1,2})\s?(?:장|쪽|pages?)?$/iu;

/**
 * How many pages somebody asks for: '6', '6장', 'auto'.
 *
 * @param option by which it was given
 * @throws UserError `option-value`
 */
export function parsePages(text: string, option: string): PagesAsked {
  const given = text.trim().toLowerCase();
  if (given === ANY_PAGES || given === '자동') return ANY_PAGES;
  const { min, max } = PAGE_LIMITS;
  const pages = Number(NUMBER.exec(given)?.[1]);
  if (pages >= min && pages <= max) return pages;
  throw new UserError('option-value', { option, value: text, expected: `${min}–${max}, ${ANY_PAGES}` });
}
