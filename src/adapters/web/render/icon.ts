import { html } from 'hono/html';
import type { Html } from './html.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** A line drawing before a button's words: emoji are boxes where no font has them. */
export function icon(name: keyof typeof PAGE_ICONS): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${PAGE_ICONS[name]}"/></svg>`;
}
