import type { Locale } from '../ad/locale.ts';
import type { Reply } from '../jobs/delivery/reply.ts';
import type { Job } from '../jobs/job/job.ts';
import { textReply } from './command/text-reply.ts';

/** All the reasons for a job's layout, picture by picture where they differ. */
export function reasoningReply(job: Job, locale: Locale): Reply {
  const reasons = job.pictures.map(({ result }) => result.reasoning.map((why) => why[locale]));
  const same = reasons.every((list) => list.join('\n') === reasons[0]?.join('\n'));
  const long = same
    ? (reasons[0] ?? [])
    : reasons.flatMap((list, index) => list.map((why) => `${index + 1}. ${why}`));
  const title = { ko: '이렇게 만든 이유예요.', en: 'Why it looks this way.' }[locale];
  return textReply(locale, title, { job: job.id, reasoning: { short: long[0] ?? '', long } });
}
