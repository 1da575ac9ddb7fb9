import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/imaging/random.ts';
import type { Call } from '../../adapters/discord/fake/calls.ts';
import type { StoredMessage } from '../../adapters/discord/fake/channel-store.ts';
import { FakeDiscord } from '../../adapters/discord/fake/fake-discord.ts';
import { APPLICATION, TOKEN } from '../../adapters/discord/fake/ids.ts';
import type { Asked } from '../../adapters/discord/fake/interactions.ts';
import { command, message } from '../../adapters/discord/fake/user-events.ts';
import type { Moment, Platform } from '../platform.ts';
import { REFUSED } from '../refused.ts';

const FIRST_CHANNEL = 710_000_000_000_000_000n;
const FIRST_USER = 610_000_000_000_000_000n;

/** A server in which everybody asks in a channel of their own, and direct messages. */
export async function openDiscordPlatform(random: Random): Promise<Platform> {
  const discord = await FakeDiscord.open();
  const requests: { readonly channel: string; readonly written: boolean; readonly asked?: Asked }[] = [];
  discord.pause = async (call, moment) => {
    await sleep(random() ** 3 * 150);
    const at = momentOf(call);
    // An upload is cut off in its middle, the others come between what Discord has done and the bot's knowing of it.
    if (at === undefined || (moment === 'asked') !== (at === 'uploading')) return undefined;
    return platform.onMoment(at) ? 'cut off' : undefined;
  };
  const platform: Platform = {
    name: 'discord',
    records: /^discord\/(?:inbox|messages)\.jsonl$/,
    lacks: [],
    environment: {
      DISCORD_TOKEN: TOKEN,
      DISCORD_APPLICATION_ID: APPLICATION,
      DISCORD_API_URL: discord.address,
      DISCORD_CDN_URL: discord.cdn.address,
    },
    readySign: 'connected to Discord',
    onMoment: () => false,
    faults: discord.faults,
    ask(n) {
      const user = String(FIRST_USER + BigInt(n));
      const text = `카페 신메뉴 딸기라떼 ${n}`;
      const direct = n % 4 === 3;
      const channel = direct ? `5${user.slice(1)}` : String(FIRST_CHANNEL + BigInt(n));
      const doer = { user, channel, name: `손님 ${n}`, ...(direct ? { guild: null } : {}) };
      if (n % 2 === 0)
        requests.push({ channel, written: false, asked: discord.ask(command('make', { text }, doer)) });
      else {
        requests.push({ channel, written: !direct });
        discord.say(message(direct ? text : `@bot ${text}`, doer));
      }
      // Discord sends again what it does not know to have arrived.
      if (random() < 0.2) discord.gateway.replay(1 + Math.floor(random() * 3));
    },
    conversations: () =>
      requests.map(({ channel, written, asked }) => {
        const messages = discord.store.visible.filter((each) => each.channel === channel);
        const ads = messages.filter(showsAd).length;
        const refusals = messages.filter(
          (each) => !showsAd(each) && REFUSED.test(each.texts.at(-1) ?? ''),
        ).length;
        return {
          // What is written in a server is read later, where nobody listened; a first direct message cannot be.
          accepted: written || asked?.type !== undefined || messages.length > 0,
          ads,
          refusals,
          others: messages.length - ads - refusals,
          shown: messages.map(
            ({ id, interaction = '', thinking, texts }) =>
              `${id} in ${channel} ${interaction}${thinking ? ' thinking' : ''}: ${JSON.stringify(texts)}`,
          ),
        };
      }),
    close: () => discord.close(),
  };
  return platform;
}

function momentOf({ method, path, multipart }: Call): Moment | undefined {
  if (path.endsWith('/callback')) return 'acknowledging';
  if (multipart) return 'uploading';
  if (method === 'POST' && path.endsWith('/messages')) return 'posted';
  return method === 'PATCH' ? 'editing' : undefined;
}

/** Only a finished ad has files. */
function showsAd({ files, body }: StoredMessage): boolean {
  return files.size > 0 || (body.attachments ?? []).length > 0;
}
