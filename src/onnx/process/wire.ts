import { deserializeError, type SerializedError, serializeError } from '../../errors/serialize-error.ts';
import { EngineFailure, type FailureReason } from '../failure.ts';

/** What goes from the bot to the engine process. Bytes go ahead of the message that refers to them. */
export type ToEngine =
  | { readonly type: 'chunk'; readonly chunk: ByteChunk }
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
  | { readonly type: 'chunk'; readonly chunk: ByteChunk }
  | { readonly type: 'event'; readonly id: number; readonly event: unknown }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: WireError };

/** A piece of an array of bytes. Pieces of one array arrive in order. */
export interface ByteChunk {
  readonly key: string;
  readonly total: number;
  readonly bytes: Uint8Array;
}

/** An error as plain data. */
export type WireError =
  | SerializedError
  | { readonly kind: 'engine'; readonly message: string; readonly reason: FailureReason };

export function toWire(error: unknown): WireError {
  if (!(error instanceof EngineFailure)) return serializeError(error);
  const { message, reason } = error;
  return { kind: 'engine', message, reason };
}

export function fromWire(error: WireError): Error {
  if (error.kind !== 'engine') return deserializeError(error);
  return new EngineFailure(error.reason, error.message.replace(/^engine: /, ''));
}
