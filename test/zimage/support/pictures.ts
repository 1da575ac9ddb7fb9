import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import type { RgbPicture } from '../../../src/zimage/planes.ts';
import { FIXTURES } from './checkpoint.ts';

/** A picture that diffusers made with the tiny checkpoint, and how. */
export interface Case {
  readonly name: string;
  readonly mode: 't2i' | 'i2i';
  readonly width: number;
  readonly height: number;
  readonly prompt: string;
  readonly negative?: string;
  readonly seed: number;
  readonly steps: number;
  readonly guidance: number;
  readonly image?: string;
  readonly strength?: number;
  readonly lora?: string;
  readonly lora_scale?: number;
}

export const CASES = (
  JSON.parse(readFileSync(join(FIXTURES, 'tiny', 'cases.json'), 'utf8')) as { cases: Case[] }
).cases;

export const casePath = (file: string): string => join(FIXTURES, 'tiny', file);

export async function readRgb(file: string): Promise<RgbPicture> {
  const { width, height, data } = await decodePhoto(readFileSync(file), file);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) rgb.set(data.subarray(i * 4, i * 4 + 3), i * 3);
  return { width, height, data: rgb };
}

/** Largest difference of any byte. */
export function apart(a: RgbPicture, b: RgbPicture): number {
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY;
  return a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - b.data[i]!)), 0);
}
