import { gaussianBlur, resizePlane, resizeRaster } from '../filter.ts';
import { type OklabPlanes, toOklabPlanes } from '../oklab-planes.ts';
import type { Plane, Raster } from '../raster.ts';
import { saliencyOf } from '../saliency.ts';
import { type Edges, edgesOf } from './edges.ts';

/** What the cut-out looks at: the photo at working size, and what is seen in it. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly small: Raster;
  readonly lab: OklabPlanes;
  /** 0–1. */
  readonly saliency: Plane;
  readonly edges: Edges;
  /** Edge strength in the view before any blur. */
  readonly sharp: Plane;
  /** Standard deviation in pixels of the blur through which it is seen; 0 = sharp. */
  readonly blur: number;
}

/** Looks at a photo at `side` pixels on its longer side (or its own size, when that is smaller). */
export function viewOf(photo: Raster, side: number): View {
  const ratio = Math.min(1, side / Math.max(photo.width, photo.height));
  const width = Math.max(1, Math.round(photo.width * ratio));
  const height = Math.max(1, Math.round(photo.height * ratio));
  const small = resizeRaster(photo, width, height);
  const lab = toOklabPlanes(small);
  const saliency = resizePlane(saliencyOf(small), width, height);
  const edges = edgesOf(lab);
  return { width, height, small, lab, saliency, edges, sharp: edges.strength, blur: 0 };
}

/** The same view with screwed-up eyes: weave and grain run together, and outlines stay. */
export function blurred(view: View, sigma: number): View {
  const { l, a, b } = view.lab;
  const lab = { l: gaussianBlur(l, sigma), a: gaussianBlur(a, sigma), b: gaussianBlur(b, sigma) };
  return { ...view, lab, edges: edgesOf(lab, sigma), blur: sigma };
}
