import type { HexColour } from '../ad/scene.ts';
import { type Cmyk, cmykOf } from '../imaging/cmyk.ts';
import { parseHex, rgbToOklab } from '../imaging/colour.ts';
import type { Mark } from '../vector/marks.ts';

/** A colour of a printed sheet: black ink alone, or shares of the four by the press's profile. */
export type PrintColour = 'black' | Cmyk;

/** OKLab lightness and chroma below which a colour is printed in black alone: nobody sees its hue, and nothing can be out of register. */
const DARK = { lightness: 0.3, chroma: 0.035 };

function isBlack(colour: HexColour): boolean {
  const [lightness, a, b] = rgbToOklab(parseHex(colour));
  return lightness < DARK.lightness && Math.hypot(a, b) < DARK.chroma;
}

/** The colours of marks as they are printed. */
export async function printColours(marks: readonly Mark[]): Promise<(colour: HexColour) => PrintColour> {
  const mixed = await cmykOf([...new Set(marks.map(({ colour }) => colour))]);
  return (colour) => (isBlack(colour) ? 'black' : (mixed.get(colour) ?? 'black'));
}
