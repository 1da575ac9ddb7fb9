import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import type { Member } from '../../../conversation/command/member.ts';

/** As much as matters of what users.info answers (https://docs.slack.dev/reference/methods/users.info). */
export const userInfo = z.object({
  user: z.object({
    name: z.string().optional(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
    locale: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
    /** The workspace that they are of: another one's people come in by channels that are shared with it. */
    team_id: z.string().optional(),
    /** In an organisation: all workspaces that they are in. */
    enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
  }),
});

export type UserInfo = z.output<typeof userInfo>['user'];

/** Who somebody is. @param defaultLocale of those who have none */
export function memberOf(id: string, user: UserInfo, defaultLocale: Locale): Member {
  const name = [user.profile?.display_name, user.real_name, user.name].find(Boolean);
  return {
    id,
    locale: localeOf(user.locale, defaultLocale),
    admin: user.is_admin === true || user.is_owner === true,
    roles: [...(user.is_admin ? ['admin'] : []), ...(user.is_owner ? ['owner'] : [])],
    ...defined({ name }),
  };
}

/** The workspaces whose rights are theirs; undefined where Slack does not say. */
export function teamsOf({ enterprise_user, team_id }: UserInfo): readonly string[] | undefined {
  return enterprise_user?.teams ?? (team_id === undefined ? undefined : [team_id]);
}

/** The language that ads are made in for one of Slack's. */
function localeOf(tag: string | undefined, defaultLocale: Locale): Locale {
  if (tag === undefined || tag === '') return defaultLocale;
  return tag.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}
