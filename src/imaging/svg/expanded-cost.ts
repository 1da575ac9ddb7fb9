import { referencesIn, rulesFor, type StyleSheet } from './check-css.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { type SvgElement, valuesOf } from './read-elements.ts';

/** What is painted once everything that is used again is counted as often as it is used. */
export interface ExpandedCost {
  readonly nodes: number;
  readonly filterSteps: number;
  /** Of pictures that lie in the drawing. */
  readonly pixels: number;
  /** Nanoseconds of processor time for each pixel that the drawing is painted on, of what is done to the whole of it. */
  readonly perPixel: number;
}

/**
 * Nanoseconds a pixel of the whole drawing, however little is to be seen of it: librsvg 2.63 paints what is masked, blended
 * or filtered on a surface as large as the drawing. Measured on drawings of 2048 × 2048 with ten of each.
 */
const NANOSECONDS = { filterStep: 150, mask: 27, blend: 17 } as const;

/** Deeper than references lead in any export; what goes in circles has no end. */
const DEEPEST = 200;

const ENDLESS: ExpandedCost = {
  nodes: Number.POSITIVE_INFINITY,
  filterSteps: Number.POSITIVE_INFINITY,
  pixels: Number.POSITIVE_INFINITY,
  perPixel: Number.POSITIVE_INFINITY,
};

const NOTHING: ExpandedCost = { nodes: 0, filterSteps: 0, pixels: 0, perPixel: 0 };

/** Elements whose `href` names what is painted in their place or what they are made of. */
const REFERRING: ReadonlySet<string> = new Set([
  ...['use', 'tref', 'textPath', 'linearGradient', 'radialGradient', 'pattern', 'filter', 'mask', 'clipPath'],
]);

/** Filters that are written as functions, in CSS. */
const FILTER_FUNCTION =
  /\b(?:blur|drop-shadow|brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia)\(/gi;

const BLEND = /mix-blend-mode/i;

const MARKER = /marker(?:-start|-mid|-end)?/;

/** The cost of a whole drawing. */
export function expandedCost(elements: readonly SvgElement[], sheet: StyleSheet): ExpandedCost {
  const children = elements.map((): number[] => []);
  const byId = new Map<string, number>();
  for (const [i, element] of elements.entries()) {
    children[element.parent]?.push(i);
    const id = valuesOf(element, 'id')[0];
    if (id !== undefined && !byId.has(id)) byId.set(id, i);
  }
  const known = new Map<number, ExpandedCost>();
  const under = new Set<number>();

  const costOf = (i: number, depth: number): ExpandedCost => {
    const found = known.get(i);
    if (found !== undefined) return found;
    const element = elements[i];
    if (element === undefined) return NOTHING;
    if (under.has(i) || depth > DEEPEST) return ENDLESS;
    under.add(i);
    let [nodes, filterSteps, pixels] = [1, ownFilterSteps(element), ownPixels(element)];
    let perPixel = filterSteps * NANOSECONDS.filterStep + ownBlends(element, sheet) * NANOSECONDS.blend;
    const add = (cost: ExpandedCost, times: number): void => {
      nodes += cost.nodes * times;
      filterSteps += cost.filterSteps * times;
      pixels += cost.pixels * times;
      perPixel += cost.perPixel * times;
    };
    for (const child of children[i] ?? []) {
      const cost = costOf(child, depth + 1);
      // A filter costs where it is used.
      add(elements[child]?.name === 'filter' ? { ...cost, filterSteps: 0, perPixel: 0 } : cost, 1);
    }
    for (const { id, times } of referencesOf(element, sheet)) {
      const target = byId.get(id);
      if (target === undefined) continue;
      add(costOf(target, depth + 1), times);
      if (elements[target]?.name === 'mask') perPixel += NANOSECONDS.mask * times;
    }
    under.delete(i);
    const cost = { nodes, filterSteps, pixels, perPixel };
    known.set(i, cost);
    return cost;
  };
  return costOf(0, 0);
}

interface Reference {
  readonly id: string;
  readonly times: number;
}

function referencesOf(element: SvgElement, sheet: StyleSheet): readonly Reference[] {
  const found: Reference[] = [];
  const vertices = (): number => verticesOf(element);
  for (const [name, value] of element.attributes) {
    if (name === 'href') {
      const id = value.trim();
      if (id.startsWith('#') && REFERRING.has(element.name)) found.push({ id: id.slice(1), times: 1 });
      continue;
    }
    const times = MARKER.test(name) || (name === 'style' && MARKER.test(value)) ? vertices() : 1;
    for (const id of referencesIn(value)) found.push({ id, times });
  }
  for (const { ids, body } of rulesFor(element, sheet)) {
    const times = MARKER.test(body) ? vertices() : 1;
    for (const id of ids) found.push({ id, times });
  }
  return found;
}

/** At most so many corners has a line, at each of which a marker may stand. */
function verticesOf(element: SvgElement): number {
  const data = [...valuesOf(element, 'd'), ...valuesOf(element, 'points')].join(' ');
  return Math.max(2, data.match(/[A-Za-z]|-?[\d.]+/g)?.length ?? 0);
}

function ownFilterSteps(element: SvgElement): number {
  if (/^fe[A-Z]/.test(element.name) && !/^fe(?:MergeNode|Func)/.test(element.name)) return 1;
  return element.attributes
    .filter(([name]) => name === 'filter' || name === 'style')
    .reduce((sum, [, value]) => sum + (value.match(FILTER_FUNCTION)?.length ?? 0), 0);
}

/** Whether an element is blended with what is behind it in another way than by lying over it. */
function ownBlends(element: SvgElement, sheet: StyleSheet): number {
  const own = element.attributes.some(
    ([name, value]) => name === 'mix-blend-mode' || (name === 'style' && BLEND.test(value)),
  );
  return own || rulesFor(element, sheet).some(({ body }) => BLEND.test(body)) ? 1 : 0;
}

function ownPixels(element: SvgElement): number {
  const addresses = element.name === 'image' ? valuesOf(element, 'href') : [];
  return addresses.reduce((sum, address) => sum + (embeddedPicture(address.trim()) ?? 0), 0);
}
