import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { prepare } from './eye.ts';
import type { Scene } from './scene-file.ts';
import { type Area, CHANNELS } from './tile.ts';

const BAND = 20;

/** A new thread does not know TypeScript, whatever its parent was started with. */
const WORKER = `
  import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ register }) => register())
    .then(() => import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)}));
`;

/**
 * Renders the whole picture in threads. The outcome does not depend on how many there are.
 *
 * @param onRows called with the share that is done, 0–1
 * @returns CHANNELS numbers a pixel, as renderArea gives them
 */
export async function renderPicture(
  scene: Scene,
  threads: number,
  onRows: (share: number) => void,
): Promise<Float32Array> {
  const { width, height } = scene;
  const prepared = prepare(scene);
  const picture = new Float32Array(width * height * CHANNELS);
  const areas: Area[] = [];
  for (let y = 0; y < height; y += BAND) areas.push({ x: 0, y, width, height: Math.min(BAND, height - y) });
  const total = areas.length;
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(WORKER, { eval: true, workerData: { scene, prepared }, execArgv: [] });
    try {
      for (let area = areas.shift(); area; area = areas.shift()) {
        worker.postMessage(area);
        const [answer] = (await once(worker, 'message')) as [{ pixels: Float32Array }];
        picture.set(answer.pixels, area.y * width * CHANNELS);
        onRows(++done / total);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return picture;
}
