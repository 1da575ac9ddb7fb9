import type { Raster } from '../imaging/raster.ts';

/** What happens to a node while its workflow runs, in the order of happening. */
export type NodeEvent = NodePosition &
  (
    | { readonly type: 'queued' }
    | { readonly type: 'started' }
    | { readonly type: 'step'; readonly step: number; readonly steps: number }
    | { readonly type: 'preview'; readonly image: Raster }
    | { readonly type: 'done'; readonly milliseconds: number }
    | { readonly type: 'cached' }
    | { readonly type: 'failed'; readonly error: unknown }
  );

interface NodePosition {
  /** The node's name, such as `TextOverlayNode`. */
  readonly node: string;
  /** Which node of the workflow, from 0. */
  readonly index: number;
  /** How many nodes the workflow has. */
  readonly total: number;
}

export type OnNodeEvent = (event: NodeEvent) => void;
