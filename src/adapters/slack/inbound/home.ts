import type { types } from '@slack/bolt';
import * as z from 'zod';
import type { Locale, LocalizedText } from '../../../ad/locale.ts';
import { defined } from '../../../collections/defined.ts';
import type { OptionValues } from '../../../conversation/command/option.ts';
import { renderReply } from '../render-reply.ts';
import type { InboundContext, ReceivedEvent } from './context.ts';
import { inboundEventOf, type PlatformEvent } from './events.ts';
import { FORM_PREFIX } from './forms/command-form.ts';

const payload = z.object({
  team_id: z.string(),
  event: z.object({ user: z.string(), tab: z.string().optional() }),
});

const TEXTS = {
  make: { ko: '✨ 광고 만들기', en: '✨ Make an ad' },
  brand: { ko: '🎨 브랜드 바꾸기', en: '🎨 Edit the brand' },
  kit: { ko: '브랜드', en: 'Brand' },
  history: { ko: '지난 광고', en: 'Past ads' },
  help: { ko: '도움말', en: 'Help' },
} satisfies Readonly<Record<string, LocalizedText>>;

/** Earlier jobs that the home shows. */
const MAX_JOBS = 10;

/** Somebody has opened the bot's home. */
export async function handleHomeOpened({ body, context }: ReceivedEvent): Promise<void> {
  const { team_id: team, event: opened } = payload.parse(body);
  const { user, tab = 'home' } = opened;
  if (tab !== 'home') return;
  await publishHome({ key: `slack:home:${user}`, team, user, channel: user }, context);
}

/** The bot's home, as one person sees it: what to begin with, the brand kit, earlier ads, help. */
export async function publishHome(event: PlatformEvent, context: InboundContext): Promise<void> {
  const inbound = await inboundEventOf(event, context);
  const { locale, admin } = inbound.member;
  const blocksOf = async (name: string, values: OptionValues = {}): Promise<readonly types.KnownBlock[]> => {
    const answer = await context.conversation.runCommand(name, values, inbound);
    return answer.kind === 'reply' ? renderReply(answer.reply).blocks : [];
  };
  const buttons = [formButton('make', locale, 'primary'), ...(admin ? [formButton('brand', locale)] : [])];
  const blocks: types.KnownBlock[] = [
    { type: 'actions', elements: buttons },
    header(TEXTS.kit[locale]),
    ...(await blocksOf('brand')),
    header(TEXTS.history[locale]),
    ...(await blocksOf('history', { count: MAX_JOBS })),
    header(TEXTS.help[locale]),
    ...(await blocksOf('help')),
  ];
  const view: types.HomeView = { type: 'home', blocks: blocks.slice(0, 100) };
  try {
    await context.call('views.publish', { user_id: event.user, view });
  } catch (error) {
    context.log.warn({ platform: 'slack' }, 'the home tab could not be shown', error);
  }
}

function formButton(command: 'make' | 'brand', locale: Locale, style?: 'primary'): types.Button {
  return {
    type: 'button',
    action_id: `${FORM_PREFIX}${command}`,
    text: { type: 'plain_text', text: TEXTS[command][locale], emoji: true },
    ...defined({ style }),
  };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}
