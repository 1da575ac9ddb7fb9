import { readFile } from 'node:fs/promises';
import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../../commands/index.ts';
import { mapCommands } from '../../../../src/adapters/discord/registration/application-commands.ts';
import { registerCommands } from '../../../../src/adapters/discord/registration/register-commands.ts';
import { FakeDiscord } from '../fake/fake-discord.ts';
import { APPLICATION, GUILD, TOKEN } from '../fake/ids.ts';

let discord: FakeDiscord;
beforeEach(async () => {
  discord = await FakeDiscord.open();
});
afterEach(async () => {
  await discord.close();
  expect(discord.faults).toEqual([]);
});

const register = (more: Partial<Parameters<typeof registerCommands>[1]> = {}) =>
  registerCommands(commands, { token: TOKEN, address: discord.address, ...more });

const writes = (): readonly string[] =>
  discord.calls.filter(({ method }) => method === 'PUT').map(({ path }) => path);

describe('npm run register', () => {
  it('adds what is not there, and leaves alone what is', async () => {
    expect(await register()).toMatchObject({
      application: APPLICATION,
      added: ['ad', 'Make ad from this photo'],
      changed: [],
      removed: [],
    });
    // As Discord gives them back: with what it adds, and without what is the rule.
    discord.registered = discord.registered.map((command, index) => ({
      ...command,
      id: String(index + 1),
      application_id: APPLICATION,
      version: '1',
      default_member_permissions: null,
      nsfw: false,
    }));
    expect(await register()).toMatchObject({
      added: [],
      changed: [],
      unchanged: ['ad', 'Make ad from this photo'],
    });
    expect(writes()).toEqual([`/applications/${APPLICATION}/commands`]);
  });

  it('writes what has changed, takes away what is gone, and only tells of it when asked to', async () => {
    await register();
    const [ad, photo] = discord.registered;
    discord.registered = [
      { ...ad, description_localizations: { ko: '예전 설명' } },
      photo ?? {},
      { id: '9', type: 1, name: 'old', description: 'old' },
    ];
    const expected = { added: [], changed: ['ad'], removed: ['old'] };
    expect(await register({ dryRun: true })).toMatchObject(expected);
    expect(writes()).toHaveLength(1);
    expect(await register()).toMatchObject(expected);
    expect(writes()).toHaveLength(2);
  });

  it('can be for one server alone, where nothing is said of where else', async () => {
    await register({ application: APPLICATION, guild: GUILD });
    expect(writes()).toEqual([`/applications/${APPLICATION}/guilds/${GUILD}/commands`]);
    for (const command of discord.registered) expect(command).not.toHaveProperty('contexts');
  });

  it('says so where the token is not known', async () => {
    await expect(register({ token: TOKEN.replace('MTI', 'NTI') })).rejects.toMatchObject({
      code: 'discord-token',
    });
  });
});

describe('the invitation in the README', () => {
  const rights = [
    PermissionFlagsBits.ViewChannel,
    PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.SendMessagesInThreads,
    PermissionFlagsBits.AttachFiles,
    PermissionFlagsBits.ReadMessageHistory,
  ].reduce((all, right) => all | right);

  it.each(['README.md', 'README.ko.md'])(
    'of %s gives the rights that it names, and no others',
    async (name) => {
      const text = await readFile(new URL(`../../../../${name}`, import.meta.url), 'utf8');
      const given = [...text.matchAll(/permissions=(\d+)/g)].map(([, bits = '']) => BigInt(bits));
      expect(given).toEqual([rights, rights | PermissionFlagsBits.AddReactions]);
    },
  );
});

describe('the commands on Discord', () => {
  it('keep within what Discord takes, in both languages', () => {
    for (const command of mapCommands(commands)) {
      const texts: string[] = [];
      visit(command, texts);
      expect(texts.join('').length).toBeLessThanOrEqual(8000);
    }
  });
});

/** Checks names, descriptions and counts on every level. */
function visit(node: object, texts: string[], root = true): void {
  const {
    name,
    description,
    options = [],
    name_localizations: names,
    description_localizations: descriptions,
    choices = [],
    type,
  } = node as Record<string, never> & { options?: object[]; choices?: object[] };
  const isMessage = root && type === 3;
  for (const each of [name, ...Object.values(names ?? {})] as string[]) {
    texts.push(each);
    expect(each).toMatch(isMessage ? /^.{1,32}$/u : /^[-_'\p{L}\p{N}]{1,32}$/u);
    if (!isMessage) expect(each).toBe(each.toLowerCase());
  }
  if (!isMessage) {
    for (const each of [description, ...Object.values(descriptions ?? {})] as string[]) {
      texts.push(each);
      expect(each.length).toBeGreaterThan(0);
      expect(each.length).toBeLessThanOrEqual(100);
    }
  }
  expect(options.length).toBeLessThanOrEqual(25);
  expect(choices.length).toBeLessThanOrEqual(25);
  const required = options.map((option) => 'required' in option && option.required === true);
  expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  for (const option of options) visit(option, texts, false);
}
