import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import type { Face, FaceFile } from '../ad/face.ts';
import { FileRefused, readHeadSync } from '../files/read-file.ts';
import { readFolder } from './read-folder.ts';
import { badPreset } from './read-yaml.ts';

const LIST = 'fonts.yaml';

const weight = z.coerce.number().int().min(100).max(900);

const listed = z.strictObject({
  name: z.string().min(1),
  package: z.string().min(1).optional(),
  files: z.record(z.string(), z.string().regex(/\.(ttf|otf)$/i, 'must be a TTF or OTF file')),
});

const faces = z.array(listed).min(1);

/**
 * The faces of fonts.yaml in their order, then the shop's own fonts that lie beside it.
 *
 * @param folder the project's fonts/
 * @param options.caches as loadPresets'
 * @throws UserError `bad-preset` naming the file and the face that is wrong
 */
export async function loadFaces(
  folder: string,
  options: { readonly caches?: readonly string[] } = {},
): Promise<readonly Face[]> {
  const content = await readFolder(folder, options);
  const rows = content.read(LIST, faces);
  await content.keep();
  const own = ownFaces(folder);
  const names = new Set(own.map((face) => face.name));
  // A font that the shop has put there itself wins over a listed one of the same name.
  return [...rows.filter((row) => !names.has(row.name)).map((row) => listedFace(row, folder)), ...own];
}

function listedFace(row: z.output<typeof listed>, folder: string): Face {
  const files = Object.entries(row.files).map(([key, file]): FaceFile => {
    const parsed = weight.safeParse(key);
    if (!parsed.success) throw badPreset(LIST, `${row.name}, files.${key}`, 'a weight is a number 100–900');
    return { path: locate(row, folder, file), weight: parsed.data };
  });
  if (files.length === 0) throw badPreset(LIST, `${row.name}, files`, 'must name a file');
  return { name: row.name, files: sorted(files), own: false };
}

const sorted = (files: readonly FaceFile[]): FaceFile[] => [...files].sort((a, b) => a.weight - b.weight);

/** A package's file, wherever above this module its package is installed; without a package, one below `folder`. */
function locate(row: z.output<typeof listed>, folder: string, file: string): string {
  const places = row.package === undefined ? [folder] : placesOf(row.package);
  const found = places.map((place) => join(place, file)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  const place = row.package === undefined ? 'this folder' : `the package ${row.package}`;
  throw badPreset(LIST, row.name, `there is no ${file} in ${place}`);
}

const placesOf = (name: string): string[] =>
  (createRequire(import.meta.url).resolve.paths(name) ?? []).map((root) => join(root, name));

/** What font files call their weights. */
const WEIGHT_NAMES: readonly (readonly [name: RegExp, weight: number])[] = [
  [/(?:extra|ultra)[-_ ]?light$/i, 200],
  [/(?:semi|demi)[-_ ]?bold$/i, 600],
  [/(?:extra|ultra)[-_ ]?bold$/i, 800],
  [/(?:thin|hairline)$/i, 100],
  [/light$/i, 300],
  [/(?:regular|normal|book)$/i, 400],
  [/medium$/i, 500],
  [/bold$/i, 700],
  [/(?:black|heavy)$/i, 900],
];

/** The shop's own fonts: files whose names differ by weight alone make one face. */
function ownFaces(folder: string): Face[] {
  const byName = new Map<string, FaceFile[]>();
  const files = readdirSync(folder).filter((file) => /\.(ttf|otf)$/i.test(file) && !file.startsWith('.'));
  if (files.length > MAX_OWN) throw badPreset('fonts/', 'the folder', `has more than ${MAX_OWN} fonts`);
  for (const file of files.sort()) {
    const path = join(folder, file);
    checkFont(path, file);
    const { name, weight } = nameAndWeight(file.replace(/\.[^.]+$/, ''));
    byName.set(name, [...(byName.get(name) ?? []), { path, weight }]);
  }
  return [...byName].map(([name, files]) => ({ name, files: sorted(files), own: true }));
}

function nameAndWeight(stem: string): { name: string; weight: number } {
  const numbered = /^(.+?)[-_ ]([1-9]00)$/.exec(stem);
  if (numbered !== null) return { name: String(numbered[1]), weight: Number(numbered[2]) };
  for (const [pattern, weight] of WEIGHT_NAMES) {
    const name = stem.replace(pattern, '').replace(/[-_ ]+$/, '');
    if (name !== stem && name !== '') return { name, weight };
  }
  return { name: stem, weight: 400 };
}

/** Largest font file in bytes: with all of Chinese in it one has a third. */
const MAX_FONT = 64 * 2 ** 20;

/** Most of the shop's own font files: each is looked into when the product starts. */
const MAX_OWN = 500;

/**
 * Whether a file begins as a TrueType (0x00010000 or 'true') or a CFF ('OTTO') font does.
 *
 * @throws UserError `bad-preset` where it does not, or cannot be read
 */
function checkFont(path: string, file: string): void {
  const wrong = (problem: string, cause?: unknown) => badPreset(`fonts/${file}`, 'the file', problem, cause);
  let head: Buffer;
  try {
    head = readHeadSync(path, 4, MAX_FONT);
  } catch (cause) {
    throw wrong(
      cause instanceof FileRefused ? cause.message : 'cannot be read: is it a link to nowhere?',
      cause,
    );
  }
  const begins = [
    head.length === 4 && head.readUInt32BE() === 0x0001_0000,
    ...['true', 'OTTO'].map((sign) => head.equals(Buffer.from(sign))),
  ];
  if (!begins.includes(true)) throw wrong('is not a TrueType or OpenType font');
}
