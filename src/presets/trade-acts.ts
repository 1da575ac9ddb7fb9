import * as z from 'zod';
import { aliases, key } from './fields.ts';

const act = z.strictObject({
  act: key,
  /** Words for it behind the thing, in every form that requests use. */
  words: aliases,
  /** Words for it in front of the thing. */
  before: aliases,
  /** Keys of the trades whose goods, done so, belong to the trade in front. */
  of: z.record(key, z.array(key)),
});

/** What is done with goods: mended, lent, bought up, taught. */
export type TradeAct = Readonly<z.output<typeof act>>;

export const tradeActs = z.array(act);
