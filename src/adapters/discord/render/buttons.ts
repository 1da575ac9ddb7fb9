import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Locale } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import { ACTION_LABELS, parseActionId } from '../../../conversation/actions.ts';
import type { ReplyAction } from '../../../jobs/delivery/reply.ts';

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What fits (https://discord.com/developers/docs/components/reference). */
const ROW_BUTTONS = 5;
const MENU_OPTIONS = 25;

/** So many of a group are buttons; more become a menu. */
const MAX_GROUP_BUTTONS = 2;

const STYLES: {
  readonly [tone in ReplyAction['tone']]: Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>;
} = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
};

/** Menus have ids of their own; what counts is the chosen value, which is an action's id. */
export const MENU_PREFIX = 'menu/';

/** What can be done, as rows of buttons with a menu for each larger group under them. */
export function actionRows(actions: readonly ReplyAction[], locale: Locale): readonly ActionRow[] {
  const groups = new Map<string, ReplyAction[]>();
  for (const action of actions) {
    const { group = '' } = action;
    groups.set(group, [...(groups.get(group) ?? []), action]);
  }
  const isMenu = ({ group = '' }: ReplyAction): boolean =>
    group !== '' && (groups.get(group)?.length ?? 0) > MAX_GROUP_BUTTONS;
  const rows = [...buttonRows(actions.filter((action) => !isMenu(action)))];
  for (const [group, members] of groups) {
    const [first] = members;
    if (first === undefined || !isMenu(first)) continue;
    rows.push({ type: ComponentType.ActionRow, components: [menu(group, members, locale)] });
  }
  return rows;
}

/** Actions as buttons alone, in as many rows as they take. */
export function buttonRows(actions: readonly ReplyAction[]): readonly ActionRow[] {
  const buttons = actions.map(actionButton);
  const rows: ActionRow[] = [];
  for (let at = 0; at < buttons.length; at += ROW_BUTTONS) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + ROW_BUTTONS) });
  }
  return rows;
}

export function actionButton({ id, label, emoji, tone }: ReplyAction): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: STYLES[tone],
    custom_id: id,
    label: label.slice(0, 80),
    emoji: { name: emoji },
  };
}

function menu(
  group: string,
  members: readonly ReplyAction[],
  locale: Locale,
): APIComponentInMessageActionRow {
  const kind = parseActionId(members[0]?.id ?? '')?.action.kind;
  const title = kind === undefined ? undefined : ACTION_LABELS[kind];
  return {
    type: ComponentType.StringSelect,
    custom_id: `${MENU_PREFIX}${group}`,
    ...defined({ placeholder: title === undefined ? undefined : `${title.emoji} ${title.title[locale]}` }),
    options: members.slice(0, MENU_OPTIONS).map(({ id, label, emoji }) => ({
      value: id,
      label: label.slice(0, 100),
      emoji: { name: emoji },
    })),
  };
}
