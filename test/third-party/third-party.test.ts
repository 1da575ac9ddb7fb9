import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { CATALOGUE } from '../../src/models/catalogue.ts';
import { BINARIES } from './binaries.ts';
import { thirdPartyDocument } from './document.ts';
import { readFonts } from './fonts.ts';
import { ROOT, readLibraries } from './libraries.ts';
import { isAllowed } from './licences.ts';
import { MODELS } from './models.ts';

const libraries = readLibraries();

describe('THIRD_PARTY.md', () => {
  it('is what `npm run third-party` writes', () => {
    expect(readFileSync(join(ROOT, 'THIRD_PARTY.md'), 'utf8')).toBe(thirdPartyDocument());
  });

  it('names every direct dependency, and what is inside of libraries that there are', () => {
    const { dependencies } = z
      .object({ dependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    const names = libraries.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).toEqual(expect.arrayContaining(BINARIES.map(({ library }) => library)));
  });
});

describe('what the product is made of may be used', () => {
  it('as libraries', () => {
    const refused = libraries.flatMap(({ name, licences }) =>
      licences.filter((licence) => !isAllowed(licence, name)).map((licence) => `${name}: ${licence}`),
    );
    expect(refused).toEqual([]);
  });

  it('as fonts', () => {
    expect(readFonts().filter(({ name, licence }) => !isAllowed(licence, `fonts/${name}`))).toEqual([]);
    expect(readFonts().filter(({ copyright }) => copyright === 'unknown')).toEqual([]);
  });

  it('as models, each of the catalogue', () => {
    expect(Object.keys(MODELS).sort()).toEqual(CATALOGUE.map(({ name }) => name).sort());
    const refused = Object.entries(MODELS).filter(([name, { licence }]) => !isAllowed(licence, name));
    expect(refused).toEqual([]);
  });

  it('inside the canvas, as the list in it says', () => {
    const scope = join(ROOT, 'node_modules/@napi-rs');
    const lists = readdirSync(scope)
      .map((folder) => join(scope, folder, 'sbom.cdx.json'))
      .filter((file) => existsSync(file));
    expect(lists).not.toEqual([]);
    for (const file of lists) {
      const { components } = bill.parse(JSON.parse(readFileSync(file, 'utf8')));
      const refused = components.filter(
        ({ name, licenses }) =>
          !(licenses ?? []).every((each) =>
            isAllowed('license' in each ? each.license.id : each.expression, name),
          ),
      );
      expect(refused).toEqual([]);
      expect(
        components
          .filter(({ type, licenses }) => type === 'library' && licenses === undefined)
          .map(({ name }) => name),
      ).toEqual(UNSTATED);
    }
  });
});

/** Components that the list says no licence of: the canvas itself, a part of Skia, and crates under MIT or Apache-2.0. */
const UNSTATED = [
  'anstyle',
  'canvas',
  'clap',
  'clap_builder',
  'clap_lex',
  'cxxbridge-cmd',
  'skia-fontations',
  'strsim',
];

/** The part of a CycloneDX bill of materials that is read. */
const bill = z.object({
  components: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      licenses: z
        .array(
          z.union([
            z.object({ license: z.object({ id: z.string() }) }),
            z.object({ expression: z.string() }),
          ]),
        )
        .optional(),
    }),
  ),
});

describe('isAllowed', () => {
  it.each([
    ['MIT', 'x', true],
    ['GPL-3.0-only', 'x', false],
    ['unknown', 'x', false],
    ['GPL-3.0-only OR MIT', 'x', true],
    ['(MIT OR CC0-1.0)', 'x', true],
    ['MIT AND GPL-3.0-only', 'x', false],
    ['(MIT OR Apache-2.0) AND Unicode-3.0', 'x', true],
    ['GPL-2.0-only OR MIT AND GPL-3.0-only', 'x', false],
    ['Apache-2.0 / MIT', 'x', true],
    ['LGPL-3.0-or-later', '@img/sharp-libvips-*', true],
    ['LGPL-3.0-or-later', 'x', false],
    ['MPL-2.0', 'selectors', true],
    ['MPL-2.0', 'selectors-more', false],
    ['toString', 'x', false],
  ])('%s of %s: %s', (expression, name, allowed) => {
    expect(isAllowed(expression, name)).toBe(allowed);
  });

  it.each(['', 'MIT OR', '(MIT', 'MIT)', 'MIT MIT', 'AND MIT'])(
    'sees that "%s" is no licence',
    (expression) => {
      expect(() => isAllowed(expression, 'x')).toThrow('of x');
    },
  );
});
