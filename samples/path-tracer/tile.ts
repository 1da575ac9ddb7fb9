import type { Camera } from './camera.ts';
import type { Sampler } from './sampler.ts';
import type { Scene } from './scene-file.ts';
import type { Glow, Tracer } from './tracer.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Numbers a pixel: mean light (3), variance of that mean (3), colour (3) and normal (3) of what is seen. */
export const CHANNELS = 12;

const BLOCK = 4;

export interface Eye {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly tracer: Tracer;
  readonly glow: Glow;
  readonly sampler: Sampler;
}

/**
 * Traces an area of the picture, in blocks. A block has more paths sent through it until its noise is low enough or its
 * paths are used up.
 *
 * @returns CHANNELS numbers for each pixel, row by row
 */
export function renderArea(eye: Eye, area: Area): Float32Array {
  const out = new Float32Array(area.width * area.height * CHANNELS);
  for (let y = 0; y < area.height; y += BLOCK) {
    for (let x = 0; x < area.width; x += BLOCK) {
      const block = {
        x: area.x + x,
        y: area.y + y,
        width: Math.min(BLOCK, area.width - x),
        height: Math.min(BLOCK, area.height - y),
      };
      const values = renderBlock(eye, block);
      for (let row = 0; row < block.height; row++) {
        const from = row * block.width * CHANNELS;
        const line = values.subarray(from, from + block.width * CHANNELS);
        out.set(line, ((y + row) * area.width + x) * CHANNELS);
      }
    }
  }
  return out;
}

function renderBlock({ scene, camera, tracer, glow, sampler }: Eye, block: Area): Float32Array {
  const [least, most] = scene.effort.paths;
  const sums = new Float64Array(block.width * block.height * CHANNELS);
  let paths = 0;
  let wanted = least;
  while (paths < wanted) {
    for (let i = 0; i < block.width * block.height; i++) {
      const x = block.x + (i % block.width);
      const y = block.y + Math.floor(i / block.width);
      const pixel = y * scene.width + x;
      sampler.startPixel(pixel);
      for (let path = paths; path < wanted; path++) {
        sampler.startPath(pixel, path);
        addPath(sums, i * CHANNELS, tracer.trace(camera(x, y, sampler), glow));
      }
    }
    paths = wanted;
    if (noise(sums, paths) > scene.effort.error) wanted = Math.min(most, paths * 2);
  }
  return means(sums, paths);
}

function addPath(
  sums: Float64Array,
  at: number,
  { light, colour, normal }: ReturnType<Tracer['trace']>,
): void {
  for (let i = 0; i < 3; i++) {
    sums[at + i]! += light[i]!;
    sums[at + 3 + i]! += light[i]! ** 2;
    sums[at + 6 + i]! += colour[i]!;
    sums[at + 9 + i]! += normal[i]!;
  }
}

/** Standard error of the block's pixels against their light; dark pixels are held to what the eye sees of them. */
function noise(sums: Float64Array, paths: number): number {
  let worst = 0;
  for (let at = 0; at < sums.length; at += CHANNELS) {
    let variance = 0;
    let light = 0;
    for (let i = 0; i < 3; i++) {
      const mean = sums[at + i]! / paths;
      variance += Math.max(0, sums[at + 3 + i]! / paths - mean * mean) / paths;
      light += mean;
    }
    worst += Math.sqrt(variance / 3) / (light / 3 + 0.05);
  }
  return worst / (sums.length / CHANNELS);
}

function means(sums: Float64Array, paths: number): Float32Array {
  const out = new Float32Array(sums.length);
  for (let at = 0; at < sums.length; at += CHANNELS) {
    for (let i = 0; i < CHANNELS; i++) out[at + i] = sums[at + i]! / paths;
    for (let i = 0; i < 3; i++) {
      out[at + 3 + i] = Math.max(0, out[at + 3 + i]! - out[at + i]! ** 2) / Math.max(1, paths - 1);
    }
  }
  return out;
}
