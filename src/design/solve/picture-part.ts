import { type Box, centre, intersection } from '../../ad/geometry.ts';
import type { PictureMaterial } from '../design-request.ts';

/** A part of a photo for a box, and where the subject is then seen. */
export interface ShownPart {
  /** In pixels of the photo. */
  readonly part: Box;
  /** In pixels of the ad; absent = nobody knows. */
  readonly subject?: Box;
}

/** The largest part of a photo that has a box's proportions, with as much of the subject in it as it takes. */
export function picturePart({ image, subject }: PictureMaterial, box: Box): ShownPart {
  const scale = Math.min(image.width / box.width, image.height / box.height);
  const width = Math.max(1, Math.round(box.width * scale));
  const height = Math.max(1, Math.round(box.height * scale));
  const focus = subject === undefined ? { x: image.width / 2, y: image.height / 2 } : centre(subject);
  const x = Math.round(Math.max(0, Math.min(image.width - width, focus.x - width / 2)));
  const y = Math.round(Math.max(0, Math.min(image.height - height, focus.y - height / 2)));
  const part = { x, y, width, height };
  if (subject === undefined) return { part };
  const seen = intersection(subject, part);
  return {
    part,
    subject: {
      x: Math.round(box.x + (seen.x - x) / scale),
      y: Math.round(box.y + (seen.y - y) / scale),
      width: Math.round(seen.width / scale),
      height: Math.round(seen.height / scale),
    },
  };
}
