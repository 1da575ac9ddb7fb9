import type { Member } from '../../../conversation/command/member.ts';
import type { Place } from '../../../jobs/job/job.ts';
import type { Asker } from '../identity.ts';

/** Everybody is the admin of a place of their own: they share nothing with anybody, neither ads nor brand. */
export function memberOf({ id, locale }: Asker): Member {
  return { id, locale, admin: true, roles: [] };
}

export const placeOf = ({ id }: Pick<Asker, 'id'>): Place => ({
  platform: 'web',
  workspace: id,
  channel: id,
});
