import type { Locale } from '../../../ad/locale.ts';
import { BoundedMap } from '../../../collections/bounded-map.ts';
import type { Member } from '../../../conversation/command/member.ts';
import type { Log } from '../../../jobs/log.ts';
import { withTimeout } from '../../../resilience/with-timeout.ts';
import type { Call } from '../api.ts';
import { memberOf, teamsOf, userInfo } from './member.ts';

/** How long what is known of a person holds, in milliseconds. */
const LIFETIME = 10 * 60_000;

const MAX_USERS = 10_000;

/** A person, and the workspaces whose rights theirs are; absent where Slack does not say. */
interface Known {
  readonly member: Member;
  readonly teams: readonly string[] | undefined;
}

/** Milliseconds that an answer waits to learn who asks. */
const TIMEOUT = 1_000;

/** Who people are: their language, name and rights, asked of Slack now and then. */
export class UserDirectory {
  readonly #call: Call;
  readonly #defaultLocale: Locale;
  readonly #log: Log;
  readonly #known = new BoundedMap<
    string,
    { readonly person: Promise<Known | undefined>; readonly until: number }
  >(MAX_USERS);

  /** @param defaultLocale the language of those whose own cannot be learnt in time */
  constructor(call: Call, defaultLocale: Locale, log: Log) {
    this.#call = call;
    this.#defaultLocale = defaultLocale;
    this.#log = log;
  }

  /**
   * @param timeout milliseconds; whoever is not known by then is somebody without rights
   * @param team the workspace that they speak in; an admin of another one is none there
   */
  async member(id: string, timeout: number = TIMEOUT, team?: string): Promise<Member> {
    const known = await withTimeout(timeout, this.#ask(id));
    if (known === undefined) return this.unknownMember(id);
    const { member, teams } = known;
    if (team === undefined || teams === undefined || teams.includes(team)) return member;
    return { ...member, admin: false, roles: [] };
  }

  unknownMember(id: string): Member {
    return { id, locale: this.#defaultLocale, admin: false, roles: [] };
  }

  #ask(id: string): Promise<Known | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined && known.until > Date.now()) return known.person;
    const person = this.#learn(id).catch((error: unknown) => {
      this.#known.delete(id);
      this.#log.warn({ platform: 'slack' }, 'a user could not be looked up', error);
      return undefined;
    });
    this.#known.set(id, { person, until: Date.now() + LIFETIME });
    return person;
  }

  async #learn(id: string): Promise<Known> {
    const { user } = userInfo.parse(await this.#call('users.info', { user: id, include_locale: true }));
    return { member: memberOf(id, user, this.#defaultLocale), teams: teamsOf(user) };
  }
}
