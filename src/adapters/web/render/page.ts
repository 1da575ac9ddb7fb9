import { html, raw } from 'hono/html';
import type { Locale } from '../../../ad/locale.ts';
import { ACTIONS_FORM } from './buttons.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';

export interface PageParts {
  readonly locale: Locale;
  readonly title: string;
  /** Of the forms on it. */
  readonly token: string;
  /** Where its person is among the pages; undefined for who sees no other. */
  readonly at?: 'make' | 'gallery' | 'other';
  /** The last change of the conversation that it shows. */
  readonly last?: number;
  readonly main: Html;
}

/** A whole page. Everything on it works without scripts; they bring photos, and what happens while it is open. */
export function page({ locale, title, token, at, last, main }: PageParts): Html {
  const link = (to: string, name: 'make' | 'gallery'): Html =>
    html`<a href="${to}" ${raw(at === name ? 'aria-current="page"' : '')}>${LABELS[name][locale]}</a>`;
  return html`<!doctype html>
<html lang="${locale}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/page.css">
  <script type="module" src="/assets/page.js"></script>
</head>
<body data-token="${token}" ${last === undefined ? undefined : raw(`data-last="${last}"`)}>
  <a class="skip" href="#main">${LABELS.skip[locale]}</a>
  <header class="top">
    <a class="product" href="/">${LABELS.product[locale]}</a>
    ${
      at === undefined
        ? undefined
        : html`<nav>${link('/', 'make')}${link('/ads', 'gallery')}</nav>
    <form method="post" action="/language">
      ${tokenField(token)}
      <button class="quiet" name="locale" value="${locale === 'ko' ? 'en' : 'ko'}" lang="${locale === 'ko' ? 'en' : 'ko'}">${LABELS.language[locale]}</button>
    </form>`
    }
  </header>
  <main id="main" tabindex="-1">${main}</main>
  ${at === undefined ? undefined : html`<form id="${ACTIONS_FORM}" method="post" hidden>${tokenField(token)}</form>`}
  <dialog id="dialog"></dialog>
</body>
</html>`;
}

export const tokenField = (token: string): Html => html`<input type="hidden" name="token" value="${token}">`;
