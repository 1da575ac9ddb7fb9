import { describe, expect, it } from 'vitest';
import { actionId } from '../../../src/conversation/actions.ts';
import { GUILD, JUNHO, MINJI, newId } from './fake/ids.ts';
import { flattened } from './fake/rules.ts';
import { command, message, onMessage, press, reaction, submit } from './fake/user-events.ts';
import { guild } from './fake/world.ts';
import { withBot } from './with-bot.ts';

const stage = withBot();

/** Another server, which Junho owns, and a channel there. */
const ELSEWHERE = { guild: '800000000000000002', channel: '700000000000000002' } as const;
const JUNHO_THERE = { ...ELSEWHERE, user: JUNHO, name: '준호', permissions: String(1 << 5) };

/** Another channel of the same server. */
const BACK_ROOM = '700000000000000003';

function openElsewhere(): void {
  const channels = [{ ...guild.channels[0], id: ELSEWHERE.channel }];
  const roles = guild.roles.map((role) => (role.id === GUILD ? { ...role, id: ELSEWHERE.guild } : role));
  stage().discord.gateway.dispatch('GUILD_CREATE', {
    ...guild,
    id: ELSEWHERE.guild,
    name: '꽃집',
    owner_id: JUNHO,
    channels,
    roles,
  });
}

/** Minji's ad, ordered in one server and shown by her in the other. */
async function shownElsewhere() {
  const { discord, bot, shows, make } = stage();
  openElsewhere();
  const ad = await shows(make('카페 신메뉴 딸기라떼'), /완성했어요/);
  const id = bot.jobs()[0]?.id ?? '';
  const there = await shows(discord.ask(command('show', { id }, ELSEWHERE)), /완성했어요/);
  return { id, ad, there };
}

describe('an admin of another server', () => {
  it('deletes nothing by a reaction or a button on a message that shows it there', async () => {
    const { discord, bot, told, appears } = stage();
    const { id, ad, there } = await shownElsewhere();
    const before = [...discord.store.messages];
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('❌', there.id, JUNHO_THERE));
    await appears(/민지 님이나 관리자만/, before);
    const button = press(actionId(id, { kind: 'remove' }), there.id, JUNHO_THERE);
    expect(await told(discord.ask(button))).toContain('민지 님이나 관리자만');
    expect(bot.jobs().find((job) => job.id === id)?.removed).toBe(false);
    expect(ad.texts.at(-1)).toContain('완성했어요');
    // Whoever sees it may have a variant of it, there; and its owner may delete it from anywhere.
    const { shows } = stage();
    await shows(
      discord.ask(press(actionId(id, { kind: 'regenerate' }), there.id, JUNHO_THERE)),
      /다시 만들었어요/,
    );
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('❌', there.id, ELSEWHERE));
    await discord.until(() => /삭제했어요/.test(ad.texts.at(-1) ?? ''));
  });

  it('does not get what a button says that is on no message there', async () => {
    const { discord, bot, shows, make, told } = stage();
    openElsewhere();
    await shows(make('카페 신메뉴 딸기라떼'), /완성했어요/);
    const id = bot.jobs()[0]?.id ?? '';
    for (const kind of ['words', 'why', 'show', 'regenerate', 'remove'] as const) {
      const asked = discord.ask(press(actionId(id, { kind }), newId(), JUNHO_THERE));
      expect(await told(asked), kind).toContain('찾을 수 없어요');
      expect(asked.modal).toBeUndefined();
    }
  });
});

describe('the picture before', () => {
  it('is not shown where only its variant was', async () => {
    const { discord, bot, shows, make, told, appears } = stage();
    openElsewhere();
    const parent = await shows(make('사장님만 아는 신메뉴'), /완성했어요/);
    const secret = bot.jobs()[0]?.id ?? '';
    const variant = await shows(
      discord.ask(press(actionId(secret, { kind: 'regenerate' }), parent.id)),
      /다시/,
    );
    const id = bot.jobs()[0]?.id ?? '';
    const there = await shows(discord.ask(command('show', { id }, ELSEWHERE)), /다시 만들었어요/);
    expect(variant.id).not.toBe(there.id);
    const before = [...discord.store.messages];
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('↩️', there.id, JUNHO_THERE));
    await appears(new RegExp(`"${secret}"이라는 작업을 찾을 수 없어요`), before);
    const undo = press(actionId(id, { kind: 'undo' }), there.id, JUNHO_THERE);
    expect(await told(discord.ask(undo))).toContain('찾을 수 없어요');
    // Where the parent stands, all who are there may go back to it.
    const back = press(actionId(id, { kind: 'undo' }), variant.id, { user: JUNHO });
    await shows(discord.ask(back), /완성했어요/);
  });
});

describe('a form with photos', () => {
  it('is for whoever has opened it', async () => {
    const { discord, shows, photo, told } = stage();
    const asked = discord.ask(onMessage([photo('latte.png')]));
    const form = await discord.until(() => asked.modal);
    const stolen = discord.ask(submit(form.custom_id, { text: '딸기라떼' }, { user: JUNHO }));
    expect(await told(stolen)).toContain('이 양식은 너무 오래되었어요');
    await shows(discord.ask(submit(form.custom_id, { text: '딸기라떼' })), /완성했어요/);
  });
});

describe('what was ordered in another channel', () => {
  it('is read by its owner, and by others neither by its name nor in a list', async () => {
    const { discord, bot, shows, told, appears } = stage();
    const back = { channel: BACK_ROOM };
    await shows(discord.ask(command('make', { text: '비공개 채널의 광고' }, back)), /완성했어요/);
    const id = bot.jobs()[0]?.id ?? '';
    for (const values of [{ id }, { id, recipe: true }, { id, prompt: true }, { id, again: true }]) {
      expect(await told(discord.ask(command('show', values, { user: JUNHO })))).toContain('찾을 수 없어요');
    }
    const listed = await shows(
      discord.ask(command('history', { whose: 'mine' }, { user: MINJI })),
      /지난 작업/,
    );
    const buttons = flattened(listed.body.components).flatMap(({ custom_id: button }) => button ?? []);
    expect(listed.ephemeral).toBe(true);
    expect(buttons).toContain(actionId(id, { kind: 'show' }));
    // Whoever mentions the bot is answered where all read it, so that tells of what all see.
    const before = [...discord.store.messages];
    discord.say(message('@bot history'));
    const heard = await appears(/지난 작업|아직 만든 광고가 없어요/, before);
    expect(JSON.stringify(heard.body)).not.toContain(id);
    await shows(discord.ask(command('show', { id }, back)), /완성했어요/);
  });
});
