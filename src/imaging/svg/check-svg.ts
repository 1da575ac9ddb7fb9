import { defined } from '../../collections/defined.ts';
import { firstOf } from '../../collections/first-of.ts';
import { readStyleSheet, refersElsewhere } from './check-css.ts';
import { embeddedPicture } from './embedded-picture.ts';
import { expandedCost } from './expanded-cost.ts';
import { readElements, type SvgElement } from './read-elements.ts';
import { type SvgSize, svgSize } from './svg-size.ts';

/** Bounds within which a drawing is painted. Logos that Illustrator, Inkscape and Figma export are far below. */
export const SVG_LIMITS = {
  /** Bytes of the file, with pictures that lie in it. */
  bytes: 2 * 2 ** 20,
  elements: 20_000,
  depth: 64,
  /** Elements once all that is used again (symbols, patterns, markers, clips, masks) is counted as often as used. */
  painted: 100_000,
  /** Steps of filters that are painted, uses counted. */
  filterSteps: 120,
  /** Standard deviation of a blur, in units of the drawing. */
  blur: 250,
  /** Numbers in one pattern of dashes. */
  dashes: 200,
  /** Pixels of all pictures that lie in the drawing, uses counted. */
  embedded: 8_000_000,
  /** Nanoseconds that masks, blends and filters may take: a drawing where they would take more is painted smaller. */
  surfaces: 1e9,
  /** Pixels of the smallest square that a drawing is painted in for that. */
  leastSide: 200,
} as const;

/**
 * Elements that a drawing may have: shapes, text, paint, clips, masks, filters that cost little, and what nothing is
 * painted for (descriptions, animations, of which the first moment is shown).
 */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'switch', 'a', 'view', 'style', 'title', 'desc', 'cursor'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image', 'marker'],
  ...['text', 'tspan', 'textPath', 'tref', 'font', 'font-face', 'glyph', 'missing-glyph', 'hkern', 'vkern'],
  ...['font-face-src', 'font-face-uri', 'font-face-name', 'font-face-format', 'color-profile'],
  ...[
    'linearGradient',
    'radialGradient',
    'meshgradient',
    'stop',
    'pattern',
    'solidColor',
    'clipPath',
    'mask',
  ],
  ...['animate', 'animateTransform', 'animateMotion', 'animateColor', 'mpath', 'set'],
  ...[
    'filter',
    'feGaussianBlur',
    'feOffset',
    'feBlend',
    'feFlood',
    'feColorMatrix',
    'feComposite',
    'feMerge',
  ],
  ...['feMergeNode', 'feDropShadow', 'feComponentTransfer', 'feFuncR', 'feFuncG', 'feFuncB', 'feFuncA'],
]);

/** Of SVG's own, wherever they stand and whatever prefix they have, none but the allowed. */
const COSTLY = /^fe[A-Z]|^script$|^include$|^handler$/;

/** Elements that are never painted, where editors keep data in elements of their own. */
const NOTES: ReadonlySet<string> = new Set([
  ...['metadata', 'foreignObject', 'namedview', 'page', 'grid', 'guide', 'path-effect', 'perspective'],
  ...['pgf', 'pgfRef', 'sfw', 'sampledPaint', 'export', 'private'],
]);

/** Attributes that may hold an address. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src']);

/** A drawing that may be painted, with the size that it states. */
export interface CheckedSvg extends SvgSize {
  /** Pixels that it may be painted on; absent = any number. */
  readonly mostPixels?: number;
}

/** Why a drawing is not painted. */
export type SvgTrouble = 'unreadable' | 'too-complex' | 'elsewhere';

/**
 * Looks through a drawing before any of it is painted: how much there is once everything used again is counted, which
 * filters it wants, and whether it refers to anything outside itself.
 */
export function checkSvg(bytes: Uint8Array): CheckedSvg | SvgTrouble {
  if (bytes.length > SVG_LIMITS.bytes) return 'too-complex';
  const document = readElements(Buffer.from(bytes).toString('utf8'), SVG_LIMITS);
  if (document === 'broken') return 'unreadable';
  if (document === 'too-many' || document === 'entities') return 'too-complex';
  const { elements, css } = document;
  const root = elements[0];
  if (root?.name !== 'svg') return 'unreadable';
  const sheet = readStyleSheet(css, elements.length);
  if (typeof sheet === 'string') return sheet;
  if (elements.some(({ name }) => COSTLY.test(name) && !ALLOWED.has(name))) return 'too-complex';
  const trouble = styleTrouble(sheet.bodies) ?? firstOf(outsideNotes(elements), troubleWith);
  if (trouble !== undefined) return trouble;
  const { nodes, filterSteps, pixels, perPixel } = expandedCost(elements, sheet);
  const mostPixels = perPixel === 0 ? undefined : Math.floor(SVG_LIMITS.surfaces / perPixel);
  const fits =
    nodes <= SVG_LIMITS.painted &&
    filterSteps <= SVG_LIMITS.filterSteps &&
    pixels <= SVG_LIMITS.embedded &&
    (mostPixels === undefined || mostPixels >= SVG_LIMITS.leastSide ** 2);
  return fits ? { ...svgSize(root), ...defined({ mostPixels }) } : 'too-complex';
}

function outsideNotes(elements: readonly SvgElement[]): readonly SvgElement[] {
  const within = new Array<boolean>(elements.length).fill(false);
  return elements.filter(({ name, parent }, i) => {
    within[i] = within[parent] === true || NOTES.has(name);
    return within[i] === false;
  });
}

function troubleWith({ name, prefixed, attributes }: SvgElement): SvgTrouble | undefined {
  if (!ALLOWED.has(name)) return prefixed ? undefined : 'too-complex';
  const styles = attributes
    .filter(([key]) => key !== 'href' && key !== 'd')
    .map(([key, value]) => `${key}:${value}`);
  const trouble = styleTrouble(styles);
  if (trouble !== undefined) return trouble;
  // Where a click leads is not looked at.
  if (name === 'a') return undefined;
  return firstOf(attributes, ([key, address]) =>
    ADDRESSES.has(key) ? addressTrouble(name, address.trim()) : undefined,
  );
}

function styleTrouble(styles: readonly string[]): SvgTrouble | undefined {
  if (styles.some(refersElsewhere)) return 'elsewhere';
  return styles.some((style) => blursFar(style) || dashesMuch(style)) ? 'too-complex' : undefined;
}

/** References within the drawing are fine, and pictures that lie in it. */
function addressTrouble(name: string, address: string): SvgTrouble | undefined {
  if (address === '' || address.startsWith('#')) return undefined;
  if (!/^data:/i.test(address)) return 'elsewhere';
  if (name.startsWith('font-face')) return undefined;
  return name === 'image' && embeddedPicture(address) !== undefined ? undefined : 'too-complex';
}

/** A step of a filter says `stdDeviation`, and styles say `blur(…)` and `drop-shadow(… … …)`. */
function blursFar(style: string): boolean {
  const lengths = /^stdDeviation:|blur\(|drop-shadow\(/i.test(style)
    ? (style.match(/[\d.]+(?:e\d+)?/gi) ?? [])
    : [];
  return lengths.some((length) => Number(length) > SVG_LIMITS.blur);
}

function dashesMuch(style: string): boolean {
  const dashes = /stroke-dasharray:([^;]*)/i.exec(style)?.[1];
  return dashes !== undefined && (dashes.match(/[\d.]+/g)?.length ?? 0) > SVG_LIMITS.dashes;
}
