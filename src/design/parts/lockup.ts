import type { LockupPart } from '../../ad/design-part.ts';
import type { Face } from '../../ad/face.ts';
import type { Box, Size } from '../../ad/geometry.ts';
import { toCanvas } from '../../imaging/canvas.ts';
import { noRoom, type PartDrawer } from './part-drawer.ts';
import { readable, WORDS } from './readable.ts';
import { drawWords, type SizedWords, sizedLines, styleOf } from './words.ts';

/** In em of the name: height of the logo beside it and above it, and the room between. */
const BESIDE = { height: 1.9, gap: 0.5 };
const ABOVE = { height: 2.6, gap: 0.55 };

/** Proportions of logos that are set as they are; what is longer is set smaller. */
const PROPORTIONS = { least: 0.4, most: 5 };

interface SetLockup extends Size {
  readonly name: SizedWords;
  /** Of the logo, from the lockup's left top corner. */
  readonly logo?: Box;
  readonly at: { readonly x: number; readonly y: number };
}

function setLockup(part: LockupPart, { width, height }: Size, faces: readonly Face[]): SetLockup {
  const style = styleOf('headline', part.face, part.weight);
  const at = (em: number): SetLockup => {
    const name = sizedLines([part.name], style, em, faces);
    if (part.logo === undefined) return { name, at: { x: 0, y: 0 }, width: name.width, height: name.height };
    const ratio = Math.max(PROPORTIONS.least, Math.min(PROPORTIONS.most, part.logo));
    if (part.arrange === 'row') {
      const logo = { width: BESIDE.height * em * ratio, height: BESIDE.height * em };
      const tall = Math.max(logo.height, name.height);
      return {
        name,
        logo: { x: 0, y: (tall - logo.height) / 2, ...logo },
        at: { x: logo.width + BESIDE.gap * em, y: (tall - name.height) / 2 },
        width: logo.width + BESIDE.gap * em + name.width,
        height: tall,
      };
    }
    const logo = { width: ABOVE.height * em * ratio, height: ABOVE.height * em };
    const wide = Math.max(logo.width, name.width);
    return {
      name,
      logo: { x: (wide - logo.width) / 2, y: 0, ...logo },
      at: { x: (wide - name.width) / 2, y: logo.height + ABOVE.gap * em },
      width: wide,
      height: logo.height + ABOVE.gap * em + name.height,
    };
  };
  const unit = at(100);
  return at(100 * Math.min(width / unit.width, height / unit.height));
}

/** Who it is: the mark and the name, on one axis. */
export const lockup: PartDrawer<LockupPart> = {
  measure(part, limits, faces) {
    const set = setLockup(part, limits, faces);
    if (set.name.size < limits.smallest) return undefined;
    return {
      width: Math.min(limits.width, Math.ceil(set.width)),
      height: Math.min(limits.height, Math.ceil(set.height)),
      smallestText: set.name.size,
    };
  },
  paint(context, part, box, { ground, ink }, faces, { logo }) {
    const set = setLockup(part, box, faces);
    if (!(set.name.size > 0)) throw noRoom(part, box);
    const x = box.x + (box.width - set.width) / 2;
    const y = box.y + (box.height - set.height) / 2;
    if (set.logo !== undefined && logo !== undefined) {
      const scale = Math.min(set.logo.width / logo.width, set.logo.height / logo.height);
      const [wide, high] = [logo.width * scale, logo.height * scale];
      context.drawImage(
        toCanvas(logo),
        x + set.logo.x + (set.logo.width - wide) / 2,
        y + set.logo.y + (set.logo.height - high) / 2,
        wide,
        high,
      );
    }
    drawWords(context, set.name, { x: x + set.at.x, y: y + set.at.y }, readable(ink, ground, WORDS), faces);
  },
};
