import * as z from 'zod';
import type { Locale } from '../../../ad/locale.ts';
import { BoundedMap } from '../../../collections/bounded-map.ts';
import { defined } from '../../../collections/defined.ts';
import type { Speaker } from '../../../conversation/command/define-command.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Call } from '../api.ts';
import { within } from '../with-timeout.ts';

const info = z.object({
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

/** How long what is known of a person holds, in milliseconds. */
const LIFETIME = 10 * 60_000;

const MAX_USERS = 10_000;

/** A person, and the workspaces whose rights theirs are; absent where Slack does not say. */
interface Known {
  readonly speaker: Speaker;
  readonly teams: readonly string[] | undefined;
}

/** Milliseconds that an answer waits to learn who asks. */
const TIMEOUT = 1_000;

/** Who people are: their language, name and rights, asked of Slack now and then. */
export class UserDirectory {
  readonly #call: Call;
  readonly #standard: Locale;
  readonly #log: Log;
  readonly #known = new BoundedMap<
    string,
    { readonly person: Promise<Known | undefined>; readonly until: number }
  >(MAX_USERS);

  /** @param standard the language of those whose own cannot be learnt in time */
  constructor(call: Call, standard: Locale, log: Log) {
    this.#call = call;
    this.#standard = standard;
    this.#log = log;
  }

  /**
   * @param patience milliseconds; whoever is not known by then is a stranger without rights
   * @param team the workspace that they speak in; an admin of another one is none there
   */
  async speaker(id: string, patience: number = TIMEOUT, team?: string): Promise<Speaker> {
    const known = await within(patience, this.#ask(id));
    if (known === undefined) return this.stranger(id);
    const { speaker, teams } = known;
    if (team === undefined || teams === undefined || teams.includes(team)) return speaker;
    return { ...speaker, admin: false, roles: [] };
  }

  stranger(id: string): Speaker {
    return { id, locale: this.#standard, admin: false, roles: [] };
  }

  #ask(id: string): Promise<Known | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined && known.until > Date.now()) return known.person;
    const person = this.#learn(id).catch((error: unknown) => {
      this.#known.delete(id);
      this.#log.warn({ platform: 'slack' }, 'somebody is not known', error);
      return undefined;
    });
    this.#known.set(id, { person, until: Date.now() + LIFETIME });
    return person;
  }

  async #learn(id: string): Promise<Known> {
    const { user } = info.parse(await this.#call('users.info', { user: id, include_locale: true }));
    const name = [user.profile?.display_name, user.real_name, user.name].find(Boolean);
    const admin = user.is_admin === true || user.is_owner === true;
    const speaker: Speaker = {
      id,
      locale: this.#localeOf(user.locale),
      admin,
      roles: [...(user.is_admin ? ['admin'] : []), ...(user.is_owner ? ['owner'] : [])],
      ...defined({ name }),
    };
    const teams = user.enterprise_user?.teams ?? (user.team_id === undefined ? undefined : [user.team_id]);
    return { speaker, teams };
  }

  #localeOf(tag: string | undefined): Locale {
    if (tag === undefined || tag === '') return this.#standard;
    return tag.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  }
}
