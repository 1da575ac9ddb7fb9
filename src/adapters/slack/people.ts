import * as z from 'zod';
import type { Locale } from '../../ad/locale.ts';
import type { Speaker } from '../../command/define-command.ts';
import type { Log } from '../../jobs/log.ts';
import type { Call } from './api.ts';
import { within } from './within.ts';

const info = z.object({
  user: z.object({
    name: z.string().optional(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional() }).optional(),
    locale: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
  }),
});

/** How long what is known of a person holds, in milliseconds. */
const LIFE = 10 * 60_000;

const MOST = 10_000;

/** Milliseconds that an answer waits to learn who asks. */
const PATIENCE = 1_000;

/** Who people are: their language, name and rights, asked of Slack now and then. */
export class People {
  readonly #call: Call;
  readonly #standard: Locale;
  readonly #log: Log;
  readonly #known = new Map<
    string,
    { readonly speaker: Promise<Speaker | undefined>; readonly until: number }
  >();

  /** @param standard the language of those whose own cannot be learnt in time */
  constructor(call: Call, standard: Locale, log: Log) {
    this.#call = call;
    this.#standard = standard;
    this.#log = log;
  }

  /** @param patience milliseconds; whoever is not known by then is a stranger without rights */
  async speaker(id: string, patience: number = PATIENCE): Promise<Speaker> {
    return (await within(patience, this.#ask(id))) ?? this.stranger(id);
  }

  stranger(id: string): Speaker {
    return { id, locale: this.#standard, admin: false, roles: [] };
  }

  #ask(id: string): Promise<Speaker | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined && known.until > Date.now()) return known.speaker;
    const speaker = this.#learn(id).catch((error: unknown) => {
      this.#known.delete(id);
      this.#log.warn({ platform: 'slack' }, 'somebody is not known', error);
      return undefined;
    });
    this.#known.delete(id);
    this.#known.set(id, { speaker, until: Date.now() + LIFE });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return speaker;
  }

  async #learn(id: string): Promise<Speaker> {
    const { user } = info.parse(await this.#call('users.info', { user: id, include_locale: true }));
    const name = [user.profile?.display_name, user.real_name, user.name].find(Boolean);
    const admin = user.is_admin === true || user.is_owner === true;
    return {
      id,
      locale: this.#localeOf(user.locale),
      admin,
      roles: [...(user.is_admin ? ['admin'] : []), ...(user.is_owner ? ['owner'] : [])],
      ...(name === undefined ? {} : { name }),
    };
  }

  #localeOf(tag: string | undefined): Locale {
    if (tag === undefined || tag === '') return this.#standard;
    return tag.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  }
}
