import { CATALOGUE } from '../../src/models/catalogue.ts';
import { BINARIES } from './binaries.ts';
import { readFonts } from './fonts.ts';
import { readLibraries } from './libraries.ts';
import { NAMED, PERMISSIVE } from './licences.ts';
import { MODELS } from './models.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The text of THIRD_PARTY.md. */
export function thirdPartyDocument(): string {
  const libraries = readLibraries();
  return `# Third-party software

What this product is made of beside its own code, which is under the [Apache License 2.0](LICENSE). This file is made by
\`npm run third-party\` from package-lock.json, fonts/fonts.yaml and the catalogue of models; a test fails where it is out
of date, or where something is under a licence that nobody has looked at (test/third-party/licences.ts).

## Licences

Taken without a second look, since they only want to be passed on with what they are for: ${PERMISSIVE.join(', ')}. Of an
offer of several licences one is enough. By name alone:

${table(
  ['licence', 'on', 'why'],
  Object.entries(NAMED).map(([licence, { on, why }]) => [
    licence,
    on.map((name) => `\`${name}\``).join(', '),
    why,
  ]),
)}

## Libraries

What \`npm ci --omit=dev\` installs: ${libraries.length} libraries. A \`*\` stands for the builds of one for several platforms, of which
one is installed.

${table(
  ['library', 'version', 'licence', 'origin'],
  libraries.map(({ name, versions, licences, origin }) => [
    name.replace('*', '\\*'),
    versions.join(', '),
    licences.join('; '),
    `<${origin}>`,
  ]),
)}

## Inside compiled files

${table(
  ['library', 'inside'],
  BINARIES.map(({ library, inside }) => [library.replace('*', '\\*'), inside]),
)}

## Fonts

Carried along unchanged, each with its licence beside it.

${table(
  ['face', 'weights', 'licence', 'copyright', 'in'],
  readFonts().map(({ name, weights, licence, copyright, from }) => [
    name,
    String(weights),
    licence,
    copyright,
    from,
  ]),
)}

## Models

None comes with the product. \`npm run models -- pull NAME\` fetches them from where they are published, and each is under
its publisher's licence:

${table(
  ['model', 'licence', 'origin'],
  CATALOGUE.map(({ name }) => [name, MODELS[name]?.licence ?? 'unknown', `<${MODELS[name]?.origin}>`]),
)}

## Pictures

The photos in samples/ and the pictures in test/ are our own ([samples/README.md](samples/README.md)). There are no icons
of others.
`;
}
