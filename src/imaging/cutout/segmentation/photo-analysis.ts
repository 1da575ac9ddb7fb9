import { gaussianBlur, resizePlane, resizeRaster } from '../../filter.ts';
import { type OklabPlanes, toOklabPlanes } from '../../oklab-planes.ts';
import type { Plane, Raster } from '../../raster.ts';
import { saliencyOf } from '../../saliency.ts';
import { type Edges, edgesOf } from './edges.ts';

/** The photo at working size, and what was measured on it. */
export interface PhotoAnalysis {
  readonly width: number;
  readonly height: number;
  readonly small: Raster;
  readonly lab: OklabPlanes;
  /** 0–1. */
  readonly saliency: Plane;
  readonly edges: Edges;
  /** Edge strength in the photo before any blur. */
  readonly sharp: Plane;
  /** Standard deviation in pixels of the blur of the copy; 0 = sharp. */
  readonly blur: number;
}

/** Analyses a photo at `side` pixels on its longer side (or its own size, when that is smaller). */
export function analysePhoto(photo: Raster, side: number): PhotoAnalysis {
  const ratio = Math.min(1, side / Math.max(photo.width, photo.height));
  const width = Math.max(1, Math.round(photo.width * ratio));
  const height = Math.max(1, Math.round(photo.height * ratio));
  const small = resizeRaster(photo, width, height);
  const lab = toOklabPlanes(small);
  const saliency = resizePlane(saliencyOf(small), width, height);
  const edges = edgesOf(lab);
  return { width, height, small, lab, saliency, edges, sharp: edges.strength, blur: 0 };
}

/** The analysis of a blurred copy: weave and grain run together, and outlines stay. */
export function blurred(analysis: PhotoAnalysis, sigma: number): PhotoAnalysis {
  const { l, a, b } = analysis.lab;
  const lab = { l: gaussianBlur(l, sigma), a: gaussianBlur(a, sigma), b: gaussianBlur(b, sigma) };
  return { ...analysis, lab, edges: edgesOf(lab, sigma), blur: sigma };
}
