import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { SingleFlight } from '../../collections/single-flight.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { parseJson } from '../../files/parse-json.ts';
import { readLinesFromEnd } from '../../files/read-file.ts';

/** Bytes at a file's end that are read: several thousand messages. */
const MAX_BYTES = 4 * 2 ** 20;

/** Messages that a page shows; older ones are in the gallery. */
const MAX_MESSAGES = 120;

/** People whose messages are held in memory. */
const MAX_OPEN = 4_000;

const list = z.array(z.object({ title: z.string(), text: z.string(), job: z.string().optional() }));

/** An answer that shows no job, as it is kept. */
const notice = z.object({
  locale: z.enum(['ko', 'en']),
  title: z.string(),
  text: z.string().optional(),
  job: z.string().optional(),
  long: z.array(z.string()).optional(),
  entries: list,
});

export type Notice = Readonly<z.output<typeof notice>>;

const line = z.object({
  /** Counts every change on this person's page. */
  n: z.int().positive(),
  /** The message's number, which is that of its first change. */
  id: z.int().positive(),
  /** The event or job message that it stands for: the same key twice is one message. */
  key: z.string(),
  said: z
    .object({
      text: z.string(),
      photos: z.array(z.object({ sha256: z.string(), name: z.string().optional() })),
    })
    .optional(),
  job: z.string().optional(),
  notice: notice.optional(),
  /** Reactions that stand on it. */
  reactions: z.array(z.string()).optional(),
});

export type Message = Readonly<z.output<typeof line>>;

export type Said = NonNullable<Message['said']>;

const NOTHING_SAID: Said = { text: '', photos: [] };

/** The key of what was said by an event. */
export const saidKey = (event: string): string => `said:${event}`;

/**
 * What one person has said and was answered, in a file that only grows: the memory that chat platforms have on their
 * servers. Of a message that shows a job only that is kept: what it says is how the job stands.
 */
export class Transcript {
  readonly #path: string;
  readonly #messages = new BoundedMap<number, Message>(MAX_MESSAGES);
  readonly #byKey = new BoundedMap<string, number>(10 * MAX_MESSAGES);
  #last = 0;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(path: string, lines: readonly Message[]) {
    this.#path = path;
    for (const known of lines) this.#learn(known);
  }

  /** @throws OutageError `disk` */
  static async open(path: string): Promise<Transcript> {
    return new Transcript(path, await readMessages(path));
  }

  /** The number of the last change. */
  get last(): number {
    return this.#last;
  }

  /** In the order in which they were first there. @param after only what has changed since that change */
  messages(after = 0): readonly Message[] {
    const all = [...this.#messages].map(([, message]) => message);
    return all.filter(({ n }) => n > after).sort((a, b) => a.id - b.id);
  }

  message(id: number): Message | undefined {
    return this.#messages.peek(id);
  }

  byKey(key: string): Message | undefined {
    return this.#messages.peek(this.#byKey.peek(key) ?? 0);
  }

  /** Writes a message down, or what has changed of the one with that key; resolves once it is on the disk. */
  write(message: Omit<Message, 'n' | 'id'>): Promise<Message> {
    return this.#queue(() => {
      const n = this.#last + 1;
      const known = this.#byKey.peek(message.key);
      return { ...this.#messages.peek(known ?? 0), ...message, n, id: known ?? n };
    });
  }

  /**
   * Takes out what somebody has said, here and in the file, however long ago: the ad that they ordered with it is
   * deleted.
   */
  async erase(key: string): Promise<void> {
    if (this.byKey(key)?.said !== undefined) await this.write({ key, said: NOTHING_SAID });
    const written = this.#writing.then(async () => {
      const lines = (await readMessages(this.#path)).map((message) =>
        message.key === key && message.said !== undefined ? { ...message, said: NOTHING_SAID } : message,
      );
      await writeFile(`${this.#path}.tmp`, lines.map((message) => JSON.stringify(message)).join('\n'), {
        mode: 0o600,
      });
      await rename(`${this.#path}.tmp`, this.#path);
    });
    this.#writing = written.catch(() => {});
    return written.catch((error: unknown) => {
      throw new OutageError('disk', 'the chat cannot be written down', { cause: error });
    });
  }

  #queue(next: () => Message): Promise<Message> {
    const done = this.#writing.then(async () => {
      const message = next();
      try {
        await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
        const file = await open(this.#path, 'a', 0o600);
        try {
          // Begins with a new line: a write that was cut off spoils no other.
          await file.appendFile(`\n${JSON.stringify(message)}`);
          await file.datasync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw new OutageError('disk', 'the chat cannot be written down', { cause: error });
      }
      this.#learn(message);
      return message;
    });
    this.#writing = done.catch(() => {});
    return done;
  }

  #learn(message: Message): void {
    this.#last = Math.max(this.#last, message.n);
    this.#messages.set(message.id, message);
    this.#byKey.set(message.key, message.id);
  }
}

/** Those in the last of a file, each as often as it has changed. @throws OutageError `disk` */
async function readMessages(path: string): Promise<readonly Message[]> {
  const { text } = await readLinesFromEnd(path, MAX_BYTES).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { text: '' };
    throw new OutageError('disk', `${path} cannot be read`, { cause: error });
  });
  return text.split('\n').flatMap(readLine);
}

function readLine(json: string): readonly Message[] {
  try {
    return [line.parse(parseJson(json))];
  } catch {
    // Blank, or cut off as the process was killed.
    return [];
  }
}

/** Everybody's, each in a file of its own. */
export class Transcripts {
  readonly #folder: string;
  readonly #open = new SingleFlight<string, Transcript>(MAX_OPEN);

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param person from Identity alone: it names a file */
  of(person: string): Promise<Transcript> {
    return this.#open.run(person, () => Transcript.open(join(this.#folder, `${person}.jsonl`)));
  }
}
