import { defineCommand } from '../src/conversation/command/define-command.ts';
import { jobListEntry } from '../src/conversation/command/job-list-entry.ts';
import { textReply } from '../src/conversation/command/text-reply.ts';

/** Most of one's own jobs that are listed. */
const MAX_LISTED = 20;

export const queue = defineCommand({
  name: 'queue',
  order: 2,
  ko: '대기열',
  description: { ko: '기다리는 작업과 순서를 보여줘요', en: 'Show the queue and your place in it' },
  audience: 'asker',
  options: {},
  async run(_values, { jobs, member }) {
    const own = await jobs.history({
      whose: 'mine',
      states: ['queued', 'running', 'made'],
      max: MAX_LISTED,
    });
    const { locale } = member;
    const { waiting, running } = jobs.load;
    const title = {
      ko: `지금 ${running}개를 만들고 ${waiting}개가 기다려요.`,
      en: `${running} in progress, ${waiting} waiting.`,
    }[locale];
    const text =
      own.length > 0
        ? {}
        : { text: { ko: '내 작업은 없어요.', en: 'You have no jobs in the queue.' }[locale] };
    const entries = own.map((job) => jobListEntry(job, jobs.status(job), locale)).reverse();
    return { kind: 'reply', reply: textReply(locale, title, { ...text, entries }) };
  },
});
