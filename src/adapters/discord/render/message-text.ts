import type { Reply, ReplyChoice, ReplyEntry } from '../../../jobs/delivery/reply.ts';
import { plain } from '../markdown.ts';
import { cutMarkdown, MAX_MESSAGE_TEXT } from './fit-message.ts';

/** Room for what is small and always there: title, bar, facts. */
const RESERVED = 1000;

const BAR_WIDTH = 20;

/** The title, and the sentences under it. */
export function headText({ title, text }: Reply): string {
  return [`### ${plain(title)}`, ...(text ? text.split('\n').map(plain) : [])].join('\n');
}

const STEPS = {
  done: { ko: '끝남', en: 'Done' },
  running: { ko: '지금', en: 'Now' },
  waiting: { ko: '다음', en: 'Next' },
} as const;

/** How far it is, in words and as a bar, and the steps on the way. */
export function progressText({ progress, locale }: Reply): string | undefined {
  if (progress === undefined) return undefined;
  const filled = Math.round(progress.fraction * BAR_WIDTH);
  const bar = `${Math.round(progress.fraction * 100)}% ${'▰'.repeat(filled)}${'▱'.repeat(BAR_WIDTH - filled)}`;
  const { steps = [] } = progress;
  const lines = (['done', 'running', 'waiting'] as const).flatMap((state) => {
    const titles = steps.filter((step) => step.state === state).map(({ title }) => plain(title));
    return titles.length === 0 ? [] : [`${STEPS[state][locale]}: ${titles.join(', ')}`];
  });
  return lines.length === 0 ? bar : `${bar}\n-# ${lines.join(' · ')}`;
}

/** How the request was read and why the ad is laid out so: in short under it, all of it where it was asked for. */
export function reasonsText({ stage, reasoning }: Reply): string | undefined {
  if (reasoning === undefined) return undefined;
  if (stage !== 'notice') {
    const { reading = '', short } = reasoning;
    const lines = [reading && `💬 ${plain(reading)}`, short && `💡 ${plain(short)}`].filter(Boolean);
    return lines.length === 0 ? undefined : lines.join('\n');
  }
  return cut(reasoning.long.map((reason) => `- ${plain(reason)}`));
}

export function warningsText({ warnings }: Reply): string | undefined {
  return warnings.length === 0 ? undefined : cut(warnings.map((warning) => `⚠️ ${plain(warning)}`));
}

export function choiceText({ text }: ReplyChoice): string {
  return text
    .split('\n')
    .map((line) => `👉 ${plain(line)}`)
    .join('\n');
}

/** Small print under an ad; lines where they are what was asked for. */
export function factsText({ stage, facts }: Reply): string | undefined {
  if (facts.length === 0) return undefined;
  if (stage === 'notice') return cut(facts.map(({ name, value }) => `**${plain(name)}**  ${plain(value)}`));
  return `-# ${facts.map(({ name, value }) => `${plain(name)} ${plain(value)}`).join(' · ')}`;
}

export function entryText({ title, text, job }: ReplyEntry): string {
  const name = job === undefined ? '' : `\`${job}\` `;
  return `${name}**${plain(title) || '–'}**\n-# ${plain(text)}`;
}

/** Entries as one text, where they are too many for buttons. */
export function entriesText(entries: readonly ReplyEntry[]): string {
  return cut(entries.map(entryText));
}

/** Lines as far as they fit into a message with all that is around them. */
function cut(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const room = MAX_MESSAGE_TEXT - RESERVED - text.length - 1;
    if (line.length > room) return text === '' ? cutMarkdown(line, room) : `${text}\n…`;
    text += text === '' ? line : `\n${line}`;
  }
  return text;
}
