import { html } from 'hono/html';
import type { Locale } from '../../../ad/locale.ts';
import type { Html } from './html.ts';
import { LABELS } from './labels.ts';
import { tokenField } from './page.ts';

interface FormPageParts {
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly token: string;
  readonly event: string;
  readonly fields: readonly Html[];
  readonly locale: Locale;
}

/** A form on a page of its own; a page that is open shows it in a window above itself. */
export function formPage({ title, text, action, token, event, fields, locale }: FormPageParts): Html {
  return html`<form class="filled" method="post" action="${action}" data-form>
    <h1>${title}</h1>
    ${text === undefined ? undefined : html`<p>${text}</p>`}
    ${tokenField(token)}<input type="hidden" name="event" value="${event}">
    <div class="fields">${fields}</div>
    <div class="row"><button class="primary">${LABELS.apply[locale]}</button>
      <a class="button" href="/" data-close>${LABELS.close[locale]}</a></div>
  </form>`;
}

/** The door, where there is a password. */
export function signInPage(locale: Locale, token: string, wrong: boolean): Html {
  return html`<form class="filled sign-in" method="post" action="/sign-in">
    <h1>${LABELS.product[locale]}</h1>
    ${tokenField(token)}
    <label class="field"><span>${LABELS.password[locale]}</span>
      <input type="password" name="password" autocomplete="current-password" required autofocus></label>
    ${wrong ? html`<p class="warnings" role="alert">${LABELS.wrongPassword[locale]}</p>` : undefined}
    <button class="primary">${LABELS.signIn[locale]}</button>
  </form>`;
}

/** A refusal, in a sentence. */
export function failurePage(words: string, locale: Locale): Html {
  return html`<h1>${LABELS.error[locale]}</h1><p role="alert">${words}</p><p><a href="/">${LABELS.back[locale]}</a></p>`;
}
