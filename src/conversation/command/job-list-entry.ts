import type { Locale, LocalizedText } from '../../ad/locale.ts';
import { duration } from '../../errors/duration.ts';
import type { ReplyEntry } from '../../jobs/delivery/reply.ts';
import type { Job } from '../../jobs/job/job.ts';
import type { JobState } from '../../jobs/job/job-state.ts';
import type { JobStatus } from '../../jobs/job-status.ts';
import { shorten } from '../../text/shorten.ts';

const STATES: { readonly [state in JobState]: LocalizedText } = {
  queued: { ko: '대기 중', en: 'waiting' },
  running: { ko: '만드는 중', en: 'in progress' },
  made: { ko: '보내는 중', en: 'sending' },
  delivered: { ko: '완성', en: 'done' },
  failed: { ko: '실패', en: 'failed' },
  cancelled: { ko: '취소', en: 'cancelled' },
};

/** Letters of the request that a list shows. */
const SHOWN = 40;

/** A job as one line of a list. */
export function jobListEntry(job: Job, now: JobStatus, locale: Locale): ReplyEntry {
  return {
    title: requestExcerpt(job),
    text: [STATES[job.state][locale], ...detail(job, now, locale)].join(' · '),
    job: job.id,
  };
}

/** What a job was ordered with, in a line. */
export function requestExcerpt(job: Job): string {
  const words = job.variants[0]?.request.text.replaceAll(/\s+/g, ' ') ?? '';
  return shorten(words, SHOWN + 1);
}

function detail(job: Job, { queuePosition, progress }: JobStatus, locale: Locale): readonly string[] {
  if (progress !== undefined) return [`${Math.round(progress.fraction * 100)}%`];
  if (queuePosition !== undefined) {
    const place = { ko: `${queuePosition.position}번째`, en: `no. ${queuePosition.position}` }[locale];
    if (queuePosition.readyIn === undefined) return [place];
    const wait = duration(queuePosition.readyIn);
    return [place, { ko: `약 ${wait.ko}`, en: `about ${wait.en}` }[locale]];
  }
  return [new Date(job.createdAt).toLocaleString(locale === 'ko' ? 'ko-KR' : 'en-GB', DATE)];
}

const DATE: Intl.DateTimeFormatOptions = { dateStyle: 'short', timeStyle: 'short' };
