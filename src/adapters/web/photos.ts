import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod';
import type { PhotoRef } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import type { PersistentMap } from '../../conversation/persistent-map.ts';
import { UserError } from '../../errors/user-error.ts';
import { PHOTO_LIMITS } from '../../imaging/photo/limits.ts';
import { cleanText } from '../../text/clean-text.ts';
import type { Asker } from './identity.ts';

const kept = z.object({ person: z.string(), sha256: z.string(), name: z.string().optional() });

/** Photos that were sent and wait for the words that go with them. */
export class Photos {
  readonly #conversation: Conversation;
  readonly #waiting: PersistentMap;

  constructor(conversation: Conversation, waiting: PersistentMap) {
    this.#conversation = conversation;
    this.#waiting = waiting;
  }

  /**
   * Takes a photo in as a request's body, through the one door that all photos go through.
   *
   * @returns what stands for it until it is used
   * @throws UserError `photo-…`; OutageError
   */
  async receive(c: Context, person: Asker): Promise<string> {
    const name = cleanText(c.req.query('name') ?? '') || 'photo';
    const length = Number(c.req.header('content-length'));
    if (length > PHOTO_LIMITS.bytes) throw tooHeavy(name);
    const [photo] = await this.#conversation.keepPhotos([
      {
        name,
        ...(Number.isInteger(length) && length > 0 ? { size: length } : {}),
        bytes: () => readBytes(c, name),
      },
    ]);
    const id = randomUUID();
    await this.#waiting.set(id, { person: person.id, ...photo });
    return id;
  }

  /** Those that this person has sent. @throws UserError `form-gone` for any other */
  of(ids: readonly string[], person: Asker): readonly PhotoRef[] {
    return ids.map((id) => {
      const parsed = kept.safeParse(this.#waiting.get(id));
      if (!parsed.success || parsed.data.person !== person.id) throw new UserError('form-gone', {});
      const { sha256, name } = parsed.data;
      return { sha256, ...defined({ name }) };
    });
  }
}

async function readBytes(c: Context, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of c.req.raw.body ?? []) {
    length += part.length;
    if (length > PHOTO_LIMITS.bytes) throw tooHeavy(name);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}

function tooHeavy(name: string): UserError {
  return new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
}
