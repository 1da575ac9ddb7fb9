/** What is inside the compiled files of some libraries, which have licences of their own beside the package's. */
export const BINARIES: readonly { readonly library: string; readonly inside: string }[] = [
  {
    library: '@img/sharp-libvips-*',
    inside:
      'libvips, fribidi, glib, libexif, libheif, librsvg, pango and proxy-libintl (LGPL-3.0-or-later, by the "any ' +
      'later version" of theirs); cairo (MPL-1.1); aom (BSD-2-Clause, with the patent licence of the Alliance for Open ' +
      'Media); and under MIT, BSD, zlib, libpng, libtiff, FreeType and fontconfig licences the rest that the README of ' +
      'the package lists. All of them unchanged. In the builds for Windows and WebAssembly they are part of ' +
      '`@img/sharp-*` itself.',
  },
  {
    library: '@napi-rs/canvas-*',
    inside:
      'Skia (BSD-3-Clause), and what `sbom.cdx.json` in the package lists: FreeType (FTL), HarfBuzz, ICU, libjpeg-turbo, ' +
      'libpng, libwebp, libjxl, wuffs, zlib and crates, all permissive but for cssparser, cssparser-macros, dtoa-short ' +
      'and selectors (MPL-2.0).',
  },
  {
    library: 'onnxruntime-node',
    inside:
      'ONNX Runtime (MIT), with the notices of its `ThirdPartyNotices.txt`. On Windows alone: dxcompiler.dll (NCSA), and ' +
      'DirectML.dll and dxil.dll under terms of Microsoft that let them be passed on with a program for Windows.',
  },
  { library: '@libsql/*', inside: 'libSQL (MIT), made of SQLite, which is in the public domain.' },
  {
    library: '@esbuild/*',
    inside: 'The runtime of Go (BSD-3-Clause). It builds the product, and is no part of it.',
  },
];
