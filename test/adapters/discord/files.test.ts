import { describe, expect, it } from 'vitest';
import { parseActionId } from '../../../src/conversation/actions.ts';
import { type Call, refusal } from './fake/calls.ts';
import type { StoredMessage } from './fake/channel-store.ts';
import { flattened } from './fake/rules.ts';
import { message, press } from './fake/user-events.ts';
import { withBot } from './with-bot.ts';

const stage = withBot();

const namesOf = ({ files }: StoredMessage): readonly string[] =>
  [...files.keys()].map((name) => name.replace(/[0-9a-z]{6}/, 'ID'));

const actionOf = ({ body }: StoredMessage, kind: string): string | undefined =>
  flattened(body.components).find(({ custom_id: id = '' }) => parseActionId(id)?.action.kind === kind)
    ?.custom_id;

const isGif = (bytes: Uint8Array | undefined): boolean =>
  Buffer.from(bytes?.subarray(0, 4) ?? []).toString() === 'GIF8';

/** Whether a call brings a file whose name ends so. */
const brings =
  (ending: string) =>
  ({ files }: Call): boolean =>
    [...files.keys()].some((name) => name.endsWith(ending));

describe('an ad that moves', () => {
  it('is ordered by the button on a finished one, and comes with the still, once', async () => {
    const { discord, bot, make, shows } = stage();
    const ad = await shows(make('카페 신메뉴 딸기라떼'), /완성했어요/);
    const button = actionOf(ad, 'motion');
    const moving = await shows(discord.ask(press(button ?? '', ad.id)), /움직이게 만들었어요/);
    expect(namesOf(moving)).toEqual(['ad-ID.png', 'ad-ID-motion.gif']);
    expect(isGif([...moving.files.values()][1])).toBe(true);
    const [still] = ad.files.values();
    expect([...moving.files.values()][0]).toEqual(still);
    const galleries = flattened(moving.body.components).flatMap(({ items = [] }) => items);
    expect(galleries.map(({ description = '' }) => description.startsWith('움직이는 그림.'))).toEqual([
      true,
      false,
    ]);
    expect(actionOf(moving, 'motion')).toBeUndefined();
    expect(bot.jobs()[0]).toMatchObject({ variation: { kind: 'motion' } });
  });

  it('is ordered by words where the bot is mentioned', async () => {
    const { discord } = stage();
    const said = discord.say(message('@bot 카페 신메뉴 딸기라떼 6,500원, 움직이는 광고로'));
    const ad = await discord.until(() =>
      discord.store.visible.find(({ replyTo, files }) => replyTo === said.id && files.size > 0),
    );
    expect(namesOf(ad)).toEqual(['ad-ID.png', 'ad-ID-motion.gif']);
  });

  it('still shows the ad where the moving file is refused, and says how to get it', async () => {
    const { discord, make, shows } = stage();
    discord.troubles.push((call) =>
      brings('.gif')(call) ? refusal(400, 50046, 'Invalid file uploaded') : undefined,
    );
    const ad = await shows(make('카페 딸기라떼, GIF로 만들어 주세요'), /완성했어요/);
    discord.troubles.length = 0;
    expect(namesOf(ad)).toEqual(['ad-ID.png']);
    expect(ad.texts.at(-1)).toMatch(/올릴 수 없는 파일: ad-\w{6}-motion\.gif.*jobs -- show \w{6}/s);
  });
});

describe('a sheet for a press', () => {
  it('comes as a PDF beside the picture of it', async () => {
    const { make, shows } = stage();
    const ad = await shows(make('카페 딸기라떼', { place: 'a4-print' }), /완성했어요/);
    expect(namesOf(ad)).toEqual(['ad-ID-a4-print.png', 'ad-ID-a4-print.pdf']);
  });

  it.each([
    ['too large', refusal(413, 40005, 'Request entity too large')],
    ['too large by its own limit', refusal(400, 50045, 'File uploaded exceeds the maximum size')],
    ['not allowed', refusal(400, 50046, 'Invalid file uploaded')],
    ['refused for a reason that nobody knows', refusal(400, 50035, 'Invalid Form Body')],
  ])('never hides the ad where it is %s, and is named', async (_why, answer) => {
    const { discord, make, shows } = stage();
    discord.troubles.push((call) => (brings('.pdf')(call) ? answer : undefined));
    const ad = await shows(make('카페 딸기라떼', { place: 'a4-print' }), /완성했어요/);
    discord.troubles.length = 0;
    expect(namesOf(ad)).toEqual(['ad-ID-a4-print.png']);
    expect(ad.texts.at(-1)).toMatch(/ad-\w{6}-a4-print\.pdf.*npm run jobs -- show \w{6}/s);
  });
});

describe('a set of pages', () => {
  it('comes in one message, in order, each page with its own text for those who do not see it', async () => {
    const { bot, make, shows } = stage();
    const text =
      '카페 딸기라떼 6,500원, 초코라떼 6,000원, 녹차라떼 5,500원. 매일 10시-22시, 서울 마포구 월드컵로 1';
    const set = await shows(make(text, { pages: 'auto' }), /완성했어요/);
    const variants = bot.jobs()[0]?.variants ?? [];
    expect(variants.length).toBeGreaterThanOrEqual(4);
    expect(variants.map(({ request }) => request.page?.number)).toEqual(variants.map((_, i) => i + 1));
    expect(namesOf(set)).toEqual(variants.map((_, i) => `ad-ID-${i + 1}-page-${i + 1}.png`));
    const shown = flattened(set.body.components).flatMap(({ items = [] }) => items);
    expect(shown.map(({ description }) => /\d+\/\d+/.exec(description ?? '')?.[0])).toEqual(
      variants.map((_, i) => `${i + 1}/${variants.length}`),
    );
  });
});
