import type { SvgElement } from './read-elements.ts';
import { valuesOf } from './read-elements.ts';

/** A rule that refers to parts of the drawing, or makes painting it dear. */
interface ReferringRule {
  /** Ids that it refers to. */
  readonly ids: readonly string[];
  /** Text of its declarations. */
  readonly body: string;
}

export interface StyleSheet {
  /** By the classes that they are for. */
  readonly byClass: ReadonlyMap<string, readonly ReferringRule[]>;
  readonly forAll: readonly ReferringRule[];
  /** The declarations of every rule. */
  readonly bodies: readonly string[];
}

/** Comparisons of rules with elements: painting does as many. */
const MAX_COMPARISONS = 1_000_000;

/** Bytes of rules; fonts that lie within are not counted. */
const LONGEST = 200_000;

/** Looks through style sheets: nothing may be fetched, and every element is compared with every rule. */
export function readStyleSheet(css: string, elements: number): StyleSheet | 'too-complex' | 'elsewhere' {
  const plain = plainCss(css);
  if (refersElsewhere(plain)) return 'elsewhere';
  if (plain.length > LONGEST) return 'too-complex';
  const rules = plain.split('}').map((rule) => {
    const brace = rule.lastIndexOf('{');
    return { selector: rule.slice(0, Math.max(0, brace)), body: rule.slice(brace + 1) };
  });
  if (rules.length * elements > MAX_COMPARISONS) return 'too-complex';
  const byClass = new Map<string, ReferringRule[]>();
  const forAll: ReferringRule[] = [];
  for (const { selector, body } of rules) {
    if (!/url\(|filter|blur|blend/i.test(body)) continue;
    const rule = { ids: referencesIn(body), body };
    const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
    if (classes.length === 0) forAll.push(rule);
    for (const name of classes) byClass.set(name, [...(byClass.get(name) ?? []), rule]);
  }
  return { byClass, forAll, bodies: rules.map(({ body }) => body) };
}

/** The rules that may be for an element. */
export function rulesFor(element: SvgElement, { byClass, forAll }: StyleSheet): readonly ReferringRule[] {
  if (byClass.size === 0) return forAll;
  const own = new Set(valuesOf(element, 'class').flatMap((value) => value.split(/\s+/)));
  return [...forAll, ...[...own].flatMap((name) => byClass.get(name) ?? [])];
}

/** Ids of parts of the drawing that a text refers to by `url(#…)`. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/url\(\s*["']?#([^"')\s]{1,256})/gi)].map(([, id = '']) => id);
}

/** Whether a text asks for anything that is not in the drawing. Data that lie in it are no such thing. */
export const refersElsewhere = (text: string): boolean =>
  /@import|url\(\s*["']?(?!\s|["']|#|data:font|data:application)/i.test(text);

/** Without comments, escapes and the data of fonts. */
function plainCss(css: string): string {
  return css
    .split('/*')
    .map((part, i) => (i === 0 ? part : part.slice(part.indexOf('*/') + 2)))
    .join(' ')
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex) => {
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/url\(\s*["']?data:(?:font|application)[^()]*\)/gi, 'url(data:font)');
}
