import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OutageError } from '../../errors/outage-error.ts';

/** Bytes of the key. */
const KEY = 32;

/** Keeps what browsers are handed from being made or changed by them: cookies, tokens of forms, links that expire. */
export class Signing {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** The key of this bot, made at its first start. @throws OutageError `disk` */
  static async open(path: string): Promise<Signing> {
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, randomBytes(KEY).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
        (error: unknown) => {
          if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        },
      );
      const key = Buffer.from(await readFile(path, 'utf8'), 'base64url');
      // One that was cut off as it was written would be guessed.
      if (key.length !== KEY) throw new Error(`${path} is damaged: delete it, and everybody signs in anew`);
      return new Signing(key);
    } catch (error) {
      throw new OutageError('disk', `${path} cannot be used`, { cause: error });
    }
  }

  /** @param use what the signature is for: one for another use is none */
  signatureOf(use: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${use}\0${text}`).digest('base64url');
  }

  isSignature(use: string, text: string, signature: string): boolean {
    const expected = Buffer.from(this.signatureOf(use, text));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  /** Text that only we can have written. */
  seal(use: string, text: string): string {
    return `${Buffer.from(text).toString('base64url')}.${this.signatureOf(use, text)}`;
  }

  /** What was sealed; undefined for anything else. */
  unseal(use: string, sealed: string): string | undefined {
    const [encoded = '', signature = ''] = sealed.split('.');
    const text = Buffer.from(encoded, 'base64url').toString();
    return this.isSignature(use, text, signature) ? text : undefined;
  }

  /** A link's last part, which is good until `until` (milliseconds since 1970). */
  ticket(use: string, subject: string, until: number): string {
    return this.seal(use, `${until}/${subject}`);
  }

  /** The subject of a ticket that has not expired. */
  subjectOf(use: string, ticket: string, now: number): string | undefined {
    const text = this.unseal(use, ticket) ?? '';
    const [, until, subject] = /^(\d+)\/(.*)$/su.exec(text) ?? [];
    return Number(until) > now ? subject : undefined;
  }
}
