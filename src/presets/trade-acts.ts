import * as z from 'zod';
import { aliases, key } from './fields.ts';

const act = z.strictObject({
  act: key,
  /** Words for it, in every form that requests use. */
  words: aliases,
  /** Keys of the trades whose goods, done so, belong to the trade in front. */
  of: z.record(key, z.array(key)),
  /** Words that say their trade without a thing beside them. */
  sure: z.record(key, z.array(z.string().min(1))).default({}),
});

/** What is done with goods: mended, lent, bought up, taught. */
export type TradeAct = Readonly<z.output<typeof act>>;

export const tradeActs = z.array(act);
