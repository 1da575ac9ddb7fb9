import type { Locale } from '../../ad/locale.ts';

/** How a file of requests went. */
export interface Counts {
  readonly all: number;
  readonly done: number;
  /** Lines that somebody has to mend. */
  readonly wrong: readonly number[];
  /** Lines that failed for trouble on our side. */
  readonly failed: readonly number[];
  /** By Ctrl-C, before all had their turn. */
  readonly stopped: boolean;
  readonly milliseconds: number;
}

/** Lines that are named. */
const MAX_LINES = 50;

/** What is said at the end of a file of requests. */
export function batchSummary(counts: Counts, dryRun: boolean, locale: Locale): string {
  const { all, done, wrong, failed, stopped } = counts;
  const seconds = (counts.milliseconds / 1000).toFixed(1);
  const parts =
    locale === 'ko'
      ? [
          `요청 ${all}개 중 ${done}개를 ${dryRun ? '읽었어요' : '만들었어요'} (${seconds}초).`,
          stopped ? '멈췄어요. 나머지는 하지 않았어요.' : '',
          wrong.length > 0 ? `고칠 줄: ${named(wrong)}.` : '',
          failed.length > 0 ? `저희 문제로 못 한 줄: ${named(failed)}. 다시 해 보세요.` : '',
        ]
      : [
          `${done} of ${all} requests ${dryRun ? 'read' : 'made'} (${seconds} s).`,
          stopped ? 'Stopped; the rest was left alone.' : '',
          wrong.length > 0 ? `Lines to mend: ${named(wrong)}.` : '',
          failed.length > 0 ? `Lines that failed on our side: ${named(failed)}. Try them again.` : '',
        ];
  return parts.filter(Boolean).join(' ');
}

function named(lines: readonly number[]): string {
  return `${lines.slice(0, MAX_LINES).join(', ')}${lines.length > MAX_LINES ? ', …' : ''}`;
}
