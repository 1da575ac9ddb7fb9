/** A point of the outline of a turned thing. */
export interface ProfilePoint {
  /** Distance from the axis and height above the base, decimetres. */
  readonly r: number;
  readonly y: number;
  /** Index of the material of the stretch that leads to the next point; 0 unless said otherwise. */
  readonly material?: number;
}

export interface Normals {
  readonly startR: Float64Array;
  readonly startY: Float64Array;
  readonly endR: Float64Array;
  readonly endY: Float64Array;
}

/** Normals of each cone at its two ends, shared with its neighbour where the corner is blunt. */
export function normals(outline: readonly ProfilePoint[], crease: number): Normals {
  const count = outline.length - 1;
  const r = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const dr = outline[i + 1]!.r - outline[i]!.r;
    const dy = outline[i + 1]!.y - outline[i]!.y;
    const size = Math.max(1e-12, Math.hypot(dr, dy));
    r[i] = dy / size;
    y[i] = -dr / size;
  }
  const blunt = Math.cos((crease * Math.PI) / 180);
  const made: Normals = { startR: r.slice(), startY: y.slice(), endR: r.slice(), endY: y.slice() };
  for (let i = 1; i < count; i++) {
    if (r[i]! * r[i - 1]! + y[i]! * y[i - 1]! < blunt) continue;
    const mr = r[i]! + r[i - 1]!;
    const my = y[i]! + y[i - 1]!;
    const size = Math.hypot(mr, my);
    made.startR[i] = mr / size;
    made.startY[i] = my / size;
    made.endR[i - 1] = mr / size;
    made.endY[i - 1] = my / size;
  }
  return made;
}
