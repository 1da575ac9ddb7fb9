import type { Locale } from '../../ad/locale.ts';

/** Somebody on a platform, as a member of the server or workspace in which they are. */
export interface Member {
  /** The platform's id. */
  readonly id: string;
  readonly name?: string;
  readonly locale: Locale;
  /** Manages the server or workspace that they are in now; of any other they are not an admin. */
  readonly admin: boolean;
  /** The platform's ids or names of their roles. */
  readonly roles: readonly string[];
}
