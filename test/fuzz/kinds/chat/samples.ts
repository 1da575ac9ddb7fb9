import { firstIdAt } from '../../../../src/adapters/discord/snowflake.ts';
import {
  command,
  message,
  press,
  reaction,
  submit,
  typing,
} from '../../../adapters/discord/fake/user-events.ts';
import { BOT_USER, TEAM } from '../../../adapters/slack/fake/workspace.ts';

/** Stands for the name of a job that there is. */
export const JOB = '0fuzz0';

interface Sample {
  readonly way: string;
  readonly event: object;
}

const said = (way: string, event: object): Sample => ({ way, event });

const TEXT = '카페 신메뉴 딸기라떼 5,500원, 따뜻하고 아늑한 분위기';

/** What people say and do, by its words: the rest is as their programs send it. */
export const SAID: readonly Sample[] = [
  said('discord-message', { text: TEXT, direct: true, name: '민지' }),
  said('discord-message', { text: `@bot ${TEXT} --ratio 4:5`, direct: false, name: 'Anne **bold**' }),
  said('discord-message', { text: '@bot history 5', direct: false, name: '민지' }),
  said('discord-message', { text: TEXT, direct: true, name: '민지', file: 'photo.png' }),
  said('discord-command', {
    command: 'make',
    values: { text: TEXT, headline: '봄 한정', industry: '카페', ratio: '1:1' },
  }),
  said('discord-command', {
    command: 'brand',
    values: { name: '봄봄꽃집', colours: '#ff0000 #00ff00', font: 'Jua', style: 'anime' },
  }),
  said('discord-command', { command: 'show', values: { id: JOB, recipe: true } }),
  said('discord-command', { command: 'history', values: { count: 3, whose: 'here' } }),
  said('discord-typing', { command: 'make', option: 'industry', value: '카' }),
  said('discord-typing', { command: 'show', option: 'id', value: '딸' }),
  said('discord-press', { id: `1/${JOB}/why` }),
  said('discord-press', { id: `1/${JOB}/words` }),
  said('discord-press', { id: `1/${JOB}/vary/0/weak` }),
  said('discord-form', { id: 'make', fields: { text: TEXT, headline: '봄', ratio: '1:1' } }),
  said('discord-form', { id: `1/${JOB}/words`, fields: { headline: '오늘만', sub: '', price: '5,500원' } }),
  said('discord-reaction', { value: '🔁', away: false }),
  said('slack-slash', { text: `make ${TEXT} --headline "봄 한정" --photo x` }),
  said('slack-slash', { text: 'history 5' }),
  said('slack-mention', { text: TEXT, thread: '1790000000.000001' }),
  said('slack-mention', { text: 'brand --name "봄봄 &amp; <https://a.b|a.b>" --colours #ff0000' }),
  said('slack-direct', { text: TEXT, file: 'latte.jpg' }),
  said('slack-direct', { text: 'help' }),
  said('slack-action', { id: `ad:1/${JOB}/why`, value: `1/${JOB}/why` }),
  said('slack-shortcut', { text: '사진', file: 'latte.jpg' }),
  said('terminal', { line: TEXT }),
  said('terminal', { line: `/ad make ${TEXT} --headline "봄 한정" --ratio 4:5` }),
  said('terminal', { line: ':repeat: #1' }),
  said('terminal', { line: '#1 words "봄 한정" --price 5,500원' }),
  said('terminal', { line: '/ad brand --name 봄봄 --colours #ff0000' }),
];

const slackEvent = (event: object) => ({
  token: 'legacy',
  team_id: TEAM,
  api_app_id: 'A0',
  type: 'event_callback',
  event,
  event_id: 'Ev1',
  event_time: 1_790_000_000,
  authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
});

const mention = {
  type: 'app_mention',
  user: 'UMINJI',
  text: `<@${BOT_USER}> ${TEXT}`,
  ts: '1790000001.000100',
  channel: 'C0SHOP',
  event_ts: '1790000001.000100',
};
const direct = {
  type: 'message',
  channel_type: 'im',
  user: 'UMINJI',
  text: 'help',
  ts: '1790000002.000100',
  channel: 'DMINJI',
  event_ts: '1790000002.000100',
};
const reacted = {
  type: 'reaction_added',
  user: 'UMINJI',
  reaction: 'repeat',
  item: { type: 'message', channel: 'C0SHOP', ts: '1790000001.000100' },
  item_user: BOT_USER,
  event_ts: '1790000003.000100',
};
const home = {
  type: 'app_home_opened',
  user: 'UMINJI',
  channel: 'DMINJI',
  tab: 'home',
  event_ts: '1790000004.000100',
};

const slash = {
  command: '/ad',
  text: 'queue',
  trigger_id: '1.111.trigger',
  user_id: 'UMINJI',
  user_name: 'x',
  team_id: TEAM,
  channel_id: 'C0SHOP',
  channel_name: 'shop',
  api_app_id: 'A0',
  response_url: 'http://127.0.0.1:1/respond/1',
};

const person = {
  team: { id: TEAM, domain: 'shop' },
  user: { id: 'UMINJI', username: 'x', team_id: TEAM },
  api_app_id: 'A0',
  token: 'legacy',
  trigger_id: '2.111.trigger',
};

const pressed = {
  ...person,
  type: 'block_actions',
  container: { type: 'message', message_ts: '1790000001.000100', channel_id: 'C0SHOP' },
  channel: { id: 'C0SHOP', name: 'shop' },
  message: { type: 'message', ts: '1790000001.000100' },
  actions: [
    { type: 'button', action_id: `ad:1/${JOB}/why`, value: `1/${JOB}/why`, block_id: 'b', action_ts: '1.1' },
  ],
};

const submitted = {
  ...person,
  type: 'view_submission',
  view: {
    id: 'V1',
    hash: '1.hash',
    type: 'modal',
    callback_id: 'form:make',
    private_metadata: '{"channel":"C0SHOP"}',
    blocks: [{ type: 'input', block_id: 'text' }],
    state: { values: { text: { value: { type: 'plain_text_input', value: TEXT } } } },
  },
};

const shortcut = {
  ...person,
  type: 'message_action',
  callback_id: 'ad_from_photo',
  channel: { id: 'C0SHOP', name: 'shop' },
  message_ts: '1.1',
  message: { type: 'message', user: 'UANNE', ts: '1.1', files: [] },
  action_ts: '1.2',
};

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

const body = (type: string, text: string): Sample => ({ way: 'slack-body', event: { type, body: text } });

const envelope = (type: string, payload: object): Sample => ({
  way: 'slack-envelope',
  event: {
    type: JSON_TYPE,
    body: JSON.stringify({ envelope_id: `fuzz-${type}`, type, payload, accepts_response_payload: true }),
  },
});

const ID = firstIdAt(Date.UTC(2026, 3, 10)).toString();

/** Event by event as the gateway, a socket or a signed request brings it. */
export const EVENTS: readonly Sample[] = [
  ...[mention, direct, reacted, home].flatMap((event) => [
    body(JSON_TYPE, JSON.stringify(slackEvent(event))),
    envelope('events_api', slackEvent(event)),
  ]),
  body(FORM_TYPE, form(slash)),
  envelope('slash_commands', slash),
  ...[pressed, submitted, shortcut].flatMap((payload) => [
    body(FORM_TYPE, form({ payload: JSON.stringify(payload) })),
    envelope('interactive', payload),
  ]),
  body(JSON_TYPE, JSON.stringify({ type: 'url_verification', challenge: 'x', token: 'legacy' })),
  ...[
    ['MESSAGE_CREATE', message(`@bot ${TEXT}`)],
    ['MESSAGE_CREATE', message('help', { guild: null })],
    ['INTERACTION_CREATE', command('make', { text: TEXT })],
    ['INTERACTION_CREATE', typing('make', 'industry', '카')],
    ['INTERACTION_CREATE', press(`1/${JOB}/why`, ID)],
    ['INTERACTION_CREATE', submit('make', { text: TEXT })],
    ['MESSAGE_REACTION_ADD', reaction('🔁', ID)],
    ['MESSAGE_REACTION_REMOVE', reaction('🔁', ID)],
  ].map(([t, d]) => said('discord-event', { t, d })),
];
