import { html } from 'hono/html';
import { ACTION_LABELS, actionId } from '../../../conversation/actions.ts';
import type { Reply, ReplyEntry } from '../../../jobs/delivery/reply.ts';
import { stripInvisible } from '../../../text/clean-text.ts';
import { ACTIONS_FORM, buttonRow } from './buttons.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LABELS } from './labels.ts';

/** Sentences, a paragraph a line; nothing in them turns the direction of what stands around. */
export function paragraphs(text: string | undefined): readonly Html[] {
  return stripInvisible(text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);
}

/** How the request was read, and the reasons that matter most; all of them a press away. */
export function reasons({ reasoning, locale }: Reply): Html | undefined {
  if (reasoning === undefined) return undefined;
  const { reading, short, long } = reasoning;
  return html`<div class="reasons">
    ${paragraphs([reading, short].filter((line) => line !== undefined).join('\n'))}
    <details><summary>${LABELS.why[locale]}</summary>
      <ul>${long.map((why) => html`<li>${stripInvisible(why)}</li>`)}</ul>
    </details>
  </div>`;
}

export function warnings({ warnings: all }: Reply): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<ul class="warnings">${all.map((warning) => html`<li>${stripInvisible(warning)}</li>`)}</ul>`;
}

type Entry = Pick<ReplyEntry, 'title' | 'text'> & { readonly job?: string | undefined };

/** Lines of a list; what is a job is shown at a press. */
export function entries(all: readonly Entry[], locale: Reply['locale']): Html | undefined {
  if (all.length === 0) return undefined;
  const { title: show } = ACTION_LABELS.show;
  return html`<ul class="entries">
    ${all.map(
      ({ title, text, job }) => html`<li>
        <strong>${stripInvisible(title)}</strong> <span>${stripInvisible(text)}</span>
        ${
          job === undefined
            ? undefined
            : html`<button form="${ACTIONS_FORM}" formaction="/press" name="id" value="${actionId(job, { kind: 'show' })}"
              aria-label="${show[locale]}: ${title}">${icon('show')}</button>`
        }
      </li>`,
    )}
  </ul>`;
}

export function facts({ facts: all, locale }: Reply): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<dl class="facts" aria-label="${LABELS.facts[locale]}">
    ${all.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
  </dl>`;
}

/** What else the photos show, and how to have another. */
export function choice({ choice: offered, job = '' }: Reply): Html | undefined {
  if (offered === undefined) return undefined;
  const { width, height, alt } = offered.strip;
  return html`<div class="choice">
    ${paragraphs(offered.text)}
    <img src="/ads/${job}/choice" width="${width}" height="${height}" alt="${alt}" loading="lazy">
    ${buttonRow(offered.actions)}
  </div>`;
}
