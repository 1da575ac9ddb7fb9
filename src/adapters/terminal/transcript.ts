import { type FileHandle, mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { BoundedMap } from '../../collections/bounded-map.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { parseJson } from '../../files/parse-json.ts';
import { readLinesFromEnd } from '../../files/read-file.ts';

/** Bytes at the file's end that are remembered: some ten thousand messages. */
const MAX_BYTES = 16 * 2 ** 20;

const line = z.object({
  /** Number of the bot's message, or of what a person said: each counted by itself. */
  n: z.int().positive(),
  kind: z.enum(['said', 'posted', 'edited']),
  /** The job message's key. */
  key: z.string().optional(),
  job: z.string().optional(),
  /** How the job stood. */
  stage: z.string().optional(),
  text: z.string(),
});

export type TranscriptLine = Readonly<z.output<typeof line>>;

/** Messages that can be spoken of; older ones stay in the file. */
const MAX_MESSAGES = 10_000;

/** A message as it reads now. */
interface Message {
  readonly job?: string | undefined;
  readonly text: string;
}

/**
 * What was said in the terminal's chat, by people and by the bot, in a file that only grows: the memory that chat
 * platforms have on their servers. A line is there whole or not at all, so a message is never posted twice.
 */
export class Transcript {
  readonly #file: FileHandle;
  readonly #messages = new BoundedMap<number, Message>(MAX_MESSAGES);
  readonly #byKey = new BoundedMap<string, number>(MAX_MESSAGES);
  #lastJob: number | undefined;
  #last = 0;
  #lastInput = 0;
  #writing: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, lines: readonly TranscriptLine[]) {
    this.#file = file;
    for (const known of lines) this.#learn(known);
  }

  /** @throws OutageError `disk` */
  static async open(path: string): Promise<Transcript> {
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const { text, start } = await readLinesFromEnd(path, MAX_BYTES).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
          return { text: '', start: 0 };
        throw error;
      });
      // A process that was killed while it wrote has left the last line without its end.
      const whole = text.slice(0, text.lastIndexOf('\n') + 1);
      if (whole.length < text.length) await truncate(path, start + Buffer.byteLength(whole));
      return new Transcript(await open(path, 'a', 0o600), readLines(whole));
    } catch (error) {
      throw new OutageError('disk', `${path} cannot be written`, { cause: error });
    }
  }

  get last(): number {
    return this.#last;
  }

  /** The message with this key, where one was posted. */
  byKey(key: string): number | undefined {
    return this.#byKey.peek(key);
  }

  /** The latest message that shows a job. */
  get lastJobMessage(): number | undefined {
    return this.#lastJob;
  }

  textOf(n: number): string | undefined {
    return this.#messages.peek(n)?.text;
  }

  jobOf(n: number): string | undefined {
    return this.#messages.peek(n)?.job;
  }

  /** Writes down what a person said; resolves with its number once it is on the disk. */
  writeInput(text: string): Promise<number> {
    return this.#append({ n: ++this.#lastInput, kind: 'said', text });
  }

  /** Writes a new message of the bot; resolves with its number once it is on the disk. */
  post(entry: Omit<TranscriptLine, 'n' | 'kind'>): Promise<number> {
    return this.#append({ n: ++this.#last, kind: 'posted', ...entry });
  }

  edit(n: number, entry: Omit<TranscriptLine, 'n' | 'kind'>): Promise<number> {
    return this.#append({ n, kind: 'edited', ...entry });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  #append(entry: TranscriptLine): Promise<number> {
    const done = this.#writing.then(async () => {
      try {
        await this.#file.appendFile(`${JSON.stringify(entry)}\n`);
        await this.#file.datasync();
      } catch (error) {
        throw new OutageError('disk', 'the chat cannot be written down', { cause: error });
      }
      this.#learn(entry);
      return entry.n;
    });
    this.#writing = done.catch(() => {});
    return done;
  }

  #learn({ n, kind, key, job, text }: TranscriptLine): void {
    if (kind === 'said') {
      this.#lastInput = Math.max(this.#lastInput, n);
      return;
    }
    this.#last = Math.max(this.#last, n);
    const shown = job ?? this.#messages.peek(n)?.job;
    this.#messages.set(n, { job: shown, text });
    if (shown !== undefined) this.#lastJob = Math.max(this.#lastJob ?? 0, n);
    if (key !== undefined) this.#byKey.set(key, n);
  }
}

function readLines(text: string): readonly TranscriptLine[] {
  return text
    .split('\n')
    .filter(Boolean)
    .flatMap((json) => {
      try {
        return [line.parse(parseJson(json))];
      } catch {
        return [];
      }
    });
}
