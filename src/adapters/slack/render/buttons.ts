import type { types } from '@slack/bolt';
import type { Locale, LocalizedText } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { ACTION_LABELS, parseActionId } from '../../../conversation/actions.ts';
import type { Reply, ReplyAction } from '../../../jobs/delivery/reply.ts';
import { truncate } from '../markdown.ts';

/** Elements in one block of actions that Slack takes. */
const MAX_ELEMENTS = 25;

/** Letters on a button that Slack takes. */
const MAX_LABEL = 75;

/** What comes back when an element of a message is used: begins the id of every one of them. */
export const ACTION_PREFIX = 'ad:';

const CONFIRM_REMOVE: { readonly [key in 'title' | 'text' | 'confirm' | 'deny']: LocalizedText } = {
  title: { ko: '지울까요?', en: 'Delete it?' },
  text: {
    ko: '그림과 글이 모두 지워지고 되돌릴 수 없어요.',
    en: 'The picture and its text will be gone for good.',
  },
  confirm: { ko: '삭제', en: 'Delete' },
  deny: { ko: '그대로 두기', en: 'Keep it' },
};

/** What can be done from a message: buttons, and a menu for what is one of several. */
export function actionsBlock({ actions, locale }: Reply): readonly types.ActionsBlock[] {
  const groups = new Set<string>();
  const elements: types.ActionsBlockElement[] = [];
  for (const action of actions) {
    if (action.group === undefined) elements.push(button(action, locale));
    else if (!groups.has(action.group)) {
      groups.add(action.group);
      elements.push(
        menu(
          action,
          actions.filter(({ group }) => group === action.group),
          locale,
        ),
      );
    }
  }
  return elements.length === 0 ? [] : [{ type: 'actions', elements: elements.slice(0, MAX_ELEMENTS) }];
}

/** Actions as buttons alone. */
export function buttonsBlock(actions: readonly ReplyAction[], locale: Locale): readonly types.ActionsBlock[] {
  if (actions.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: actions.slice(0, MAX_ELEMENTS).map((action) => button(action, locale)),
    },
  ];
}

/** A button that does what an action's id says. @param spoken what is read aloud instead of its label */
export function button(
  { id, label, emoji, tone }: ReplyAction,
  locale: Locale,
  spoken: string = label,
): types.Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: truncate(`${emoji} ${label}`, MAX_LABEL), emoji: true },
    accessibility_label: truncate(spoken, MAX_LABEL),
    action_id: `${ACTION_PREFIX}${id}`,
    value: id,
    ...defined({
      style: tone === 'plain' ? undefined : tone,
      confirm: parseActionId(id)?.action.kind === 'remove' ? confirmation(locale) : undefined,
    }),
  };
}

function menu(first: ReplyAction, all: readonly ReplyAction[], locale: Locale): types.StaticSelect {
  const kind = parseActionId(first.id)?.action.kind;
  const title = kind === undefined ? first.label : ACTION_LABELS[kind].title[locale];
  return {
    type: 'static_select',
    action_id: `${ACTION_PREFIX}${first.group}:${first.id}`,
    placeholder: { type: 'plain_text', text: truncate(`${first.emoji} ${title}`, 150), emoji: true },
    options: all
      .slice(0, 100)
      .map(({ id, label }) => ({ text: { type: 'plain_text', text: truncate(label, 75) }, value: id })),
  };
}

function confirmation(locale: Locale): types.ConfirmationDialog {
  const plainText = (key: keyof typeof CONFIRM_REMOVE): types.PlainTextElement => ({
    type: 'plain_text',
    text: CONFIRM_REMOVE[key][locale],
  });
  return {
    title: plainText('title'),
    text: plainText('text'),
    confirm: plainText('confirm'),
    deny: plainText('deny'),
    style: 'danger',
  };
}
