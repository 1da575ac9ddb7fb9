import type { ChildProcess } from 'node:child_process';
import { EngineFailure } from '../failure.ts';
import { ChunkAssembler, detachBytes } from './byte-chunks.ts';
import { type EngineEnd, type Environment, forkEngine, send } from './fork-engine.ts';
import { Restarts } from './restarts.ts';
import type { InputOf, OutputOf, Service } from './service.ts';
import { type FromEngine, fromWire } from './wire.ts';

export interface CallOptions {
  /** When it fires the call is asked to stop, and the process is killed where it does not stop in time. */
  readonly signal?: AbortSignal;
  onEvent?(event: unknown): void;
}

export interface EngineProcessOptions {
  /** Told, in English, when the process ends without having been asked to. */
  readonly onTrouble?: (text: string) => void;
  /** Milliseconds that a call may take to stop; then the process is killed. 5,000 when absent. */
  readonly abortTimeout?: number;
  /** Milliseconds without a call after which the process is let go. Ten minutes when absent. */
  readonly idleTimeout?: number;
  /**
   * Milliseconds that a call waits for a process that keeps ending to be started again; where it would take longer, the
   * call fails at once. As long as it takes when absent.
   */
  readonly patience?: number;
  /** Niceness of the process, 0–19. Ten when absent: the bot, which answers people, goes first. */
  readonly niceness?: number;
  /** Its environment. The bot's when absent. */
  readonly environment?: Environment;
}

/** Loading weights again takes seconds: a process that runs models is kept for longer than threads are. */
const REST = 10 * 60_000;

const NICENESS = 10;

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  onEvent: ((event: unknown) => void) | undefined;
}

/**
 * The bot's end of the engine process: starts it when it is first needed, hands it calls, and starts it again after
 * it died. Whatever happens to the process, the bot goes on.
 */
export class EngineProcess {
  readonly #options: EngineProcessOptions;
  readonly #restarts: Restarts;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | undefined;
  #incoming = new ChunkAssembler();
  #killed = false;
  #calls = 0;
  #resting: NodeJS.Timeout | undefined;

  constructor(options: EngineProcessOptions = {}) {
    this.#options = options;
    this.#restarts = new Restarts(options.patience ?? Number.POSITIVE_INFINITY);
    process.once('exit', this.#killNow);
  }

  /** The running process's id. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Calls a method of a service.
   *
   * @param address the module that exports `service`
   * @throws what the method threw; EngineFailure with reason `crash` or `killed` when the process died, or has died so
   *   often that it rests for longer than the call would wait; the signal's reason when the caller stopped it
   */
  async call<S extends Service, M extends keyof S & string>(
    address: URL,
    method: M,
    input: InputOf<S[M]>,
    { signal, onEvent }: CallOptions = {},
  ): Promise<OutputOf<S[M]>> {
    signal?.throwIfAborted();
    const child = await this.#started(signal);
    const id = this.#calls++;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onEvent });
    });
    this.#hold();
    const stopWatching = this.#watch(signal, id, child);
    try {
      const { value, chunks } = detachBytes(input, id);
      // One piece at a time: between two of them the event loop is free.
      for (const chunk of chunks) await send(child, { type: 'chunk', chunk });
      await send(child, { type: 'call', id, service: address.href, method, input: value });
      const output = await answer;
      this.#restarts.worked();
      // The method of that name gave it.
      return output as OutputOf<S[M]>;
    } catch (error) {
      answer.catch(() => {});
      throw signal?.aborted ? signal.reason : error;
    } finally {
      this.#pending.delete(id);
      stopWatching();
      this.#hold();
    }
  }

  /** Ends the process if nothing is asked of it; the next call starts another one. */
  release(): void {
    if (this.#pending.size > 0) return;
    this.#child?.kill('SIGKILL');
    // Whoever calls while it ends gets one that lives.
    this.#child = undefined;
  }

  /** Ends the process; the next call starts another one. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // Waited for, idle or not.
    child.ref();
    this.#kill();
    await gone;
  }

  /** Ends the process and takes no more part in this one's end. */
  async dispose(): Promise<void> {
    process.off('exit', this.#killNow);
    clearTimeout(this.#resting);
    await this.close();
  }

  readonly #killNow = (): void => {
    this.#child?.kill('SIGKILL');
  };

  #kill(): void {
    this.#killed = true;
    this.#child?.kill('SIGKILL');
  }

  /** Keeps the bot's process alive while a call is open, and lets it end while the engine idles. */
  #hold(): void {
    clearTimeout(this.#resting);
    if (this.#pending.size === 0)
      this.#resting = setTimeout(() => this.release(), this.#options.idleTimeout ?? REST).unref();
    const handles = [this.#child, this.#child?.channel, this.#child?.stderr];
    for (const handle of handles) {
      if (handle === undefined || handle === null || !('ref' in handle)) continue;
      const { ref, unref } = handle as { ref(): void; unref(): void };
      (this.#pending.size > 0 ? ref : unref).call(handle);
    }
  }

  async #started(signal: AbortSignal | undefined): Promise<ChildProcess> {
    if (this.#child !== undefined) return this.#child;
    await this.#restarts.turn(signal);
    return this.#child ?? this.#start();
  }

  #start(): ChildProcess {
    this.#killed = false;
    this.#incoming = new ChunkAssembler();
    const child = forkEngine({
      niceness: this.#options.niceness ?? NICENESS,
      environment: this.#options.environment,
      onMessage: (message) => this.#receive(message),
      onEnd: (end) => this.#ended(child, end),
    });
    this.#child = child;
    return child;
  }

  #receive(message: FromEngine): void {
    if (message.type === 'chunk') {
      this.#incoming.add(message.chunk);
      return;
    }
    const call = this.#pending.get(message.id);
    switch (message.type) {
      case 'event': {
        const event = this.#incoming.attachBytes(message.event);
        call?.onEvent?.(event);
        break;
      }
      case 'result': {
        const value = this.#incoming.attachBytes(message.value);
        call?.resolve(value);
        break;
      }
      case 'error':
        call?.reject(fromWire(message.error));
        break;
    }
  }

  #ended(child: ChildProcess, { signal, description }: EngineEnd): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    const failure = this.#killed
      ? new EngineFailure('crash', 'the engine process was stopped')
      : new EngineFailure(
          // Nobody here sent that signal: on Linux it is the kernel's, when memory runs out.
          signal === 'SIGKILL' ? 'killed' : 'crash',
          description,
        );
    if (!this.#killed) {
      this.#restarts.ended();
      this.#options.onTrouble?.(failure.message);
    }
    for (const { reject } of this.#pending.values()) reject(failure);
    this.#pending.clear();
  }

  /** Passes the wish to stop on, and enforces it. Returns how to end that. */
  #watch(signal: AbortSignal | undefined, id: number, child: ChildProcess): () => void {
    if (signal === undefined) return () => {};
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      send(child, { type: 'abort', id }).catch(() => {});
      timer = setTimeout(() => {
        if (this.#child === child) this.#kill();
      }, this.#options.abortTimeout ?? 5_000);
    };
    signal.addEventListener('abort', stop, { once: true });
    return () => {
      signal.removeEventListener('abort', stop);
      clearTimeout(timer);
    };
  }
}
