import { filesOf, type Reply } from '../../../jobs/delivery/reply.ts';
import { escaped, truncate } from '../markdown.ts';

/** Longest text of a message (https://docs.slack.dev/reference/methods/chat.postMessage). */
const MAX_TEXT = 4000;

/**
 * All that a message says, in the order in which it stands there: notifications show its beginning, and readers aloud
 * read it instead of the blocks (https://docs.slack.dev/messaging/#accessibility).
 */
export function spokenText(reply: Reply, note: string | undefined): string {
  const { title, text, stage, progress, reasoning, warnings, choice, entries, facts } = reply;
  const why = stage === 'notice' ? reasoning?.long : [reasoning?.reading, reasoning?.short];
  const lines = [
    title,
    note,
    text,
    progress && `${Math.round(progress.fraction * 100)}%`,
    ...filesOf({ pictures: reply.pictures }).map(({ alt }) => alt),
    ...(why ?? []),
    ...warnings,
    choice?.text,
    choice?.strip.alt,
    ...entries.map((entry) => [entry.job, entry.title, entry.text].filter(Boolean).join(', ')),
    ...facts.map(({ name, value }) => `${name}: ${value}`),
  ];
  return truncate(
    escaped(lines.filter((line) => line !== undefined && line.trim() !== '').join('\n')),
    MAX_TEXT,
  );
}
