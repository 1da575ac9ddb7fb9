import * as z from 'zod';
import { PAGE_ROLES } from '../ad/page.ts';
import { alwaysLetters, designBox, MATERIAL } from './design.ts';
import { localizedText } from './fields.ts';

const tree = z
  .strictObject({
    /** Said to the shop owner. */
    why: localizedText,
    /** What it can show, best first. */
    material: z.array(z.enum(MATERIAL)).min(1),
    sheet: designBox,
  })
  .refine(({ sheet, material }) => alwaysLetters(sheet, material), {
    path: ['sheet'],
    message: 'must have a box with `letters: details` on every shape of sheet, whatever it shows',
  });

/** How pages that belong together are laid out, by what each tells; colours and faces are a design family's. */
export const pageTrees = z.record(z.enum(PAGE_ROLES), tree);

export type PageTrees = Readonly<z.output<typeof pageTrees>>;
