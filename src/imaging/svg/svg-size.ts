import { type SvgElement, valuesOf } from './read-elements.ts';

/** Pixels; undefined where a drawing does not say how large it is. */
export interface SvgSize {
  readonly width?: number;
  readonly height?: number;
}

/** Pixels of a unit at 72 dots an inch, as drawings are painted (CSS Values 3, 6.2). */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 1,
  pc: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  em: 12,
  ex: 6,
};

/** The size of a drawing by its width and height, and where these are missing or shares, by its view box. */
export function svgSize(root: SvgElement): SvgSize {
  const [, , across, down] = (valuesOf(root, 'viewBox')[0] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = lengthOf(valuesOf(root, 'width')[0]);
  const height = lengthOf(valuesOf(root, 'height')[0]);
  const ratio =
    across !== undefined && down !== undefined && across > 0 && down > 0 ? across / down : undefined;
  if (width !== undefined && height !== undefined) return { width, height };
  if (ratio === undefined) return {};
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return { width: across ?? 0, height: down ?? 0 };
}

function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ''] =
    /^\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|in|cm|mm|em|ex)?\s*$/i.exec(text ?? '') ?? [];
  const length = Number(number) * (UNITS[unit.toLowerCase()] ?? 1);
  return Number.isFinite(length) && length > 0 ? length : undefined;
}
