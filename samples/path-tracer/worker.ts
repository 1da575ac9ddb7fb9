import { parentPort, workerData } from 'node:worker_threads';
import { openEye, type Prepared } from './eye.ts';
import type { Scene } from './scene-file.ts';
import { type Area, renderArea } from './tile.ts';

// A thread of renderPicture: it is sent areas, and answers with their pixels.
const { scene, prepared } = workerData as { scene: Scene; prepared: Prepared };
const eye = openEye(scene, prepared);
parentPort?.on('message', (area: Area) => {
  const pixels = renderArea(eye, area);
  parentPort?.postMessage({ area, pixels }, [pixels.buffer as ArrayBuffer]);
});
