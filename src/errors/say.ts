import { OutageError } from './outage-error.ts';
import { UserError } from './user-error.ts';

/** How an error counts: the person's mistake, passing trouble on our side, a cancellation, or a bug. */
export type ErrorKind = 'user' | 'outage' | 'cancelled' | 'bug';

export function kindOf(error: unknown): ErrorKind {
  if (error instanceof UserError) return 'user';
  if (error instanceof OutageError) return 'outage';
  if (error instanceof Error && error.name === 'AbortError') return 'cancelled';
  return 'bug';
}

/** The code that programs see: a UserError's own, `outage-…`, `cancelled` or `bug`. */
export function codeOf(error: unknown): string {
  if (error instanceof UserError) return error.code;
  if (error instanceof OutageError) return `outage-${error.service}`;
  return kindOf(error);
}

/**
 * What a person reads about an error. A bug's own words are never shown: the job id leads the operator to them.
 *
 * @param job short id of the job, where there is one
 */
export function say(error: unknown, locale: 'ko' | 'en', job?: string): string {
  const number = job === undefined ? '' : ` (${job})`;
  if (error instanceof UserError) return error.in(locale);
  if (error instanceof OutageError) {
    if (error.service === 'disk') {
      return locale === 'ko'
        ? `그림을 저장하지 못했어요. 디스크 공간과 쓰기 권한을 확인해 주세요.${number}`
        : `The picture could not be saved. Check disk space and write permissions.${number}`;
    }
    return locale === 'ko'
      ? `지금은 처리할 수 없어요. 잠시 뒤 다시 시도해 주세요.${number}`
      : `This is not possible right now. Please try again in a little while.${number}`;
  }
  if (kindOf(error) === 'cancelled') return locale === 'ko' ? `취소했어요.${number}` : `Cancelled.${number}`;
  return locale === 'ko'
    ? `예상하지 못한 문제가 생겼어요. 운영자에게 알려 주세요.${number}`
    : `Something unexpected went wrong. Please tell whoever runs this bot.${number}`;
}
