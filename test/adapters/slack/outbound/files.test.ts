import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeCall, Fault } from '../fake/fake-slack.ts';
import type { FakeMessage } from '../fake/workspace.ts';
import { type BotOptions, closeBot, openBot, type Stage, textOf, until } from '../with-bot.ts';

let shop: Stage | undefined;
afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
});

async function opened(options: BotOptions = {}): Promise<Stage> {
  shop = await openBot(options);
  return shop;
}

/** Names of all files that are there, each with the conversation's threads it was shared in. */
const filesIn = ({ slack }: Stage): readonly string[] =>
  [...slack.files.values()]
    .filter(({ complete, deleted }) => complete && !deleted)
    .map(({ name }) => name.replace(/[0-9a-z]{6}/, 'ID'));

const imagesOf = ({ blocks }: FakeMessage): readonly string[] =>
  blocks.flatMap(({ type, alt_text: alt }) => (type === 'image' ? [String(alt)] : []));

/** Asking where to upload a file whose name ends so is answered in this way. */
const refusing =
  (ending: string, error: string) =>
  ({ method, sent }: FakeCall): Fault | undefined =>
    method === 'files.getUploadURLExternal' && sent.filename?.endsWith(ending)
      ? { body: { ok: false, error } }
      : undefined;

describe('an ad that moves', () => {
  it('is ordered by the button on a finished one, and shows the GIF above the still', async () => {
    const { people, finished } = await opened();
    await people.slash('카페 신메뉴 딸기라떼');
    const ad = await finished();
    await people.press(ad, /움직이게/);
    const moving = await finished([ad]);
    await until(() => imagesOf(moving).length === 2 || undefined);
    expect(textOf(moving.blocks)).toContain('움직이게 만들었어요.');
    expect(imagesOf(moving).map((alt) => alt.startsWith('움직이는 그림.'))).toEqual([true, false]);
    expect(filesIn(shop!)).toContain('ID-motion.gif');
    expect(textOf(moving.blocks)).not.toContain('🎬');
  });

  it('stands there before its GIF is asked about, and as long as there is trouble with that', async () => {
    const { people, slack, message, finished } = await opened({ parts: { deliveryBackoff: () => 300 } });
    let refusals = 0;
    const seen: string[] = [];
    slack.fault = ({ method, sent }) => {
      if (method !== 'files.getUploadURLExternal' || !sent.filename?.endsWith('.gif')) return undefined;
      seen.push(...slack.messages.map((each) => imagesOf(each).join()));
      return refusals++ < 2 ? { body: { ok: false, error: 'internal_error' } } : undefined;
    };
    await people.slash('카페 딸기라떼, GIF로 만들어 주세요');
    const ad = await message((each) => imagesOf(each).length === 2);
    expect(refusals).toBe(3);
    expect(seen).toHaveLength(3);
    expect(seen.every((alt) => alt !== '' && !alt.includes('움직이는 그림.'))).toBe(true);
    expect(await finished()).toBe(ad);
    expect(textOf(ad.before)).not.toContain('올리고 있어요');
  });

  it('is ordered by words where the bot is mentioned', async () => {
    const { people, finished } = await opened();
    await people.mention('strawberry latte 6.50, as an animated gif', { user: 'UANNE' });
    const ad = await finished();
    await until(() => imagesOf(ad).length === 2 || undefined);
  });

  it('still shows the ad where Slack will not have the moving file, and says so', async () => {
    const { people, slack, finished } = await opened();
    slack.fault = refusing('.gif', 'file_upload_size_restricted');
    await people.slash('카페 딸기라떼, GIF로 만들어 주세요');
    const ad = await finished();
    expect(imagesOf(ad)).toHaveLength(1);
    await until(() => slack.messages.find(({ blocks, text }) => /motion\.gif/.test(text ?? textOf(blocks))));
  });
});

describe('a sheet for a press', () => {
  it('is shared as a PDF in the thread of the ad', async () => {
    const { people, slack, finished } = await opened();
    await people.slash('');
    await until(() => slack.views[0]);
    await people.submit({ text: '카페 딸기라떼', place: 'a4-print' });
    const ad = await finished();
    const pdf = await until(() =>
      [...slack.files.values()].find(({ name, complete }) => complete && name.endsWith('.pdf')),
    );
    expect(JSON.stringify(pdf.shares)).toContain(ad.channel);
  });
});

describe('a set of pages', () => {
  it('comes in one message, in order, each page with its own text for those who do not see it', async () => {
    const { talk, slack, people, finished } = await opened();
    const text =
      '카페 딸기라떼 6,500원, 초코라떼 6,000원, 녹차라떼 5,500원. 매일 10시-22시, 서울 마포구 월드컵로 1';
    await people.slash('');
    await until(() => slack.views[0]);
    await people.submit({ text, pages: 'auto' });
    const set = await finished();
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    const variants = job?.variants ?? [];
    expect(variants.length).toBeGreaterThanOrEqual(4);
    expect(imagesOf(set).map((alt) => /\d+\/\d+/.exec(alt)?.[0])).toEqual(
      variants.map((_, i) => `${i + 1}/${variants.length}`),
    );
  });
});

describe('pictures that Slack takes long to look at', () => {
  it('are brought and waited for all at once', async () => {
    const { slack, people, finished } = await opened();
    const [underWay, most] = [new Map<string, number>(), new Map<string, number>()];
    slack.pause = async ({ method }, moment) => {
      const now = (underWay.get(method) ?? 0) + (moment === 'asked' ? 1 : -1);
      underWay.set(method, now);
      most.set(method, Math.max(most.get(method) ?? 0, now));
      if (moment === 'asked') await sleep(100);
      return undefined;
    };
    await people.slash('make 딸기라떼 --variants 4');
    expect(imagesOf(await finished())).toHaveLength(4);
    expect(most.get('files.getUploadURLExternal')).toBe(4);
    expect(most.get('files.info')).toBe(4);
  });

  it('are shown all the same, once that has taken eight seconds', async () => {
    const { slack, people, finished } = await opened();
    const looked: number[] = [];
    slack.pause = async ({ method }) => {
      if (method !== 'files.info') return undefined;
      looked.push(performance.now());
      await sleep(40_000, undefined, { ref: false });
      return undefined;
    };
    await people.slash('make 딸기라떼 --variants 2');
    expect(imagesOf(await finished())).toHaveLength(2);
    // Two of them, each once: nobody has waited for their answers.
    expect(looked).toHaveLength(2);
  });
});
