import { createHash } from 'node:crypto';
import type { AdRequest } from '../ad/request.ts';

/** Signs of a file's name that are the request's own. */
const LETTERS = 24;

/** What every system takes in a file's name. */
const slug = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LETTERS)
    .replaceAll(/^-+|-+$/gu, '');

/**
 * Names of an order's files, without their endings, which say where each goes and which page it is:
 * '딸기라떼-3f2a-instagram-story', '딸기라떼-3f2a-page-2'. What goes nowhere in particular is named after its pixels.
 *
 * @param given the order's own name, which stands before; absent = the request's first words, and the order's digest, so
 *   that another order of the same words takes none of its files
 */
export function fileNames(requests: readonly AdRequest[], given?: string): readonly (string | undefined)[] {
  const [first] = requests;
  const tells = requests.some(({ place, page }) => place !== undefined || page !== undefined);
  if (first === undefined || (given === undefined && !tells)) return requests.map(() => undefined);
  const digest = createHash('sha256').update(JSON.stringify(first)).digest('hex').slice(0, 6);
  const start = given ?? `${slug(first.text) || 'ad'}-${digest}`;
  const whole = requests.map(({ place, page }) =>
    [start, place, page === undefined ? undefined : `page-${page.number}`].filter(Boolean).join('-'),
  );
  const count = (name: string): number => whole.filter((other) => other === name).length;
  return whole.map((name, i) => {
    // Variants of one picture differ in nothing but their seeds.
    const before = whole.slice(0, i).filter((other) => other === name).length;
    return count(name) === 1 ? name : `${name}-${before + 1}`;
  });
}
