/** A corner of an outline: distance from the axis and height, centimetres; `round` = radius of the curve that replaces it. */
export interface ProfileCorner {
  readonly r: number;
  readonly y: number;
  readonly round?: number | undefined;
}

/** A point on the finished outline, with the unit direction in which the outline runs on. */
export interface ProfilePoint {
  readonly r: number;
  readonly y: number;
  readonly dr: number;
  readonly dy: number;
}

const ARC_STEPS = 10;

/**
 * The outline with its corners rounded. A sharp corner gives two points in one place, one for each of its sides; a
 * rounded one gives an arc that meets both sides without a bend.
 */
export function outline(corners: readonly ProfileCorner[]): ProfilePoint[] {
  const points: ProfilePoint[] = [];
  for (let i = 0; i < corners.length; i++) {
    const corner = corners[i]!;
    const before = corners[i - 1];
    const after = corners[i + 1];
    const into = before && heading(before, corner);
    const outOf = after && heading(corner, after);
    if (into && outOf && corner.round) points.push(...arc(corner, corner.round, into, outOf));
    else {
      if (into) points.push({ r: corner.r, y: corner.y, ...into });
      if (outOf) points.push({ r: corner.r, y: corner.y, ...outOf });
    }
  }
  return points;
}

interface Heading {
  readonly dr: number;
  readonly dy: number;
}

function heading(from: ProfileCorner, to: ProfileCorner): Heading {
  const size = Math.hypot(to.r - from.r, to.y - from.y);
  return { dr: (to.r - from.r) / size, dy: (to.y - from.y) / size };
}

/** A circle's arc that touches both sides; its ends lie `radius · tan(half the turn)` from the corner. */
function arc(corner: ProfileCorner, radius: number, into: Heading, outOf: Heading): ProfilePoint[] {
  const turn = Math.atan2(into.dr * outOf.dy - into.dy * outOf.dr, into.dr * outOf.dr + into.dy * outOf.dy);
  const back = radius * Math.tan(Math.abs(turn) / 2);
  const side = Math.sign(turn);
  const centre = {
    r: corner.r - into.dr * back - side * radius * into.dy,
    y: corner.y - into.dy * back + side * radius * into.dr,
  };
  const begin = Math.atan2(into.dy, into.dr);
  return Array.from({ length: ARC_STEPS + 1 }, (_, step) => {
    const angle = begin + (turn * step) / ARC_STEPS;
    const [dr, dy] = [Math.cos(angle), Math.sin(angle)];
    // The radius that points at the arc stands on its heading, on the side away from the turn.
    return { r: Math.max(0, centre.r + side * radius * dy), y: centre.y - side * radius * dr, dr, dy };
  });
}
