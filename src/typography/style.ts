import type { TextBlock } from '../ad/layout.ts';

/** How a block's letters look, whatever their size. */
export type TextStyle = Pick<TextBlock, 'slot' | 'face' | 'weight' | 'lineHeight' | 'tracking'>;
