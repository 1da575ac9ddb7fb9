import { html } from 'hono/html';
import type { Locale } from '../../../ad/locale.ts';
import type { Reply } from '../../../jobs/delivery/reply.ts';
import { fileAddress } from './attachments.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';

/** An ad in a gallery. */
export interface GalleryEntry {
  readonly reply: Reply;
  /** What it was ordered with, in a line. */
  readonly title: string;
}

/** One's own ads, the newest first, and those among them that are looked for. */
export function galleryPage(entries: readonly GalleryEntry[], searched: string, locale: Locale): Html {
  return html`<h1>${LABELS.gallery[locale]}</h1>
  <form class="search" role="search" action="/ads">
    <label class="unseen" for="q">${LABELS.searchFor[locale]}</label>
    <input id="q" type="search" name="q" value="${searched}" maxlength="100" placeholder="${LABELS.searchFor[locale]}">
    <button>${LABELS.search[locale]}</button>
  </form>
  ${
    entries.length === 0
      ? html`<p class="empty">${LABELS[searched === '' ? 'nothingYet' : 'nothingFound'][locale]}</p>`
      : grid(entries)
  }`;
}

/** Ads side by side. */
export function grid(entries: readonly GalleryEntry[]): Html {
  return html`<ul class="grid">${entries.map(({ reply, title }) => {
    const { job = '', pictures } = reply;
    const [first] = pictures;
    if (first === undefined) return undefined;
    return html`<li><a href="/ads/${job}">
      <img src="${fileAddress(job, 0, 'small')}" width="${first.width}" height="${first.height}" alt="${first.alt}" loading="lazy" decoding="async">
      <span>${title}</span></a></li>`;
  })}</ul>`;
}
