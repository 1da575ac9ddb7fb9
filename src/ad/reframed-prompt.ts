import type { Brief } from './brief.ts';
import type { PictureOrder } from './design.ts';
import type { Prompt } from './prompt.ts';

/** Width to height from which on a picture is wide, and up to which it is upright. */
const WIDE = 1.2;
const UPRIGHT = 0.86;

const WHERE = {
  top: 'in the upper third',
  bottom: 'in the lower third',
  left: 'on the left side',
  right: 'on the right side',
} as const;

/**
 * The prompt of a brief for a picture of another shape than the ad's: what it says of the composition is said anew. As it
 * is where the brief does not tell how it came to be.
 *
 * @param forProduct whether a product will be set into the picture
 */
export function reframedPrompt(
  { prompt, parts }: Pick<Brief, 'prompt' | 'parts'>,
  order: PictureOrder,
  forProduct: boolean,
): Prompt {
  if (parts === undefined) return prompt;
  const composition = compositionOf(order, forProduct);
  const positive = parts.fragments
    .filter(({ kept }) => kept)
    .map(({ part, text }) => (part === 'composition' ? composition : text))
    .join(' ');
  return { ...prompt, positive };
}

function compositionOf({ size: { width, height }, words }: PictureOrder, forProduct: boolean): string {
  const ratio = width / height;
  const shape = ratio > WIDE ? 'Wide' : ratio < UPRIGHT ? 'Upright' : 'Square';
  const subject = forProduct
    ? 'an empty place in the lower middle where a product can stand'
    : 'the subject large and whole';
  const room = words === undefined ? [] : [`calm empty space ${WHERE[words]}`];
  return `${[`${shape} composition`, subject, ...room].join(', ')}.`;
}
