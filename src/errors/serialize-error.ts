import { defined } from '../collections/defined.ts';
import { messages, type UserErrorCode } from './messages.ts';
import { OutageError, type Service } from './outage-error.ts';
import { UserError } from './user-error.ts';

/** An error as plain data, for the way from one thread to another, where classes are lost. */
export type SerializedError =
  | { readonly kind: 'user'; readonly code: UserErrorCode; readonly params: unknown }
  | {
      readonly kind: 'outage';
      readonly service: Service;
      readonly message: string;
      readonly retryAfter?: number;
    }
  | { readonly kind: 'cancelled'; readonly message: string }
  | { readonly kind: 'bug'; readonly message: string; readonly stack?: string };

export function serializeError(error: unknown): SerializedError {
  if (error instanceof UserError) return { kind: 'user', code: error.code, params: error.params };
  if (error instanceof OutageError) {
    const { service, message, retryAfter } = error;
    return { kind: 'outage', service, message, ...defined({ retryAfter }) };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (name === 'AbortError') return { kind: 'cancelled', message };
  return { kind: 'bug', message, ...defined({ stack }) };
}

/** The error that it was, of its class again. */
export function deserializeError(plain: SerializedError): Error {
  switch (plain.kind) {
    case 'user':
      // The parameters left the other side as those of this code.
      if (plain.code in messages) return new UserError(plain.code, plain.params as never);
      return new Error(plain.code);
    case 'outage': {
      const { service, message, retryAfter } = plain;
      const detail = message.replace(new RegExp(`^${service}: `), '');
      return new OutageError(service, detail, retryAfter === undefined ? {} : { retryAfter });
    }
    case 'cancelled':
      return new DOMException(plain.message, 'AbortError');
    case 'bug': {
      const bug = new Error(plain.message);
      if (plain.stack !== undefined) bug.stack = plain.stack;
      return bug;
    }
  }
}
