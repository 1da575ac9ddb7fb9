import type { Plane } from '../../raster.ts';
import type { Mask } from '../mask.ts';
import type { Background } from '../segmentation/background.ts';
import type { PhotoAnalysis } from '../segmentation/photo-analysis.ts';
import type { Segmentation } from '../segmentation/segment.ts';

/** What a cut-out is judged by, all at the working size. */
export interface CutEvidence {
  readonly analysis: PhotoAnalysis;
  readonly background: Background;
  /** The cut-out's matte, cut at a half. */
  readonly mask: Mask;
  /** What the classical way finds by itself; absent = nothing, or it was not asked. */
  readonly own?: Segmentation | undefined;
  /** What a model found, 0–1. */
  readonly map?: Plane | undefined;
  /** `steady` of what it found. */
  readonly steady?: number | undefined;
  /** Where what is meant is nearer than what was left out on purpose: nothing else is asked about; absent = everywhere. */
  readonly meant?: Mask | undefined;
}
