import type { types } from '@slack/bolt';
import { defined } from '../../collections/defined.ts';
import { ACTION_LABELS, actionId } from '../../conversation/actions.ts';
import type { Reply, ReplyPicture } from '../../jobs/delivery/reply.ts';
import { escaped, truncate } from './markdown.ts';
import { actionsBlock, button, buttonsBlock } from './render/buttons.ts';
import { spokenText } from './render/message-text.ts';
import { progressBlock } from './render/progress.ts';

/** A message as Slack takes it: `text` for notifications and readers aloud, the blocks for eyes. */
export interface Rendered {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

export interface RenderOptions {
  /** Ids of the files that hold the pictures, by the pictures' names; those without one are left out. */
  readonly files?: Readonly<Record<string, string>>;
  /** Said above everything else. */
  readonly note?: string | undefined;
  /** Whether progress is shown as a plan. */
  readonly plans?: boolean;
}

/** Limits of Block Kit (https://docs.slack.dev/reference/block-kit/blocks). */
const LIMITS = { blocks: 50, section: 3000, context: 2000, field: 2000, fields: 10 } as const;

/** Longest title in our own words: each sign may become five. */
const MAX_TITLE = 500;

/** Parts of a text so long that one section does not hold it. */
const MAX_SECTIONS = 8;

/** Warnings that have a block each; what can be done stands under them and has to find room. */
const MAX_WARNINGS = 15;

/** Entries of a list, likewise. */
const MAX_ENTRIES = 25;

/** Stands for the file that Slack did not take. */
export const REFUSED = 'refused';

/** A reply as a message. People's own words stand where Slack reads no markup. */
export function renderReply(reply: Reply, options: RenderOptions = {}): Rendered {
  const { files = {}, note, plans = true } = options;
  const why = reply.stage === 'notice' ? reply.reasoning?.long.map((line) => `• ${line}`) : undefined;
  const small = [
    ...(reply.stage === 'notice' || !reply.reasoning?.reading ? [] : [`💬 ${reply.reasoning.reading}`]),
    ...(reply.stage === 'notice' || !reply.reasoning?.short ? [] : [`💡 ${reply.reasoning.short}`]),
    ...reply.warnings.slice(0, MAX_WARNINGS).map((warning) => `⚠️ ${warning}`),
    ...(reply.warnings.length > MAX_WARNINGS ? ['…'] : []),
  ];
  const blocks: types.KnownBlock[] = [
    ...(note === undefined ? [] : [context(note)]),
    title(reply),
    ...paragraphs(reply.text),
    ...paragraphs(why?.join('\n')),
    ...(reply.progress === undefined ? [] : [progressBlock(reply.progress, plans)]),
    ...reply.pictures.flatMap((picture) =>
      [...(picture.loops ?? []), picture].flatMap((each) =>
        image(each, files[each.name], reply.pictures.length > 1),
      ),
    ),
    ...small.map(context),
    ...choice(reply, files),
    ...entries(reply),
    ...facts(reply),
    ...actionsBlock(reply),
  ];
  return {
    text: spokenText(reply, note),
    blocks: blocks.slice(0, LIMITS.blocks),
  };
}

/** The same without blocks, for where those are not taken. */
export function plainly({ text }: Rendered): Rendered {
  return { text, blocks: [] };
}

/** How a job stands is said in our own words, so they can be bold. */
function title(reply: Reply): types.SectionBlock {
  const text =
    reply.stage === 'notice'
      ? plain(truncate(reply.title, LIMITS.section))
      : ({ type: 'mrkdwn', text: `*${escaped(truncate(reply.title, MAX_TITLE))}*` } as const);
  return { type: 'section', text };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

function context(text: string): types.ContextBlock {
  return { type: 'context', elements: [plain(truncate(text, LIMITS.context))] };
}

function paragraphs(text: string | undefined): readonly types.SectionBlock[] {
  if (text === undefined || text.trim() === '') return [];
  const parts: string[] = [];
  let rest = text;
  while (rest !== '' && parts.length < MAX_SECTIONS) {
    const line = rest.length <= LIMITS.section ? rest.length : rest.lastIndexOf('\n', LIMITS.section);
    const end =
      line > 0 ? line : LIMITS.section - (/[\ud800-\udbff]$/.test(rest.slice(0, LIMITS.section)) ? 1 : 0);
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^\n/, '');
  }
  if (rest !== '') parts.push('…');
  return parts.filter((part) => part.trim() !== '').map((part) => ({ type: 'section', text: plain(part) }));
}

function image(
  { name, alt }: ReplyPicture,
  file: string | undefined,
  several: boolean,
): readonly types.ImageBlock[] {
  if (file === undefined || file === REFUSED) return [];
  return [
    {
      type: 'image',
      slack_file: { id: file },
      alt_text: truncate(alt, LIMITS.context),
      ...defined({ title: several ? plain(name) : undefined }),
    },
  ];
}

/** What else the photos show, and under it the buttons that choose. */
function choice(
  { choice: offered, locale }: Reply,
  files: Readonly<Record<string, string>>,
): readonly types.KnownBlock[] {
  if (offered === undefined) return [];
  return [
    context(`👉 ${offered.text}`),
    ...image(offered.strip, files[offered.strip.name], false),
    ...buttonsBlock(offered.actions, locale),
  ];
}

function entries({ entries: list, locale }: Reply): readonly types.SectionBlock[] {
  const { emoji, title: show } = ACTION_LABELS.show;
  return list.slice(0, MAX_ENTRIES).map(({ title: name, text, job }) => ({
    type: 'section',
    text: plain(truncate([name, text].filter(Boolean).join('\n') || '—', LIMITS.section)),
    ...defined({
      accessory:
        job === undefined
          ? undefined
          : button(
              { id: actionId(job, { kind: 'show' }), label: show[locale], emoji, tone: 'plain' },
              locale,
              `${show[locale]}: ${job} ${name}`,
            ),
    }),
  }));
}

/** Small print under a picture; a table where there is nothing else. */
function facts({ facts: rows, stage }: Reply): readonly types.KnownBlock[] {
  if (rows.length === 0) return [];
  if (stage !== 'notice') return [context(rows.map(({ name, value }) => `${name} ${value}`).join(' · '))];
  const fields = rows
    .slice(0, LIMITS.fields)
    .map(({ name, value }) => plain(truncate(`${name}\n${value}`, LIMITS.field)));
  return [{ type: 'section', fields }];
}
