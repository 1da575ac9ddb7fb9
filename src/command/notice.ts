import type { Locale } from '../ad/locale.ts';
import type { Reply } from '../jobs/delivery/reply.ts';

/** A reply that shows no job. */
export function notice(locale: Locale, title: string, more: Partial<Reply> = {}): Reply {
  return {
    stage: 'notice',
    locale,
    title,
    pictures: [],
    warnings: [],
    facts: [],
    actions: [],
    entries: [],
    private: true,
    ...more,
  };
}
