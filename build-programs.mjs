import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What is run by its own name. All lands in one folder, so no two may have the same name. */
const ENTRIES = [
  'src/cli/cli.ts',
  'src/main.ts',
  'src/index.ts',
  'src/app/finish-build.ts',
  'src/app/writing/writing-worker.ts',
  'src/workers/worker.ts',
  'src/imaging/photo/isolated/decode-child.ts',
  'src/jobs/store/thread/store-thread.ts',
  'src/onnx/process/child.ts',
  'src/engines/onnx-cutout/cutout-service.ts',
  'src/engines/zimage/zimage-service.ts',
];

/** Packages without native parts or files of their own; the others are loaded from where they are installed. */
const INCLUDED = ['colorjs.io', 'linebreak', 'simplex-noise', 'zod'];

/**
 * Packages that every cold command loads, and that are written to be required: an import reads them through first for
 * the names that they export, in each thread again.
 */
const REQUIRED = ['@napi-rs/canvas', 'piscina', 'sharp'];

const require = createRequire(import.meta.url);

/**
 * A module that requires a package, and exports what the package does.
 *
 * @param {string} name
 */
function requiring(name) {
  const own = Object.getOwnPropertyNames(Function.prototype);
  const names = Object.getOwnPropertyNames(require(name)).filter(
    (key) => /^[A-Za-z_$][\w$]*$/.test(key) && !['default', 'prototype', ...own].includes(key),
  );
  return [
    "import { createRequire } from 'node:module';",
    `const required = createRequire(import.meta.url)('${name}');`,
    'export default required;',
    `export const { ${names.join(', ')} } = required;`,
  ].join('\n');
}

/**
 * What stands in place of src/studio/catalogue.ts: its words as data, without the functions that draw. So a scene is
 * one file, and yet the bot's own thread, which reads requests by these words, loads none of the renderer.
 *
 * @param {string} folder where it may be written on the way
 */
async function catalogueAlone(folder) {
  const whole = join(folder, 'whole-catalogue.js');
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: ['src/studio/catalogue.ts'],
    outfile: whole,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { catalogue } = await import(pathToFileURL(whole).href);
  await rm(whole);
  const registries = Object.entries({
    scenes: catalogue.scenes.all,
    materials: catalogue.materials.all,
    props: catalogue.props.all,
    styles: catalogue.styles.all,
  }).map(([kind, all]) => `${kind}: new Registry(${JSON.stringify(all)}),`);
  return [
    "import { Registry } from '../ad/registry.ts';",
    `export const catalogue = { ${registries.join('\n')} };`,
  ].join('\n');
}

/** What browsers run and show: the page's script and style. */
const PAGE = ['src/adapters/web/browser/page.ts', 'src/adapters/web/browser/page.css'];

/**
 * Builds what browsers are sent.
 *
 * @param {string} folder
 */
async function buildPage(folder) {
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [...PAGE, 'src/adapters/web/browser/icon.svg'],
    entryNames: '[name]',
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome123', 'firefox128', 'safari17.5'],
    loader: { '.svg': 'copy' },
    logLevel: 'warning',
  });
}

/**
 * Builds src/ in few files, since opening several hundred takes a cold command as long as drawing the words of an ad.
 * Threads and processes are found beside whoever starts them.
 *
 * JavaScript, and of the packages that production has alone: `npm ci --omit=dev` builds too.
 *
 * @param {string} folder absolute; what was in it is gone
 * @param {readonly string[]} [more] other modules that are run by their own name
 */
export async function buildPrograms(folder, more = []) {
  await rm(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [...ENTRIES, ...more],
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [
      {
        name: 'installed-packages',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (REQUIRED.includes(path)) return { path, namespace: 'required' };
            const included = INCLUDED.some((name) => path === name || path.startsWith(`${name}/`));
            return included || kind === 'entry-point' ? undefined : { path, external: true };
          });
          onLoad({ filter: /.*/, namespace: 'required' }, ({ path }) => ({ contents: requiring(path) }));
          onLoad({ filter: /[\\/]studio[\\/]catalogue\.ts$/ }, async () => ({
            contents: await catalogueAlone(folder),
            loader: 'ts',
          }));
        },
      },
    ],
  });
  await buildPage(join(folder, 'web'));
}
