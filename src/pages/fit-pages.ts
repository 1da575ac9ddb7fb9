import { detailLines } from '../ad/copy.ts';
import { defined } from '../collections/defined.ts';
import type { Page } from './page.ts';

/**
 * The pages in the number that was asked for, as far as there is something to say: fewer, since what is on the price list
 * as well has no page of its own or two pages become one; more, since details are told over two.
 */
export function fitted(pages: readonly Page[], count: number | undefined, max: number): readonly Page[] {
  let found = pages;
  const most = Math.min(count ?? max, max);
  while (found.length > most) {
    const fewer = withOneFewer(found);
    if (fewer === undefined) break;
    found = fewer;
  }
  while (count !== undefined && found.length < count) {
    const more = withOneMore(found);
    if (more === undefined) break;
    found = more;
  }
  return found;
}

function withOneFewer(pages: readonly Page[]): readonly Page[] | undefined {
  const listed = new Set(pages.flatMap(({ menu = [] }) => menu.map(({ name }) => name)));
  const [cover] = pages;
  const spare = pages.findLastIndex(
    ({ role, copy: { headline = '' } }) =>
      role === 'product' && (listed.has(headline) || isNamedOn(cover, headline, pages)),
  );
  if (spare > 0) return pages.toSpliced(spare, 1);
  const last = pages.at(-1);
  const before = pages.at(-2);
  if (last === undefined || before === undefined || pages.length < 2) return undefined;
  // Two things that are sold are two pages: what is told of one is not told of the other.
  if (before.role === 'product' || last.role === 'product') return undefined;
  return [...pages.slice(0, -2), merged(before, last)];
}

/** What has no price is said when its name is. */
const isNamedOn = (cover: Page | undefined, name: string, pages: readonly Page[]): boolean =>
  [cover?.copy.headline, cover?.copy.sub].join('\n').includes(name) &&
  pages.some(({ role, copy }) => role === 'product' && copy.headline === name && copy.price === undefined);

/** The second page's lines under the first's, whose title it keeps. */
function merged(first: Page, second: Page): Page {
  const details = [...detailLines(first.copy.details), ...detailLines(second.copy.details)];
  return {
    ...first,
    copy: defined({
      ...first.copy,
      details: details.length === 0 ? undefined : details.join('\n'),
      cta: first.copy.cta ?? second.copy.cta,
    }),
    ...defined({ menu: first.menu ?? second.menu, qr: first.qr ?? second.qr }),
  };
}

function withOneMore(pages: readonly Page[]): readonly Page[] | undefined {
  const longest = pages
    .map(({ role, copy }, index) => ({ role, index, lines: detailLines(copy.details) }))
    .filter(({ role, lines }) => (role === 'visit' || role === 'notices') && lines.length >= 2)
    .toSorted((a, b) => b.lines.length - a.lines.length)[0];
  const page = longest && pages[longest.index];
  if (longest === undefined || page === undefined) return undefined;
  const half = Math.ceil(longest.lines.length / 2);
  const { cta: _, ...copy } = page.copy;
  const { qr: __, ...bare } = page;
  const parts: readonly Page[] = [
    { ...bare, copy: { ...copy, details: longest.lines.slice(0, half).join('\n') } },
    { ...page, copy: { ...page.copy, details: longest.lines.slice(half).join('\n') } },
  ];
  return pages.toSpliced(longest.index, 1, ...parts);
}
