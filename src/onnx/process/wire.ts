import { messages, type UserErrorCode } from '../../errors/messages.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';
import { EngineFailure, type FailureReason } from '../failure.ts';

/** What goes from the bot to the engine process. Bytes go ahead of the message that refers to them. */
export type ToEngine =
  | { readonly type: 'part'; readonly part: Part }
  | {
      readonly type: 'call';
      readonly id: number;
      /** Address of the module that serves the call. */
      readonly service: string;
      readonly method: string;
      readonly input: unknown;
    }
  | { readonly type: 'abort'; readonly id: number };

/** What comes back. */
export type FromEngine =
  | { readonly type: 'part'; readonly part: Part }
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError };

/** A piece of an array of bytes. Pieces of one array arrive in order. */
export interface Part {
  readonly key: string;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** An error as plain data. */
export interface WireError {
  readonly kind: 'user' | 'engine' | 'outage' | 'cancelled' | 'bug';
  readonly message: string;
  readonly stack?: string;
  readonly code?: UserErrorCode;
  readonly params?: unknown;
  readonly reason?: FailureReason;
}

export function toWire(error: unknown): WireError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof UserError) return { kind: 'user', message, code: error.code, params: error.params };
  if (error instanceof EngineFailure) return { kind: 'engine', message, reason: error.reason };
  if (error instanceof OutageError) return { kind: 'outage', message };
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled', message };
  return { kind: 'bug', message, ...(stack === undefined ? {} : { stack }) };
}

export function fromWire(error: WireError): Error {
  const detail = error.message.replace(/^engine: /, '');
  switch (error.kind) {
    case 'user':
      if (error.code !== undefined && error.code in messages) {
        // The parameters left the other side as those of this code.
        return new UserError(error.code, error.params as never);
      }
      return new Error(error.message);
    case 'engine':
      return new EngineFailure(error.reason ?? 'other', detail);
    case 'outage':
      return new OutageError('engine', detail);
    case 'cancelled':
      return new DOMException(error.message, 'AbortError');
    case 'bug': {
      const bug = new Error(error.message);
      if (error.stack !== undefined) bug.stack = error.stack;
      return bug;
    }
  }
}
