import { redact } from './redact.ts';

/** What failed outside of the person's reach. */
export type Service = 'engine' | 'disk' | 'discord' | 'slack' | 'openai' | 'database' | 'files' | 'download';

/** Trouble that passes: the person may try later, the operator sees the cause. */
export class OutageError extends Error {
  readonly service: Service;
  /** Seconds after which a new attempt makes sense, where that is known. */
  readonly retryAfter?: number;

  constructor(service: Service, detail: string, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(redact(`${service}: ${detail}`), options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'OutageError';
    this.service = service;
    if (options.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}
