import type { Face } from '../ad/face.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';

/**
 * Whether one of the faces has a glyph for a code point. A face's character map is read from the disk when no face
 * before it has the glyph, and then kept: some 140 kB a face.
 *
 * @param faces in the order in which they stand in for one another
 */
export function letterCoverage(faces: readonly Face[]): (codePoint: number) => boolean {
  const maps: Coverage[] = [];
  const mapAt = (index: number): Coverage | undefined => {
    const file = faces[index]?.files[0];
    if (file === undefined) return undefined;
    maps[index] ??= readCoverage(file.path);
    return maps[index];
  };
  return (codePoint) => faces.some((_, index) => mapAt(index)?.has(codePoint) ?? false);
}
