import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { denoise } from './path-tracer/denoise.ts';
import { develop } from './path-tracer/develop.ts';
import { renderPicture } from './path-tracer/render-picture.ts';
import { loadScene } from './path-tracer/scene-file.ts';
import { CHANNELS } from './path-tracer/tile.ts';

const USAGE = `Renders a scene file to a JPEG.

  npx tsx samples/render.ts SCENE.json --out FILE.jpg [--width N] [--paths N] [--threads N] [--raw]

  --width    width in pixels; the height follows the scene's proportions (for a quick look)
  --paths    at most so many light paths a pixel
  --threads  1 or 2 (default 2)
  --raw      without the denoiser
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    width: { type: 'string' },
    paths: { type: 'string' },
    threads: { type: 'string', default: '2' },
    raw: { type: 'boolean', default: false },
  },
});
const [file] = positionals;
if (file === undefined || values.out === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  await render(file, values.out);
}

async function render(from: string, to: string): Promise<void> {
  const full = await loadScene(from);
  const width = Number(values.width ?? full.width);
  const height = Math.round((width * full.height) / full.width);
  const most = Number(values.paths ?? full.effort.paths[1]);
  const paths: [number, number] = [Math.min(most, full.effort.paths[0]), most];
  const scene = { ...full, width, height, effort: { ...full.effort, paths } };
  const picture = await renderPicture(scene, Number(values.threads), (share) => {
    process.stdout.write(`\r${from}: ${Math.round(share * 100)} %`);
  });
  process.stdout.write('\n');
  const light = values.raw ? lightOf(picture) : denoise(picture, width, height);
  const pixels = develop(light, scene);
  const jpeg = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer();
  await writeFile(to, jpeg);
}

/** The light alone, of all that is known of each pixel. */
function lightOf(picture: Float32Array): Float32Array {
  return picture.filter((_, i) => i % CHANNELS < 3);
}
