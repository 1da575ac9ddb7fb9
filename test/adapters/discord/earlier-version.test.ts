import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EARLIER, layEarlierData } from '../../earlier-version.ts';
import { BotProcess } from './bot-process.ts';
import { FakeDiscord } from './fake/fake-discord.ts';
import type { Asked } from './fake/interactions.ts';
import { choose, press, reaction, submit } from './fake/user-events.ts';

/** A message and its job, of a bot of version 0.1.0. */
const MESSAGE = '1576671377845387270';
const AD = '4720ye';

/** What a mug's photo is kept under until its form is sent. */
const FORM = 'make/1576671580694511649';
const MUG = 'photos/dc/dc65f44ad71071aecc90d4c4edcc8eec3233f701022d9d5a8764ebcc8cb9e8c2';

let discord: FakeDiscord;
let bot: BotProcess;
beforeAll(async () => {
  discord = await FakeDiscord.open();
  bot = new BotProcess(discord);
  layEarlierData(bot.folder);
  await bot.start();
});
afterAll(async () => {
  await bot.remove();
  await discord.close();
  expect(discord.faults).toEqual([]);
});

const shows = (asked: Asked, text: RegExp) =>
  discord.until(() => text.test(asked.original?.texts.at(-1) ?? ''));

it('understands the buttons, menus and forms of messages that version 0.1.0 has sent', async () => {
  await shows(discord.ask(press(`1/${AD}/regenerate`, MESSAGE)), /다시 만들었어요/);
  await shows(discord.ask(choose('menu/style', `1/${AD}/style/anime`, MESSAGE)), /다른 스타일로/);
  const asked = discord.ask(press(`1/${AD}/words`, MESSAGE));
  expect((await discord.until(() => asked.modal)).custom_id).toBe(`1/${AD}/words`);
  await shows(discord.ask(submit(`1/${AD}/words`, { headline: '새 머그컵' })), /문구를 바꿨어요/);
  expect(bot.jobs()[0]).toMatchObject({
    parent: AD,
    variation: { kind: 'words', copy: { headline: '새 머그컵' } },
  });
});

it('understands reactions on them', async () => {
  discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔡', MESSAGE));
  await discord.until(() => bot.jobs()[0]?.variation?.kind === 'lettering');
  expect(bot.jobs()[0]).toMatchObject({ parent: AD });
});

it('makes an ad of a form that was open', async () => {
  discord.cdn.put('mug.jpg', await readFile(join(EARLIER, 'kept', MUG)));
  await shows(discord.ask(submit(FORM, { text: '카페 머그컵 1+1' })), /완성했어요/);
  expect(bot.jobs()[0]?.variants[0]?.request).toMatchObject({
    text: '카페 머그컵 1+1',
    photos: [{ name: 'mug.jpg' }],
  });
});
