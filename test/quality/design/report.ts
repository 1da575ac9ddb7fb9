import type { Composition } from './composition.ts';
import { again, type Judged, type Refused } from './judge.ts';
import { remarksOn } from './remarks.ts';
import { RULES } from './violations.ts';

type Log = (line: string) => void;

const COLUMNS: readonly (readonly [
  title: string,
  value: (one: Composition) => number | undefined,
  digits: number,
])[] = [
  ['ratio', ({ ratio }) => ratio, 1],
  ['order', ({ order }) => order, 2],
  ['hero h', ({ hero }) => hero, 2],
  ['cut off', ({ cut }) => cut, 2],
  ['text', ({ text }) => text, 2],
  ['white', ({ white }) => white, 2],
  ['off mid', ({ imbalance }) => imbalance, 3],
  ['hues off', ({ disharmony }) => disharmony, 1],
  ['align', ({ ali }) => ali, 4],
  ['occl', ({ occ }) => occ, 3],
  ['unread', ({ rea }) => rea, 4],
  ['free used', ({ uti }) => uti, 3],
];

const WIDTH = 10;

/** What was measured of each family, and of all of them. */
export function reportFamilies(ads: readonly Judged[], refused: readonly Refused[], log: Log): void {
  const names = [...new Set([...ads, ...refused].map(({ family }) => family.key))];
  const longest = Math.max(8, ...names.map((name) => name.length));
  const titles = [
    'ads',
    'refused',
    'faults',
    'contrast',
    'small %',
    ...COLUMNS.map(([title]) => title),
    'ms',
  ];
  log(`${''.padEnd(longest)}${titles.map((title) => title.padStart(WIDTH)).join('')}`);
  for (const name of [...names, undefined]) {
    const own = ads.filter(({ family }) => name === undefined || family.key === name);
    const not = refused.filter(({ family }) => name === undefined || family.key === name);
    const faulty = own.filter(({ violations }) => violations.length > 0).length;
    const worst = (value: (one: Composition) => number): number =>
      Math.min(...own.map(({ composition }) => value(composition)));
    const cells = [
      String(own.length),
      String(not.length),
      String(faulty),
      own.length === 0 ? '-' : worst(({ contrast }) => contrast).toFixed(2),
      own.length === 0 ? '-' : (100 * worst(({ smallest }) => smallest)).toFixed(2),
      ...COLUMNS.map(([, value, digits]) => meanOf(own, value)?.toFixed(digits) ?? '-'),
      own.length === 0 ? '-' : middle(own.map(({ took }) => took)).toFixed(0),
    ];
    log(`${(name ?? 'all').padEnd(longest)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`);
  }
}

function meanOf(ads: readonly Judged[], value: (one: Composition) => number | undefined): number | undefined {
  const known = ads.flatMap(({ composition }) => value(composition) ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / known.length;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Every rule that an ad breaks, with the command that makes it again. @returns how many ads break any */
export function reportViolations(ads: readonly Judged[], log: Log): number {
  for (const one of ads) {
    if (one.violations.length === 0) continue;
    log(again(one));
    for (const { rule, what } of one.violations) log(`    ${rule}: ${what}`);
  }
  const counts = RULES.map((rule) => {
    const broken = ads.filter(({ violations }) => violations.some((one) => one.rule === rule)).length;
    return `${rule} ${broken}`;
  });
  const faulty = ads.filter(({ violations }) => violations.length > 0).length;
  log(`${faulty} of ${ads.length} ads break a rule: ${counts.join(', ')} (0 wanted)`);
  return faulty;
}

/** Families whose ads a designer would look at again most often, and for what. */
export function reportRemarks(ads: readonly Judged[], log: Log): void {
  for (const name of new Set(ads.map(({ family }) => family.key))) {
    const own = ads.filter(({ family }) => family.key === name);
    const counts = new Map<string, number>();
    for (const { composition } of own) {
      for (const remark of remarksOn(composition)) {
        const kind = remark.replace(/ [\d.]+ \(/, ' (');
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
    const told = [...counts].map(([kind, count]) => `${count} × ${kind}`);
    if (told.length > 0) log(`${name}, of ${own.length}: ${told.join(' · ')}`);
  }
}

/** Why families refused, most frequent first. */
export function reportRefusals(refused: readonly Refused[], log: Log): void {
  const counts = new Map<string, number>();
  for (const { refused: why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  log(`refused: ${sorted.map(([why, count]) => `${count} × ${why}`).join(' · ')}`);
}
