import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { createRaster } from '../../../src/imaging/raster.ts';
import { BotProcess } from './bot-process.ts';
import type { StoredMessage } from './fake/channel-store.ts';
import { FakeDiscord } from './fake/fake-discord.ts';
import type { Asked } from './fake/interactions.ts';
import { type Actor, command, type Upload, upload } from './fake/user-events.ts';

/** A bot on a Discord of ours, and people who use it. */
export interface Stage {
  readonly discord: FakeDiscord;
  readonly bot: BotProcess;
  /** The message that an interaction made, once it says what is waited for. */
  shows(asked: Asked, text: RegExp): Promise<StoredMessage>;
  /** Any message that says what is waited for, but for those that did before. */
  appears(text: RegExp, but?: readonly StoredMessage[]): Promise<StoredMessage>;
  /** What a person alone is told in answer. */
  told(asked: Asked): Promise<string>;
  make(text: string, values?: Parameters<typeof command>[1], doer?: Actor): Asked;
  /** A photo that a person has put into the chat. */
  photo(name: string): Upload;
}

/** Starts one for the tests of a file, and sees after each that all that was sent was right. */
export function withBot(environment: Readonly<Record<string, string>> = {}): () => Stage {
  let stage: Stage | undefined;
  beforeAll(async () => {
    const discord = await FakeDiscord.open();
    const bot = new BotProcess(discord, environment);
    const png = await somePhoto();
    stage = {
      discord,
      bot,
      shows: (asked, text) =>
        discord.until(() => {
          const { original } = asked;
          return original !== undefined && text.test(original.texts.at(-1) ?? '') ? original : undefined;
        }),
      appears: (text, but = []) =>
        discord.until(() =>
          discord.store.visible.find(
            (message) => !but.includes(message) && text.test(message.texts.at(-1) ?? ''),
          ),
        ),
      told: async (asked) => {
        const message = await discord.until(() => asked.followUps[0] ?? alone(asked));
        expect(message.ephemeral).toBe(true);
        return message.texts.at(-1) ?? '';
      },
      make: (text, values = {}, doer = {}) => discord.ask(command('make', { text, ...values }, doer)),
      photo: (name) => upload(discord.cdn.put(name, png), png.length),
    };
    await bot.start();
  });
  afterAll(async () => {
    if (process.env.SHOW_LOG) console.log(stage?.bot.output);
    await stage?.bot.remove();
    await stage?.discord.close();
  });
  afterEach(() => {
    expect(stage?.discord.faults).toEqual([]);
  });
  return () => {
    if (stage === undefined) throw new Error('The bot is not there yet');
    return stage;
  };
}

/** An answer for one person, once it says something. */
function alone({ original }: Asked): StoredMessage | undefined {
  return original?.ephemeral === true && (original.texts.at(-1) ?? '') !== '' ? original : undefined;
}

async function somePhoto(): Promise<Uint8Array> {
  const raster = createRaster(300, 300);
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = i % 4 === 3 ? 255 : (i * 7) % 256;
  return encodePng(raster);
}
