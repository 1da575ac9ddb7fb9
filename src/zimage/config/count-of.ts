import type { ComponentWeights } from '../component-weights.ts';

/** How many `prefix.N.` there are among the names. */
export function countOf(weights: ComponentWeights, prefix: string): number {
  const numbers = weights.names.flatMap((name) => {
    const rest = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : '';
    const number = /^(\d+)\./.exec(rest)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return numbers.reduce((max, number) => Math.max(max, number + 1), 0);
}
