import type { Locale } from '../../ad/locale.ts';
import type { Reply } from '../../jobs/delivery/reply.ts';
import { shortenLines } from '../../text/shorten.ts';

/** Longest title in UTF-16 units: a mistake that repeats what somebody wrote has less. */
const MAX_TITLE = 1_200;

/** A reply that shows no job. */
export function textReply(locale: Locale, title: string, more: Partial<Reply> = {}): Reply {
  return {
    stage: 'notice',
    locale,
    title: shortenLines(title, MAX_TITLE),
    pictures: [],
    warnings: [],
    facts: [],
    actions: [],
    entries: [],
    private: true,
    ...more,
  };
}
