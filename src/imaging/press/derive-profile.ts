import { type Lut, readLut, throughLut, underCurve, writeLut } from './lut.ts';
import { decodeLab, type Inks, printableLightness, richBlack, separateDark } from './separate-dark.ts';

/** What the derived profile says it is. */
export const DESCRIPTION = 'Chemical proof, dark colours separated anew';

/** Twice as fine as the table it comes from. */
const GRID = 33;

/** Lightness below which colours are separated anew, and above which they are as they were. */
const ANEW = 24;
const AS_IT_WAS = 36;

/** Where an ICC profile's tags are listed, and how long an entry is (ICC.1:2001-04, 6.2). */
const TAGS = 128;
const ENTRY = 12;

/**
 * A press's profile whose dark colours are rich blacks: the one it is derived from stops at lightness 15 and makes
 * near-blacks of black and yellow alone, which print as olive. What inks print stays as it was measured. The chart that it
 * was measured on is left out.
 */
export function deriveProfile(source: Buffer): Buffer {
  const tags = tagsOf(source);
  const [aToB, bToA] = ['A2B0', 'B2A0'].map((name) => tags.get(name));
  if (aToB === undefined || bToA === undefined) throw new Error('The profile has no tables');
  const separated = writeLut(withDeepDarks(readLut(bToA), readLut(aToB)));
  const kept = ['cprt', 'wtpt', 'bkpt', 'gamt'].flatMap((name) => {
    const tag = tags.get(name);
    return tag === undefined ? [] : [{ names: [name], tag }];
  });
  return profileOf(source.subarray(0, TAGS), [
    { names: ['desc'], tag: describing(DESCRIPTION) },
    ...kept,
    { names: ['A2B0', 'A2B1', 'A2B2'], tag: aToB },
    { names: ['B2A0', 'B2A1', 'B2A2'], tag: separated },
  ]);
}

function tagsOf(profile: Buffer): ReadonlyMap<string, Buffer> {
  const count = profile.readUInt32BE(TAGS);
  return new Map(
    Array.from({ length: count }, (_, i) => {
      const at = TAGS + 4 + ENTRY * i;
      const from = profile.readUInt32BE(at + 4);
      return [
        profile.toString('latin1', at, at + 4),
        profile.subarray(from, from + profile.readUInt32BE(at + 8)),
      ];
    }),
  );
}

/** Separates dark nodes anew, from light to dark, each from the one above it: so neighbours are mixed alike. */
function withDeepDarks(bToA: Lut, aToB: Lut): Lut {
  const nodes = new Float64Array(GRID ** 3 * 4);
  const darks = new Map<number, Inks>();
  const axes = bToA.before.map((curve) =>
    Array.from({ length: GRID }, (_, i) => underCurve(curve, i / (GRID - 1))),
  );
  const place = (...node: readonly number[]): readonly number[] =>
    axes.map((axis, d) => axis[node[d] ?? 0] ?? 0);
  for (const [a, b] of columns()) {
    const row = isPrinted(a, b) ? undefined : nearestPrinted(a, b);
    let near: Inks | undefined;
    for (let l = GRID - 1; l >= 0; l--) {
      const at = place(l, a, b);
      const former = throughLut(bToA, at);
      const [lightness, ...hue] = decodeLab(at);
      const share = Math.min(1, Math.max(0, (AS_IT_WAS - lightness) / (AS_IT_WAS - ANEW)));
      if (share > 0 && row === undefined) {
        // Between what is as it was and what is anew, the colour and its black go over from one to the other.
        const printed = decodeLab(throughLut(aToB, former));
        const between = (anew: number, was: number): number => share * anew + (1 - share) * was;
        const deep = printableLightness(lightness);
        const lab = [
          between(deep, printed[0]),
          between(hue[0], printed[1]),
          between(hue[1], printed[2]),
        ] as const;
        const black = between(richBlack(deep), former[3] ?? 0);
        near = separateDark({ lab, black, balance: share }, aToB, near ?? [...former]);
        darks.set(indexOf(l, a, b), near);
      }
      const inks = (row === undefined ? near : darks.get(indexOf(l, ...row))) ?? former;
      for (let i = 0; i < 4; i++) {
        // What no press can print is what its nearest is, the more so the darker it is.
        const ink =
          row === undefined ? (inks[i] ?? 0) : share * (inks[i] ?? 0) + (1 - share) * (former[i] ?? 0);
        nodes[4 * indexOf(l, a, b) + i] = underCurve(bToA.after[i] ?? STRAIGHT, ink);
      }
    }
  }
  return { ...bToA, grid: GRID, nodes };
}

const indexOf = (l: number, a: number, b: number): number => (l * GRID + a) * GRID + b;

/** Nodes from the neutral ones within which every dark colour lies that can be printed. */
const REACH = 8;
const MIDDLE = (GRID - 1) / 2;

const isPrinted = (a: number, b: number): boolean =>
  Math.max(Math.abs(a - MIDDLE), Math.abs(b - MIDDLE)) <= REACH;

/** Of the same hue. */
function nearestPrinted(a: number, b: number): readonly [number, number] {
  const by = REACH / Math.max(Math.abs(a - MIDDLE), Math.abs(b - MIDDLE));
  return [MIDDLE + Math.round((a - MIDDLE) * by), MIDDLE + Math.round((b - MIDDLE) * by)];
}

/** Those that are printed first. */
function columns(): readonly (readonly [number, number])[] {
  const all = Array.from({ length: GRID ** 2 }, (_, i) => [Math.floor(i / GRID), i % GRID] as const);
  return [...all.filter(([a, b]) => isPrinted(a, b)), ...all.filter(([a, b]) => !isPrinted(a, b))];
}

const STRAIGHT = new Float64Array([0, 1]);

/** textDescriptionType, in ASCII alone (6.5.17). */
function describing(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const tag = Buffer.alloc(12 + ascii.length + 8 + 3 + 67);
  tag.write('desc', 'latin1');
  tag.writeUInt32BE(ascii.length, 8);
  ascii.copy(tag, 12);
  return tag;
}

/** Tags that several names share lie in the file once. */
function profileOf(
  header: Buffer,
  parts: readonly { readonly names: readonly string[]; readonly tag: Buffer }[],
): Buffer {
  const listed = parts.flatMap(({ names, tag }) => names.map((name) => ({ name, tag })));
  const list = Buffer.alloc(4 + ENTRY * listed.length);
  list.writeUInt32BE(listed.length);
  const body: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = TAGS + list.length;
  listed.forEach(({ name, tag }, i) => {
    if (!places.has(tag)) {
      places.set(tag, end);
      const padded = Buffer.concat([tag, Buffer.alloc(-tag.length & 3)]);
      body.push(padded);
      end += padded.length;
    }
    list.write(name, 4 + ENTRY * i, 'latin1');
    list.writeUInt32BE(places.get(tag) ?? 0, 8 + ENTRY * i);
    list.writeUInt32BE(tag.length, 12 + ENTRY * i);
  });
  const file = Buffer.concat([header, list, ...body]);
  file.writeUInt32BE(file.length);
  return file;
}
