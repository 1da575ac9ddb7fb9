import { html, raw } from 'hono/html';
import type { Reply } from '../../jobs/delivery/reply.ts';
import { stripInvisible } from '../../text/clean-text.ts';
import { downloads, pictures } from './render/attachments.ts';
import { actionRows, reactionRow } from './render/buttons.ts';
import type { Html } from './render/html.ts';
import { choice, entries, paragraphs, reasons, warnings } from './render/message-text.ts';
import { progress } from './render/progress.ts';
import type { Notice, Said } from './transcript.ts';

export interface RenderOptions {
  /** The message's number on its page. */
  readonly id: number;
  /** Reactions that stand on it. */
  readonly reactions?: readonly string[] | undefined;
}

/** A job's message as a piece of a page. */
export async function renderReply(reply: Reply, { id, reactions = [] }: RenderOptions): Promise<string> {
  const { stage, title, text, locale } = reply;
  const under = stage === 'done' ? reactionRow(id, reactions, locale) : undefined;
  return written(html`<li id="m${id}" class="message bot ${stage}" data-stage="${stage}" lang="${locale}">
    <h2>${stripInvisible(title)}</h2>
    ${paragraphs(text)}
    ${await progress(reply)}
    ${pictures(reply)}
    ${actionRows(reply, under)}
    ${reasons(reply)}
    ${warnings(reply)}
    ${choice(reply)}
    ${downloads(reply)}
  </li>`);
}

/** An answer that shows no job. */
export function renderNotice(
  { locale, title, text, long, entries: list }: Notice,
  id: number,
): Promise<string> {
  return written(html`<li id="m${id}" class="message bot notice" lang="${locale}">
    <h2>${stripInvisible(title)}</h2>
    ${paragraphs(text)}
    ${paragraphs(long?.join('\n'))}
    ${entries(list, locale)}
  </li>`);
}

/** What somebody has said, with the photos that they sent. */
export function renderSaid({ text, photos }: Said, id: number): Promise<string> {
  const small = photos.map(
    ({ name = '' }, i) => html`<img src="/said/${id}/${i}" alt="${stripInvisible(name)}" loading="lazy">`,
  );
  return written(html`<li id="m${id}" class="message said" ${raw(text === '' && photos.length === 0 ? 'hidden' : '')}>
    ${paragraphs(text)}
    ${photos.length === 0 ? undefined : html`<p class="sent-photos">${small}</p>`}
  </li>`);
}

async function written(piece: Html): Promise<string> {
  return String(await piece);
}
