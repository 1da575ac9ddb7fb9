import type { MenuRow } from '../../ad/design-part.ts';
import type { Hero } from '../../ad/hero.ts';
import type { Good } from '../../ad/page.ts';
import type { Statement } from '../../ad/statement.ts';
import { defined } from '../../collections/defined.ts';
import type { Presets } from '../../presets/presets.ts';
import type { Reading } from '../reading/read-request.ts';
import { findThing } from './find-thing.ts';

/** What parts the goods of one product. */
const BETWEEN = '·';

/**
 * What is sold, thing by thing, each with the price that stands right beside its name: of the owner's list, else of the
 * request's words. Undefined where fewer than two are named.
 *
 * @param sayable a name as the trade may letter it; undefined = not at all
 */
export function goodsOf(
  reading: Reading,
  menu: readonly MenuRow[] | undefined,
  presets: Presets,
  sayable: (name: string) => string | undefined,
): readonly Good[] | undefined {
  const goods =
    menu === undefined ? namedIn(reading, sayable) : menu.filter(({ price }) => price !== undefined);
  if (goods.length < 2) return undefined;
  return goods.map(({ name, price, old, note }) => ({
    name,
    ...defined({ price, old, note }),
    hero: heroOf(name, presets),
  }));
}

type NamedGood = Pick<Good, 'name' | 'price' | 'old' | 'note'>;

function namedIn(
  { product, listed, statements }: Reading,
  sayable: (name: string) => string | undefined,
): readonly NamedGood[] {
  const names = new Set([...(product?.split(BETWEEN) ?? []), ...listed].map((name) => name.trim()));
  names.delete('');
  const goods = [...names].flatMap((written) => {
    const name = sayable(written);
    return name === undefined ? [] : [{ name, ...priceOf(written, statements) }];
  });
  // 핸드크림 beside 시어버터 핸드크림 12,900원 says what kind of thing that is, and what alone has no price is none for sale.
  const isPriced = goods.some(({ price }) => price !== undefined);
  return goods.filter(({ price }) => price !== undefined || !isPriced);
}

/** The price that is said with the name, or of a product that stands alone the one that follows it at once. */
function priceOf(name: string, statements: readonly Statement[]): Pick<Good, 'price' | 'old'> {
  for (const [i, { kind, text }] of statements.entries()) {
    const said = kind === 'price' ? statements[i] : undefined;
    if (said !== undefined && text.startsWith(`${name} `) && /\d/.test(text.slice(name.length)))
      return priced(said, text.slice(name.length).trim());
    const next = statements[i + 1];
    if (kind === 'product' && text === name && next?.kind === 'price' && isBare(next.text))
      return priced(next, next.text);
  }
  return {};
}

const priced = ({ oldPrice }: Statement, price: string): Pick<Good, 'price' | 'old'> => ({
  price,
  ...defined({ old: oldPrice }),
});

/** An amount of money and nothing else, so that it is of what stands before it. */
const isBare = (text: string): boolean => /^[₩$€£¥]?\s?\d[\d,.]*\s?[천만]?\s?(?:원|won)?~?$/u.test(text);

function heroOf(name: string, presets: Presets): Hero {
  const thing = findThing(name, presets);
  if (thing === undefined) return { kind: 'type' };
  if (thing.kind === 'icon') return { kind: 'icon', ids: [thing.id] };
  return presets.studio.props.has(thing.id) ? { kind: 'model', id: thing.id } : { kind: 'type' };
}
