import { type MessageParams, messages, type UserErrorCode } from './messages.ts';

/**
 * A mistake that the person can mend. Its text comes from the table by code and language, is safe to show, and
 * is not reported as trouble.
 */
export class UserError<C extends UserErrorCode = UserErrorCode> extends Error {
  readonly code: C;
  readonly params: MessageParams<C>;

  constructor(code: C, params: MessageParams<C>, options?: ErrorOptions) {
    super(textOf(code, params, 'en'), options);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }

  in(locale: 'ko' | 'en'): string {
    return textOf(this.code, this.params, locale);
  }
}

function textOf<C extends UserErrorCode>(code: C, params: MessageParams<C>, locale: 'ko' | 'en'): string {
  // Each entry's function takes exactly its own code's parameters, which the union of all codes cannot express.
  const say = messages[code][locale] as (params: MessageParams<C>) => string;
  return say(params);
}
