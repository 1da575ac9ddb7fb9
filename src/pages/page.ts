import type { AdCopy } from '../ad/copy.ts';
import type { MenuRow } from '../ad/design-part.ts';
import type { Hero } from '../ad/hero.ts';
import type { PageRole } from '../ad/page.ts';

/** What one page says and shows. */
export interface Page {
  readonly role: PageRole;
  readonly copy: AdCopy;
  /** Absent = nothing but words. */
  readonly hero?: Hero;
  readonly menu?: readonly MenuRow[];
  readonly qr?: true;
  /** Which of the things that are sold, from 0. */
  readonly good?: number;
}
