import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { Random } from '../../../src/imaging/random.ts';
import { freePort } from '../../adapters/slack/with-bot.ts';
import { type Answered, Visitor } from '../../adapters/web/visitor.ts';
import type { Conversation } from '../account.ts';
import type { Platform } from '../platform.ts';
import { REFUSED } from '../refused.ts';

/** Somebody at their page, with what they know of it. */
interface Guest {
  readonly visitor: Visitor;
  /** Their request was answered with yes. */
  told: boolean;
  /** The page as they saw it last. */
  page: string;
}

/** Milliseconds between two looks at a page: one address may look forty times a second. */
const PAUSE = 30;

/** A page for everybody, each with a photo or without, some of whom close it as soon as they have asked. */
export async function openWebPlatform(random: Random, folder: string): Promise<Platform> {
  const port = await freePort();
  const guests: Guest[] = [];
  const faults: string[] = [];
  const photo = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#c33' } })
    .png()
    .toBuffer();
  let open = true;
  const watcher = await watchPages(join(folder, 'web', 'people'), () => platform.onMoment('posted'));

  /** As often as it takes: the page of one who stays tries again, and then they do. */
  async function insist(act: () => Promise<Answered>): Promise<Answered | undefined> {
    while (open) {
      const answer = await act().catch(() => undefined);
      if (answer?.status === 200) return answer;
      if (answer !== undefined && answer.status < 500 && answer.status !== 429)
        faults.push(`${answer.status}: ${answer.text}`);
      await sleep(100 + random() * 300);
    }
    return undefined;
  }

  /** Until somebody is there to hear it; who asks is gone then. */
  async function once(act: () => Promise<Answered>): Promise<Answered | undefined> {
    while (open) {
      try {
        return await act();
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) break;
        await sleep(50);
      }
    }
    return undefined;
  }

  async function* halves() {
    yield photo.subarray(0, photo.length / 2);
    await sleep(5);
    if (!platform.onMoment('uploading')) yield photo.subarray(photo.length / 2);
  }

  async function order(guest: Guest, n: number): Promise<void> {
    const { visitor } = guest;
    await insist(() => visitor.visit());
    const fields = { text: `카페 신메뉴 딸기라떼 ${n}`, event: randomUUID() };
    const sent =
      n % 3 === 2
        ? await insist(() => visitor.photo(halves())).then((answer) => JSON.parse(answer?.text ?? '{}').id)
        : undefined;
    const say = () => visitor.post('/say', sent === undefined ? fields : { ...fields, photo: sent });
    const answer = await (n % 5 === 4 ? once(say) : insist(say));
    if (answer?.status !== 200) return;
    guest.told = true;
    platform.onMoment('acknowledging');
    // A line that breaks is tried again though all has arrived.
    if (random() < 0.2) await say().catch(() => {});
  }

  async function look({ visitor }: Guest): Promise<string | undefined> {
    const answer = await visitor.ask('/').catch(() => undefined);
    return answer?.status === 200 ? answer.text : undefined;
  }

  async function lookAtAll(): Promise<void> {
    for (const guest of guests) {
      if (!open) return;
      const page = visited(guest) ? await look(guest) : undefined;
      guest.page = page ?? guest.page;
      await sleep(PAUSE);
    }
  }

  async function keepLooking(): Promise<void> {
    for (; open; await sleep(PAUSE)) await lookAtAll();
  }

  const platform: Platform = {
    name: 'web',
    records: /^jobs\.db-wal$/,
    // What stands on a page is written, and never edited.
    lacks: ['editing'],
    environment: { WEB: 'on', WEB_PORT: String(port) },
    readySign: '"ready"',
    onMoment: () => false,
    faults,
    ask(n) {
      const guest: Guest = { visitor: new Visitor(`http://127.0.0.1:${port}`), told: false, page: '' };
      guests.push(guest);
      void order(guest, n);
    },
    lookAgain: lookAtAll,
    conversations: () => guests.map(conversationOf),
    async close() {
      open = false;
      watcher.close();
      await looking;
    },
  };
  const looking = keepLooking();
  return platform;
}

/** A page of somebody who has none yet would make them another person. */
const visited = ({ visitor }: Guest): boolean => visitor.token !== '';

/** What somebody reads on their page: what stands there of their own words was heard. */
function conversationOf({ told, page }: Guest): Conversation {
  const messages = [...page.matchAll(/<li id="m\d+" class="message (bot|said)[^>]*>([\s\S]*?)<\/li>/g)];
  const stageOf = ([whole = '']: RegExpMatchArray): string | undefined =>
    /data-stage="(\w+)"/.exec(whole)?.[1];
  const answers = messages.filter(([, who]) => who === 'bot');
  const ads = answers.filter((each) => stageOf(each) === 'done').length;
  const refusals = answers.filter(
    (each) => stageOf(each) === 'failed' || (stageOf(each) === undefined && REFUSED.test(each[0])),
  ).length;
  return {
    accepted: told || messages.length > 0,
    ads,
    refusals,
    others: answers.length - ads - refusals,
    shown: messages.map(([whole]) => whole.replace(/<[^>]+>|\s+/g, ' ').trim()),
  };
}

/** Tells of every message that is written on somebody's page. */
async function watchPages(folder: string, onWritten: () => void): Promise<FSWatcher> {
  await mkdir(folder, { recursive: true });
  return watch(folder, onWritten);
}
