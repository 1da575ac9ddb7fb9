import { scratch } from '../zimage/support/checkpoint.ts';
import { measure } from '../zimage/support/measured.ts';
import { freeScratch, writeRandomCheckpoint } from '../zimage/support/random-checkpoint.ts';
import { REAL } from '../zimage/support/sizes.ts';
import { logRun } from './zimage.ts';

/** Room for the checkpoint, in bytes. */
const ROOM = 22e9;

/** One step at 256 × 256 with random weights of Z-Image-Turbo's own shapes, 20.5 GB in all, written for it. */
export async function benchRealZimage(log: (line: string) => void): Promise<void> {
  const free = await freeScratch();
  if (free < ROOM)
    throw new Error(`The bench needs ${ROOM / 1e9} GB of scratch space; ${free} bytes are free.`);
  await using folder = await scratch();
  const written = Object.values(await writeRandomCheckpoint(folder.path, REAL));
  const total = written.reduce((sum, bytes) => sum + bytes, 0);
  const gigabytes = written.map((bytes) => (bytes / 1e9).toFixed(2));
  log(`transformer, text encoder, VAE: ${gigabytes.join(', ')} GB, bfloat16`);
  logRun(log, 256, total, await measure({ folder: folder.path, side: 256, steps: 1 }));
}
