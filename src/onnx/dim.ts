/**
 * A length along an axis: a number, or a polynomial with whole coefficients over lengths that are named when the
 * graph is built and known when it runs.
 */
export type Dim = number | Polynomial;

/** Coefficients by monomial. A monomial is its factors' names, sorted and joined by `*`; `1` is the constant. */
interface Polynomial {
  readonly terms: ReadonlyMap<string, number>;
}

/** Values for the named lengths. */
export type Sizes = Readonly<Record<string, number>>;

const CONSTANT = '1';

/** A length that is known only when the graph runs. */
export function named(name: string): Dim {
  if (!/^[a-z]\w*$/i.test(name)) throw new Error(`Expected a name for a length, got \`${name}\``);
  return { terms: new Map([[name, 1]]) };
}

const termsOf = (dim: Dim): ReadonlyMap<string, number> =>
  typeof dim === 'number' ? new Map([[CONSTANT, dim]]) : dim.terms;

function normalised(terms: Map<string, number>): Dim {
  for (const [monomial, factor] of terms) if (factor === 0) terms.delete(monomial);
  if (terms.size === 0) return 0;
  const only = terms.size === 1 ? terms.get(CONSTANT) : undefined;
  return only ?? { terms: new Map([...terms].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export function plus(a: Dim, b: Dim): Dim {
  const sum = new Map(termsOf(a));
  for (const [monomial, factor] of termsOf(b)) sum.set(monomial, (sum.get(monomial) ?? 0) + factor);
  return normalised(sum);
}

const factorsOf = (monomial: string): string[] => (monomial === CONSTANT ? [] : monomial.split('*'));

export function times(a: Dim, b: Dim): Dim {
  const product = new Map<string, number>();
  for (const [left, x] of termsOf(a)) {
    for (const [right, y] of termsOf(b)) {
      const monomial = [...factorsOf(left), ...factorsOf(right)].sort().join('*') || CONSTANT;
      product.set(monomial, (product.get(monomial) ?? 0) + x * y);
    }
  }
  return normalised(product);
}

export const product = (dims: readonly Dim[]): Dim => dims.reduce(times, 1);

/**
 * The quotient, which must come out whole whatever the named lengths are.
 *
 * @param divisor a number, or one product of names
 * @throws Error where it does not come out whole
 */
export function over(dividend: Dim, divisor: Dim): Dim {
  const [[monomial, factor] = [CONSTANT, 0], ...more] = [...termsOf(divisor)];
  if (factor === 0 || more.length > 0) throw new Error(`Cannot divide by ${show(divisor)}`);
  const quotient = new Map<string, number>();
  for (const [name, value] of termsOf(dividend)) {
    if (value === 0) continue;
    const left = factorsOf(name);
    for (const part of factorsOf(monomial)) {
      const at = left.indexOf(part);
      if (at < 0) throw new Error(`${show(dividend)} does not divide by ${show(divisor)}`);
      left.splice(at, 1);
    }
    if (value % factor !== 0) throw new Error(`${show(dividend)} does not divide by ${show(divisor)}`);
    quotient.set(left.join('*') || CONSTANT, value / factor);
  }
  return normalised(quotient);
}

export const sameDim = (a: Dim, b: Dim): boolean => show(a) === show(b);

/** The length once the names have values. */
export function evaluate(dim: Dim, sizes: Sizes): number {
  let sum = 0;
  for (const [monomial, factor] of termsOf(dim)) {
    let value = factor;
    for (const name of factorsOf(monomial)) {
      const size = sizes[name];
      if (size === undefined) throw new Error(`The length \`${name}\` has no value`);
      value *= size;
    }
    sum += value;
  }
  return sum;
}

/** As in `4*h*w+2`. Equal lengths are shown equally. */
export function show(dim: Dim): string {
  if (typeof dim === 'number') return String(dim);
  return [...dim.terms]
    .map(([monomial, factor]) =>
      monomial === CONSTANT ? String(factor) : factor === 1 ? monomial : `${factor}*${monomial}`,
    )
    .join('+');
}
