import type { FarRow } from './far-layer.ts';
import type { RowHit } from './profile.ts';
import { COLUMN_STEP, type Room } from './room.ts';

/** Working memory for one row, a value for every column. */
export interface RowBuffers {
  readonly albedoR: Float32Array;
  readonly albedoG: Float32Array;
  readonly albedoB: Float32Array;
  readonly relief: Float32Array;
  readonly shine: Float32Array;
  readonly far: FarRow;
}

export function createBuffers(width: number): RowBuffers {
  // Room for the last block to run over the edge.
  const line = (): Float32Array => new Float32Array(width + 2 * COLUMN_STEP);
  return {
    albedoR: line(),
    albedoG: line(),
    albedoB: line(),
    relief: line(),
    shine: line(),
    far: { r: line(), g: line(), b: line(), alpha: line() },
  };
}

const sample = new Float32Array(5);

/** Asks the material along the row: at every column where it is sharp, more rarely where the lens blurs it. */
export function sampleRow(room: Room, hit: RowHit, buffers: RowBuffers): void {
  const { camera } = room;
  const { material } = hit.strip;
  const { albedoR, albedoG, albedoB, relief, shine } = buffers;
  const across = hit.z / camera.focal;
  const footU = Math.hypot(hit.footAcross, hit.blur);
  const footV = Math.hypot(hit.footAlong, hit.blur * (hit.footAlong / hit.footAcross));
  const ratio = footU / hit.footAcross;
  const stride = ratio > 5 ? 4 : ratio > 2.4 ? 2 : 1;
  for (let x = 0; x < camera.width + stride; x += stride) {
    material.sample((x + 0.5 - camera.centre) * across, hit.along, footU, footV, sample);
    albedoR[x] = sample[0]!;
    albedoG[x] = sample[1]!;
    albedoB[x] = sample[2]!;
    relief[x] = 1 + sample[3]!;
    shine[x] = sample[4]!;
  }
  if (stride === 1) return;
  spread(albedoR, stride, camera.width);
  spread(albedoG, stride, camera.width);
  spread(albedoB, stride, camera.width);
  spread(relief, stride, camera.width);
  spread(shine, stride, camera.width);
}

/** Draws straight lines between every `stride`th value. */
function spread(line: Float32Array, stride: number, width: number): void {
  for (let x = 0; x < width; x += stride) {
    const from = line[x]!;
    const step = (line[x + stride]! - from) / stride;
    for (let k = 1; k < stride; k++) line[x + k] = from + step * k;
  }
}
