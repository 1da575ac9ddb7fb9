import { rm } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Builds what `npm start` and the commands run: src/ in few files, since opening several hundred takes a cold command
 * as long as drawing the words of an ad.
 *
 * Everything lands in one folder, and threads and processes are found beside whoever starts them, so no two of these
 * may have the same name.
 */
const ENTRIES = [
  'src/cli.ts',
  'src/main.ts',
  'src/index.ts',
  'src/parse-presets.ts',
  'src/render/worker.ts',
  'src/jobs/store/store-thread.ts',
  'src/onnx/process/child.ts',
  'src/engines/onnx-cutout/cutout-service.ts',
  'src/engines/zimage/zimage-service.ts',
];

/** Packages without native parts or files of their own; the others are loaded from where they are installed. */
const INCLUDED = ['colorjs.io', 'linebreak', 'simplex-noise', 'zod'];

const FOLDER = 'dist';

await rm(FOLDER, { recursive: true, force: true });
await build({
  entryPoints: ENTRIES,
  entryNames: '[name]',
  chunkNames: '[name]-[hash]',
  outdir: FOLDER,
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
      setup({ onResolve }) {
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
          const included = INCLUDED.some((name) => path === name || path.startsWith(`${name}/`));
          return included || kind === 'entry-point' ? undefined : { path, external: true };
        });
      },
    },
  ],
});
