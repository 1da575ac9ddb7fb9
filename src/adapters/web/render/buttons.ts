import { html } from 'hono/html';
import type { Locale } from '../../../ad/locale.ts';
import { ACTION_LABELS, type ActionKind, parseActionId, REACTIONS } from '../../../conversation/actions.ts';
import type { Reply, ReplyAction } from '../../../jobs/delivery/reply.ts';
import type { Html } from './html.ts';
import { icon } from './icon.ts';
import { LABELS } from './labels.ts';

/** What people want most of a finished ad; the rest is a step further. */
const FIRST: readonly ActionKind[] = ['regenerate', 'adjust', 'family', 'words', 'sizes', 'cancel', 'retry'];

/** What is asked for on a page of its own before it is done. */
const FORMS: readonly ActionKind[] = ['words', 'parts'];

/** The form that all buttons of a page belong to: it has the token. */
export const ACTIONS_FORM = 'actions';

/** A reply's buttons: those that are wanted most in a row, all others folded away. */
export function actionRows(
  { actions, locale }: Pick<Reply, 'actions' | 'locale'>,
  reactions: Html | undefined,
): Html | undefined {
  if (actions.length === 0) return undefined;
  const isFirst = ({ id, group }: ReplyAction): boolean => {
    const kind = parseActionId(id)?.action.kind;
    return group === undefined && kind !== undefined && FIRST.includes(kind);
  };
  const others = actions.filter((action) => !isFirst(action));
  const groups = [...new Set(others.map(({ group }) => group))];
  const row = (of: readonly ReplyAction[]): Html =>
    html`<div class="row">${of.map((action) => button(action))}</div>`;
  const folded = groups.map((group) => row(others.filter((action) => action.group === group)));
  return html`<div class="actions">
    ${row(actions.filter(isFirst))}
    ${
      others.length === 0
        ? undefined
        : html`<details class="more"><summary>${LABELS.more[locale]}</summary>${folded}${reactions}</details>`
    }
  </div>`;
}

/** Buttons beside each other, without more. */
export function buttonRow(actions: readonly ReplyAction[]): Html {
  return html`<div class="row">${actions.map((action) => button(action))}</div>`;
}

function button({ id, label, tone }: ReplyAction): Html {
  const parsed = parseActionId(id);
  const face = html`${parsed === undefined ? undefined : icon(parsed.action.kind)} ${label}`;
  if (parsed?.action.kind === 'adjust')
    return html`<a class="button ${tone}" href="/ads/${parsed.job}/adjust">${face}</a>`;
  if (parsed !== undefined && FORMS.includes(parsed.action.kind))
    return html`<a class="button ${tone}" data-dialog href="/ads/${parsed.job}/${parsed.action.kind}">${face}</a>`;
  return html`<button form="${ACTIONS_FORM}" formaction="/press" name="id" value="${id}" class="${tone}">${face}</button>`;
}

/** The reactions that stand for something; those that are given are pressed. */
export function reactionRow(message: number, given: readonly string[], locale: Locale): Html {
  const buttons = REACTIONS.map(({ name, action }) => {
    const title = ACTION_LABELS[action.kind].title[locale];
    const number = action.kind === 'vary' ? ` ${action.picture + 1}` : '';
    return html`<button form="${ACTIONS_FORM}" formaction="/react" name="reaction" value="${message}/${name}"
      aria-pressed="${given.includes(name) ? 'true' : 'false'}" aria-label="${title}${number}" title="${title}${number}">${icon(action.kind)}${number}</button>`;
  });
  return html`<div class="row reactions" role="group" aria-label="${LABELS.reactions[locale]}">${buttons}</div>`;
}
