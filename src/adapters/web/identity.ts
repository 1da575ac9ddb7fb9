import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Locale } from '../../ad/locale.ts';
import { WebFailure } from './failure.ts';
import type { Signing } from './signing.ts';

/** Who has asked for something. */
export interface Asker {
  /** 22 letters and digits; nobody else's, and nothing is told by it. */
  readonly id: string;
  readonly locale: Locale;
}

/** Who is asking. */
export interface Person extends Asker {
  /** Of the forms on their pages. */
  readonly token: string;
}

export interface IdentityParts {
  readonly signing: Signing;
  /** Asked for before anything is shown. */
  readonly password: string | undefined;
  /** The header by which a reverse proxy tells who somebody is. */
  readonly userHeader: string | undefined;
  /** Whether browsers reach us over https alone. */
  readonly secure: boolean;
  /** Of browsers that ask for none of ours. */
  readonly locale: Locale;
}

const PERSON = 'ad-person';
const LANGUAGE = 'ad-language';

/** As long as browsers keep any, in seconds. */
const MAX_AGE = 400 * 86_400;

/** Tells people apart: by a cookie that only we can make, or by what a reverse proxy says of them. */
export class Identity {
  readonly #parts: IdentityParts;

  constructor(parts: IdentityParts) {
    this.#parts = parts;
  }

  /** Whoever asks; a browser that is new is given a cookie. @throws WebFailure `password` */
  personOf(c: Context): Person {
    const { signing, password } = this.#parts;
    const id = this.#named(c) ?? this.#known(c) ?? (password === undefined ? this.#meet(c) : undefined);
    if (id === undefined) throw new WebFailure('password');
    return { id, locale: this.localeOf(c), token: signing.signatureOf('form', id) };
  }

  /** The token of a form that is sent by nobody who is known yet. */
  get strangersToken(): string {
    return this.#parts.signing.signatureOf('form', '');
  }

  isToken(person: Person | undefined, token: string): boolean {
    return this.#parts.signing.isSignature('form', person?.id ?? '', token);
  }

  /** Signs in with the password; false where it is another. */
  signIn(c: Context, typed: string): boolean {
    const { password } = this.#parts;
    if (password === undefined || !timingSafeEqual(digest(typed), digest(password))) return false;
    this.#meet(c);
    return true;
  }

  localeOf(c: Context): Locale {
    const chosen = getCookie(c, LANGUAGE);
    if (chosen === 'ko' || chosen === 'en') return chosen;
    const [first = ''] = (c.req.header('accept-language') ?? '').split(',');
    const language = first.trim().slice(0, 2).toLowerCase();
    return language === 'ko' || language === 'en' ? language : this.#parts.locale;
  }

  chooseLocale(c: Context, locale: Locale): void {
    setCookie(c, LANGUAGE, locale, this.#options);
  }

  /** By the proxy: the same person on every device. @throws WebFailure `password` where it says nothing */
  #named(c: Context): string | undefined {
    const { userHeader, signing } = this.#parts;
    if (userHeader === undefined) return undefined;
    const name = c.req.header(userHeader)?.trim() ?? '';
    if (name === '') throw new WebFailure('password');
    return signing.signatureOf('person', name).slice(0, ID_LENGTH);
  }

  #known(c: Context): string | undefined {
    const [id = '', key] = (this.#parts.signing.unseal(PERSON, getCookie(c, PERSON) ?? '') ?? '').split('/');
    return ID.test(id) && key === this.#passwordKey ? id : undefined;
  }

  #meet(c: Context): string {
    const id = randomBytes(16).toString('base64url');
    setCookie(c, PERSON, this.#parts.signing.seal(PERSON, `${id}/${this.#passwordKey}`), this.#options);
    return id;
  }

  /** Another password signs everybody out. */
  get #passwordKey(): string {
    const { password, signing } = this.#parts;
    return password === undefined ? '' : signing.signatureOf('password', password);
  }

  get #options() {
    // Lax: whoever follows a link to an ad of theirs is still themselves; forms have a token, and their origin is asked.
    const { secure } = this.#parts;
    return { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: MAX_AGE } as const;
  }
}

const ID = /^[\w-]{22}$/;
const ID_LENGTH = 22;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
