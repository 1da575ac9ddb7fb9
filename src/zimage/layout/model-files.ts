import type { WeightSet } from '../../onnx/weight-set.ts';
import type { Component } from './model-place.ts';

/** The files of a model, whatever the layout. Of weights, headers have been read. */
export interface ModelFiles {
  /** Below which its LoRAs are; also for messages. */
  readonly folder: string;
  /** The model's own description, in diffusers' layout. */
  readonly index: string | undefined;
  readonly weights: Readonly<Record<Component, WeightSet>>;
  /** Files of settings. One that is named may still be missing; undefined = such files have none. */
  readonly configs: Readonly<Record<Component | 'scheduler', string | undefined>>;
  readonly tokenizerFolder: string | undefined;
  /** In English: what was chosen among several. */
  readonly notes: readonly string[];
}
