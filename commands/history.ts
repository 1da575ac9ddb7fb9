import { defineCommand } from '../src/conversation/command/define-command.ts';
import { jobListEntry } from '../src/conversation/command/job-list-entry.ts';
import { textReply } from '../src/conversation/command/text-reply.ts';

const DEFAULT_COUNT = 10;
const MAX_COUNT = 25;

export const history = defineCommand({
  name: 'history',
  order: 3,
  ko: '기록',
  description: { ko: '지난 작업을 보여줘요', en: 'Show past jobs' },
  audience: 'asker',
  options: {
    count: {
      kind: 'number',
      ko: '개수',
      description: { ko: `몇 개? (보통 ${DEFAULT_COUNT})`, en: `How many? (default ${DEFAULT_COUNT})` },
      min: 1,
      max: MAX_COUNT,
      integer: true,
    },
    whose: {
      kind: 'choice',
      ko: '누구',
      description: { ko: '누구의 작업? (보통 내 것)', en: 'Whose jobs? (default: yours)' },
      choices: [
        { value: 'mine', title: { ko: '내 작업', en: 'Mine' } },
        { value: 'here', title: { ko: '이 채널 모두', en: "Everyone's in this channel" } },
      ],
    },
  },
  async run({ count = DEFAULT_COUNT, whose = 'mine' }, { jobs, member }) {
    const found = await jobs.history({ whose, max: count });
    const { locale } = member;
    const entries = found.map((job) => jobListEntry(job, jobs.status(job), locale));
    const title =
      entries.length === 0
        ? {
            ko: '아직 만든 광고가 없어요. /ad make로 시작해 보세요.',
            en: 'No ads yet. Start with /ad make.',
          }
        : {
            ko: '지난 작업이에요. /ad show 번호로 다시 볼 수 있어요.',
            en: 'Past jobs. View one again with /ad show.',
          };
    return { kind: 'reply', reply: textReply(locale, title[locale], { entries }) };
  },
});
