import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { defined } from '../../collections/defined.ts';
import { ACTION_LABELS, actionId } from '../../conversation/actions.ts';
import { filesOf, type Reply, type ReplyStage } from '../../jobs/delivery/reply.ts';
import { shortenLines } from '../../text/shorten.ts';
import { plain } from './markdown.ts';
import {
  type AttachedFile,
  attachDocuments,
  attachLoops,
  attachPictures,
  attachPreview,
  MAX_ALT,
} from './render/attachments.ts';
import { actionButton, actionRows, buttonRows } from './render/buttons.ts';
import { fitMessage } from './render/fit-message.ts';
import {
  choiceText,
  entriesText,
  entryText,
  factsText,
  headText,
  progressText,
  reasonsText,
  warningsText,
} from './render/message-text.ts';

/** A message as Discord takes it, new or as an edit. */
export interface DiscordMessage {
  readonly body: {
    readonly flags: number;
    readonly components: readonly APIMessageTopLevelComponent[];
    /** All that it has; what an edit does not name is taken away. */
    readonly attachments: readonly {
      readonly id: string;
      readonly filename: string;
      readonly description: string;
    }[];
    readonly allowed_mentions: { readonly parse: readonly never[]; readonly users?: readonly string[] };
  };
  readonly files: readonly AttachedFile[];
}

export interface RenderOptions {
  /** Most bytes of one file. */
  readonly limit: number;
  /** What is left out besides the pictures, and named instead: it was refused. */
  readonly refused?: 'documents' | 'documents and loops';
  /** A person to be called: their id. */
  readonly mention?: string;
  /** Said above everything else. */
  readonly note?: string;
}

const COLOURS: { readonly [stage in ReplyStage]: number } = {
  queued: 0x8a94a6,
  running: 0xf2a33a,
  done: 0x2fae60,
  failed: 0xd64545,
  cancelled: 0x8a94a6,
  removed: 0x8a94a6,
  notice: 0x5b7cfa,
};

/** Entries with a button each: three components, of which a message has forty. */
const MAX_SECTIONS = 10;

/** Longer text than this goes into a file. */
const MAX_TEXT = 2000;

/** The same with what is put before signs so that they are shown as they stand. */
const MAX_ESCAPED_TEXT = 3000;

/** Pictures in one gallery. */
const GALLERY = 10;

/**
 * A reply as a message made of components.
 *
 * @throws OutageError `disk` when a picture cannot be read
 */
export async function renderReply(
  reply: Reply,
  { limit, mention, refused, note = '' }: RenderOptions,
): Promise<DiscordMessage> {
  const { progress, title, text = '' } = reply;
  const attached = await attachPictures(
    filesOf({ ...reply, pictures: reply.pictures.slice(0, GALLERY) }),
    limit,
  );
  const strip = reply.choice === undefined ? [] : attached.slice(-1);
  const pictures = attached.slice(0, attached.length - strip.length);
  const preview = progress?.preview === undefined ? [] : [await attachPreview(progress.preview, title)];
  const long = text.length > MAX_TEXT || plain(text).length > MAX_ESCAPED_TEXT;
  const shownPictures = reply.pictures.slice(0, GALLERY);
  const loops = await attachLoops(shownPictures, refused === 'documents and loops' ? 0 : limit, attached);
  const documents = await attachDocuments(shownPictures, refused === undefined ? limit : 0, [
    ...attached,
    ...loops.files,
  ]);
  const document = [...(long ? [documentOf(reply, text)] : []), ...documents.files];
  const { text: _, ...untold } = reply;
  const shown: Reply = long ? untold : reply;
  const files = [...attached, ...loops.files, ...preview, ...document];
  const small = [factsText(shown)].filter((line) => line !== undefined);
  const inside: readonly APIComponentInContainer[] = [
    ...textDisplay(headText(shown)),
    ...textDisplay(progressText(shown)),
    ...gallery(loops.files),
    ...gallery([...pictures, ...preview]),
    ...document.map(
      ({ name }): APIComponentInContainer => ({
        type: ComponentType.File,
        file: { url: `attachment://${name}` },
      }),
    ),
    ...textDisplay(notSent([...loops.tooLarge, ...documents.tooLarge], reply)),
    ...entries(shown),
    ...textDisplay(reasonsText(shown)),
    ...textDisplay(warningsText(shown)),
    ...choice(reply, strip),
    ...(small.length === 0 ? [] : [{ type: ComponentType.Separator } as const]),
    ...small.flatMap(textDisplay),
    ...actionRows(reply.actions, reply.locale),
  ];
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: fitMessage([
        ...(mention === undefined ? [] : textDisplay(`<@${mention}>`)),
        ...textDisplay(plain(note)),
        { type: ComponentType.Container, accent_color: COLOURS[reply.stage], components: [...inside] },
      ]),
      attachments: files.map(({ name, alt }, index) => ({
        id: String(index),
        filename: name,
        description: alt,
      })),
      allowed_mentions: { parse: [], ...defined({ users: mention === undefined ? undefined : [mention] }) },
    },
    files,
  };
}

/** Which files did not come with the message, and how they are had. */
function notSent(names: readonly string[], { job = '', locale }: Reply): string {
  if (names.length === 0) return '';
  const files = names.join(', ');
  return {
    ko: `⚠️ Discord에 올릴 수 없는 파일: ${files}. 봇을 돌리는 컴퓨터에 있어요. 관리자에게 번호 ${job}로 부탁하세요 (npm run jobs -- show ${job}).`,
    en: `⚠️ Discord does not take ${files}. It is on the computer that runs the bot: ask its admin for job ${job} (npm run jobs -- show ${job}).`,
  }[locale];
}

function textDisplay(
  text: string | undefined,
): readonly { type: ComponentType.TextDisplay; content: string }[] {
  // Discord takes no text without letters.
  return text === undefined || text.trim() === '' ? [] : [{ type: ComponentType.TextDisplay, content: text }];
}

function gallery(pictures: readonly AttachedFile[]): readonly APIComponentInContainer[] {
  if (pictures.length === 0) return [];
  const items = pictures.map(({ name, alt }) => ({
    media: { url: `attachment://${name}` },
    description: alt,
  }));
  return [{ type: ComponentType.MediaGallery, items }];
}

/** What else the photos show, and under it the buttons that choose. */
function choice(
  { choice: offered }: Reply,
  strip: readonly AttachedFile[],
): readonly APIComponentInContainer[] {
  if (offered === undefined) return [];
  return [
    { type: ComponentType.Separator },
    ...textDisplay(choiceText(offered)),
    ...gallery(strip),
    ...buttonRows(offered.actions),
  ];
}

/** Each entry with a button that shows its job; as text alone where they are many. */
function entries({ entries, locale }: Reply): readonly APIComponentInContainer[] {
  if (entries.length === 0) return [];
  if (entries.length > MAX_SECTIONS || entries.every(({ job }) => job === undefined)) {
    return textDisplay(entriesText(entries));
  }
  return entries.flatMap((entry): readonly APIComponentInContainer[] => {
    const content = textDisplay(entryText(entry));
    if (entry.job === undefined) return content;
    const { emoji, title } = ACTION_LABELS.show;
    const id = actionId(entry.job, { kind: 'show' });
    const accessory = actionButton({ id, label: `${title[locale]} ${entry.job}`, emoji, tone: 'plain' });
    return [{ type: ComponentType.Section, components: [...content], accessory }];
  });
}

function documentOf({ title, job = 'text' }: Reply, text: string): AttachedFile {
  const json = text.startsWith('{');
  return {
    name: `${job}.${json ? 'json' : 'txt'}`,
    data: Buffer.from(text),
    contentType: json ? 'application/json' : 'text/plain; charset=utf-8',
    alt: shortenLines(title, MAX_ALT),
  };
}
