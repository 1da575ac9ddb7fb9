import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HexColour } from '../../../src/ad/scene.ts';
import { type Cmyk, cmykOf, encodeCmykJpeg } from '../../../src/imaging/cmyk.ts';
import { parseHex, toHex } from '../../../src/imaging/colour.ts';
import { type Lut, readLut, throughLut } from '../../../src/imaging/press/lut.ts';
import { pressProfile } from '../../../src/imaging/press/press-profile.ts';
import { decodeLab, type Lab, printableLightness } from '../../../src/imaging/press/separate-dark.ts';
import { sheetOfInks } from './inks.ts';

/** What the profile measured: what inks print. */
let aToB: Lut;
let printable: readonly Lab[];
beforeAll(async () => {
  const profile = await readFile(await pressProfile());
  const tag = Array.from({ length: profile.readUInt32BE(128) }, (_, i) => 132 + 12 * i).find(
    (at) => profile.toString('latin1', at, at + 4) === 'A2B0',
  );
  aToB = readLut(profile.subarray(profile.readUInt32BE((tag ?? 0) + 4)));
  const shares = Array.from({ length: 13 }, (_, i) => i / 12);
  printable = shares.flatMap((c) =>
    shares.flatMap((m) =>
      shares.flatMap((y) =>
        shares.flatMap((k) => (c + m + y + k <= 3 ? [decodeLab(throughLut(aToB, [c, m, y, k]))] : [])),
      ),
    ),
  );
});

/** CIELAB at D50 of what a screen shows, by the sRGB profile's own matrix (IEC 61966-2-1, Bradford). */
function labOf(colour: HexColour): Lab {
  const [r = 0, g = 0, b = 0] = parseHex(colour).map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (841 / 108) * t + 4 / 29);
  const x = f((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / 0.9642);
  const y = f(0.2225045 * r + 0.7168786 * g + 0.0606169 * b);
  const z = f((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / 0.8249);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const difference = (one: Lab, two: Lab): number =>
  Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);

/** The colour of a hue that inks print nearest to what is asked. */
function clipped(asked: Lab): Lab {
  const chroma = Math.hypot(asked[1], asked[2]);
  const turned = (lab: Lab): number =>
    chroma < 1
      ? Math.hypot(lab[1] - asked[1], lab[2] - asked[2])
      : Math.abs((lab[2] - asked[2]) * asked[1] - (lab[1] - asked[1]) * asked[2]) / chroma;
  const score = (lab: Lab): number => difference(lab, asked) + 2 * turned(lab);
  return printable.reduce((best, lab) => (score(lab) < score(best) ? lab : best));
}

const total = (inks: Cmyk): number => inks.reduce((sum, share) => sum + share, 0);

/** Dark colours of all hues, as grounds have them. */
const levels = [0, 12, 24, 36, 48, 60];
const DARKS = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => toHex([r, g, b]))));

describe('dark colours on a press', () => {
  it('are printed in their hue, as near as inks come or as light as the darkest that keeps steps', async () => {
    const inks = await cmykOf(DARKS);
    const off = DARKS.map((colour) => {
      const [lightness, a, b] = labOf(colour);
      const printed = decodeLab(throughLut(aToB, inks.get(colour) ?? []));
      const [chroma, across] = [Math.hypot(a, b), printed[2] * a - printed[1] * b];
      expect(Math.abs(across) / Math.max(1, chroma), colour).toBeLessThan(3);
      return difference(printed, clipped([printableLightness(lightness), a, b]));
    }).toSorted((left, right) => left - right);
    expect(off.at(-1)).toBeLessThan(9);
    expect(off[Math.floor(0.75 * off.length)]).toBeLessThan(3.5);
  });

  it('never take more ink than paper holds, and grow darker with what is asked', async () => {
    const greys = Array.from({ length: 33 }, (_, i) => toHex([4 * i, 4 * i, 4 * i]));
    const inks = await cmykOf([...DARKS, ...greys]);
    for (const mixed of inks.values()) expect(total(mixed)).toBeLessThanOrEqual(3);
    const lightness = greys.map((grey) => decodeLab(throughLut(aToB, inks.get(grey) ?? []))[0]);
    for (const [i, value] of lightness.slice(1).entries())
      expect(value).toBeGreaterThanOrEqual((lightness[i] ?? 0) - 0.1);
  });

  it('are greys of all four inks where they are grey, neither olive nor brown', async () => {
    const greys: readonly HexColour[] = ['#000000', '#111111', '#1a1a1a', '#262626', '#333333'];
    const inks = await cmykOf(greys);
    for (const grey of greys) {
      const [cyan = 0, magenta = 0, yellow = 0, black = 0] = inks.get(grey) ?? [];
      expect(Math.min(cyan, magenta, yellow), grey).toBeGreaterThan(0.4);
      expect(black, grey).toBeGreaterThan(0.6);
      expect(yellow - (cyan + magenta) / 2, grey).toBeLessThan(0.4);
      const [, a, b] = decodeLab(throughLut(aToB, [cyan, magenta, yellow, black]));
      expect(Math.hypot(a, b), grey).toBeLessThan(1.5);
    }
  });

  it('are the same in a picture, and light ones stay as they were measured', async () => {
    const pixels = new Uint8Array(64 * 64 * 4).fill(17).map((value, i) => (i % 4 === 3 ? 255 : value));
    const { jpeg, profile } = await encodeCmykJpeg(pixels, { width: 64, height: 64 });
    expect(profile.length).toBeLessThan(400_000);
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = await sheetOfInks(jpeg);
    const [asked = [0, 0, 0, 0]] = (await cmykOf(['#111111'])).values();
    for (const [i, share] of [cyan, magenta, yellow, black].entries())
      expect(share).toBeCloseTo(asked[i] ?? 0, 1);
    const [red = []] = (await cmykOf(['#c81e1e'])).values();
    for (const [i, share] of [0, 0.93, 0.96, 0.16].entries())
      expect(Math.abs((red[i] ?? 0) - share)).toBeLessThan(0.015);
  });
});
