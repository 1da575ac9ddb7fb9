import { GlobalFonts } from '@napi-rs/canvas';
import type { Face, FaceFile } from '../ad/face.ts';
import { seedFor } from '../imaging/random.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';

/** One file of a face, ready for the canvas. */
export interface Font {
  /** The name that the canvas knows it by; no other file has it. */
  readonly family: string;
  /** The file's own weight: asking for more would make the canvas smear it. */
  readonly weight: number;
  readonly coverage: Coverage;
  readonly path: string;
  /** The face that it is a file of. */
  readonly face: string;
}

const registered = new Map<string, Font>();

/**
 * The file of a face that is nearest to a weight, registered with the canvas when it is first asked for. The canvas
 * keeps one list of fonts for the whole process, so a name is derived from the file and not from the thread.
 *
 * @param weight 100–900; of two files equally near, the heavier
 * @throws Error when the file cannot be read as a font
 */
export function fontOf(face: Face, weight: number): Font {
  const file = nearest(face, weight);
  const key = `${file.path}@${file.weight}`;
  const known = registered.get(key);
  if (known !== undefined) return known;
  const family = `face-${seedFor(file.weight, file.path).toString(16)}`;
  if (!GlobalFonts.has(family) && GlobalFonts.registerFromPath(file.path, family) === null) {
    throw new Error(`The canvas cannot use the font ${file.path}`);
  }
  const font = {
    family,
    weight: file.weight,
    coverage: readCoverage(file.path),
    path: file.path,
    face: face.name,
  };
  registered.set(key, font);
  return font;
}

function nearest(face: Face, weight: number): FaceFile {
  const [first, ...rest] = face.files;
  if (first === undefined) throw new RangeError(`The face ${face.name} has no files`);
  return rest.reduce(
    (best, file) => (Math.abs(file.weight - weight) <= Math.abs(best.weight - weight) ? file : best),
    first,
  );
}

/** The font of a family that `fontOf` named. @throws RangeError for any other */
export function fontOfFamily(family: string): Font {
  for (const font of registered.values()) if (font.family === family) return font;
  throw new RangeError(`There is no font ${family}`);
}

/** What the canvas is told. @param size pixels */
export const cssFont = (font: Font, size: number): string => `${font.weight} ${size}px "${font.family}"`;
