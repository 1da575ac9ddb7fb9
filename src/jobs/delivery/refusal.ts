import type { deliveryMessages } from '../../errors/delivery-messages.ts';

/** Names of the sentences that say where and how a refusal is mended. */
export type FinalWords = keyof typeof deliveryMessages;

/**
 * What a platform's refusal of a call means for what is done next.
 *
 * passing: the same call is made again, after as long as the platform asks; repair: something else is done, by its
 * name, and then it goes through; final: nobody but a person can mend it, so that is said.
 */
export type Refusal<Repair extends string> =
  | { readonly is: 'passing' }
  | { readonly is: 'repair'; readonly repair: Repair }
  | { readonly is: 'final'; readonly words: FinalWords };

export const PASSING = { is: 'passing' } as const;

export function repair<R extends string>(name: R): Refusal<R> {
  return { is: 'repair', repair: name };
}

export function final(words: FinalWords): Refusal<never> {
  return { is: 'final', words };
}
