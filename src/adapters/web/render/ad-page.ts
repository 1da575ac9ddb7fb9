import { html } from 'hono/html';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import { stripInvisible } from '../../../text/clean-text.ts';
import { downloads, fileAddress } from './attachments.ts';
import { actionRows } from './buttons.ts';
import { type GalleryEntry, grid } from './gallery-page.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';
import { facts, paragraphs, warnings } from './message-text.ts';
import { tokenField } from './page.ts';

interface AdPageParts {
  readonly reply: Reply;
  readonly title: string;
  readonly token: string;
  /** Others that were made from it or with it. */
  readonly related: readonly GalleryEntry[];
  /** A link that shows it to anybody, where one was asked for. */
  readonly link?: string | undefined;
}

/** One ad: large, with all that there is to know of it. */
export function adPage({ reply, title, token, related, link }: AdPageParts): Html {
  const { job = '', locale, pictures, reasoning } = reply;
  return html`<p class="back"><a href="/ads">← ${LABELS.gallery[locale]}</a></p>
  <h1>${title}</h1>
  ${pictures.map(
    ({ name, width, height, alt }, i) => html`<figure class="large" id="p${i}">
      <img src="${fileAddress(job, i, 'picture')}" width="${width}" height="${height}" alt="${alt}">
      <figcaption><details><summary>${LABELS.alt[locale]}${pictures.length > 1 ? ` · ${name}` : ''}</summary>
        ${paragraphs(alt)}</details></figcaption>
    </figure>`,
  )}
  ${actionRows(reply, undefined)}
  ${downloads(reply)}
  ${
    reasoning === undefined
      ? undefined
      : html`<section><h2>${LABELS.why[locale]}</h2>
      <ul class="reasons">${reasoning.long.map((why) => html`<li>${stripInvisible(why)}</li>`)}</ul></section>`
  }
  ${warnings(reply)}
  ${related.length === 0 ? undefined : html`<section><h2>${LABELS.variants[locale]}</h2>${grid(related)}</section>`}
  ${facts(reply)}
  <form class="share" method="post" action="/ads/${job}/share">${tokenField(token)}
    <button>${LABELS.share[locale]}</button> <small>${LABELS.shareText[locale]}</small>
    ${link === undefined ? undefined : html`<input readonly value="${link}" aria-label="${LABELS.share[locale]}">`}
  </form>`;
}

/** The same for somebody who has a link to it: the pictures alone. */
export function sharedPage({ pictures, locale }: Reply, ticket: string): Html {
  return html`<h1>${LABELS.shared[locale]}</h1>
  ${pictures.map(
    ({ width, height, alt }, i) => html`<figure class="large">
      <img src="/shared/${ticket}/${i}" width="${width}" height="${height}" alt="${alt}"></figure>`,
  )}`;
}
