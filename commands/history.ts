import { defineCommand } from '../src/conversation/command/define-command.ts';
import { jobLine } from '../src/conversation/command/job-line.ts';
import { notice } from '../src/conversation/command/notice.ts';

const STANDARD = 10;
const MOST = 25;

export const history = defineCommand({
  name: 'history',
  ko: '기록',
  description: { ko: '지난 작업을 보여줘요', en: 'Show earlier jobs' },
  audience: 'asker',
  options: {
    count: {
      kind: 'number',
      ko: '개수',
      description: { ko: `몇 개? (보통 ${STANDARD})`, en: `How many? (as a rule ${STANDARD})` },
      least: 1,
      most: MOST,
      whole: true,
    },
    whose: {
      kind: 'choice',
      ko: '누구',
      description: { ko: '누구의 작업? (보통 내 것)', en: 'Whose jobs? (as a rule your own)' },
      choices: [
        { value: 'mine', title: { ko: '내 작업', en: 'Mine' } },
        { value: 'here', title: { ko: '이 채널 모두', en: "Everybody's in this channel" } },
      ],
    },
  },
  async run({ count = STANDARD, whose = 'mine' }, { jobs, speaker }) {
    const found = await jobs.history({ whose, most: count });
    const { locale } = speaker;
    const entries = found.map((job) => jobLine(job, jobs.now(job), locale));
    const title =
      entries.length === 0
        ? {
            ko: '아직 만든 광고가 없어요. /ad make로 시작해 보세요.',
            en: 'Nothing yet. Begin with /ad make.',
          }
        : {
            ko: '지난 작업이에요. /ad show 번호로 다시 볼 수 있어요.',
            en: 'Earlier jobs. See one again with /ad show.',
          };
    return { kind: 'reply', reply: notice(locale, title[locale], { entries }) };
  },
});
