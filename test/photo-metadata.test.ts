import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../src/app/config/config.ts';
import { openApp } from '../src/app/open-app.ts';
import { ad } from '../src/cli/ad.ts';
import { close, generateAndSaveImage, generateProductComposite } from '../src/index.ts';
import { command, upload } from './adapters/discord/fake/user-events.ts';
import { withBot } from './adapters/discord/with-bot.ts';
import { closeBot, openBot, type Stage, until } from './adapters/slack/with-bot.ts';
import { Chat } from './adapters/terminal/chat.ts';
import { openWeb } from './adapters/web/open-web.ts';
import { Visitor } from './adapters/web/visitor.ts';
import { runInProcess } from './cli/run-in-process.ts';
import { marksIn, photosWithMetadata } from './imaging/photo/photos-with-metadata.ts';

/**
 * Photos that say where they were taken come in by every way there is; after that, no file that the bot has written and
 * no picture that it has sent says so.
 */

const photos = [...(await photosWithMetadata())].map(([name, bytes]) => ({ name, bytes }));
/** As many as an ad takes, and the others. */
const batches = [photos.slice(0, 4), photos.slice(4)];

let folder: string;
/** Where the photos lie that a path names: not among what the bot writes. */
let desktop: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'metadata-'));
  desktop = join(folder, 'desktop');
  await mkdir(desktop);
  for (const { name, bytes } of photos) await writeFile(join(desktop, name), bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pathOf = ({ name }: { readonly name: string }): string => join(desktop, name);

/** The files under a folder that say something of a photo besides its picture, and how many there are in all. */
async function told(under: string): Promise<{ readonly files: number; readonly found: readonly string[] }> {
  const entries = await readdir(under, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const path of files) {
    for (const mark of marksIn(await readFile(path))) found.push(`${path}: ${mark}`);
  }
  return { files: files.length, found };
}

const filesIn = async (under: string): Promise<number> =>
  (await readdir(under, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

describe('what photos say of people reaches no file and nobody', () => {
  it('by the command line', async () => {
    const [data, out] = [join(folder, 'cli-data'), join(folder, 'cli-out')];
    for (const [n, batch] of batches.entries()) {
      const options = batch.flatMap((photo) => ['--photo', pathOf(photo)]);
      const family = n === 0 ? 'scene' : 'auto';
      const args = [
        '카페 신메뉴 딸기라떼',
        ...options,
        '--family',
        family,
        '--seed',
        String(n),
        '--json',
        '--out',
        out,
      ];
      const { code, out: answer } = await runInProcess(ad, args, { DATA_DIR: data, LOG_LEVEL: 'silent' });
      expect(code, answer).toBe(0);
      expect(marksIn(Buffer.from(answer))).toEqual([]);
    }
    expect(await filesIn(join(data, 'photos'))).toBe(photos.length);
    expect(await told(data)).toMatchObject({ found: [] });
    // A scene is kept without its text too.
    expect(await told(out)).toMatchObject({ files: 3, found: [] });
  });

  it('by the library', async () => {
    const data = join(folder, 'library');
    vi.stubEnv('DATA_DIR', data);
    vi.stubEnv('ENGINE', 'studio');
    try {
      const [first, ...others] = photos;
      await generateProductComposite(
        '딸기라떼',
        others.slice(0, 4).map(({ bytes }) => bytes),
      );
      const restyled = { reference: pathOf(others[4]!), lettering: false };
      await generateAndSaveImage('수채화 느낌으로', restyled);
      await generateAndSaveImage('수채화 느낌으로', { ...restyled, reference: first!.bytes });
    } finally {
      await close();
      vi.unstubAllEnvs();
    }
    expect(await filesIn(join(data, 'photos'))).toBe(photos.length);
    expect(await told(data)).toMatchObject({ found: [] });
  });

  it('by the terminal', async () => {
    const data = join(folder, 'terminal');
    const chat = new Chat(data);
    try {
      for (const [n, batch] of batches.entries()) {
        chat.say(`/ad make 카페 ${batch.map((photo) => `--photo "${pathOf(photo)}"`).join(' ')}`);
        await chat.until(new RegExp(`#${n + 1} 완성했어요`));
      }
      chat.end();
      expect(await chat.ended).toBe(0);
    } finally {
      chat.kill('SIGKILL');
    }
    expect(await filesIn(join(data, 'photos'))).toBe(photos.length);
    expect(await told(data)).toMatchObject({ found: [] });
    expect(marksIn(Buffer.from(chat.output + chat.errors))).toEqual([]);
  });

  it('by the page in a browser', async () => {
    const desk = await openWeb();
    try {
      const visitor = new Visitor(desk.url);
      await visitor.visit();
      const ids: string[] = [];
      for (const { name, bytes } of photos) {
        const { id } = JSON.parse((await visitor.photo(bytes, name)).text) as { readonly id: string };
        ids.push(id);
      }
      for (const [n, batch] of [ids.slice(0, 4), ids.slice(4)].entries()) {
        const fields: [string, string][] = [
          ['text', '카페 신메뉴'],
          ...batch.map((id): [string, string] => ['photo', id]),
        ];
        expect((await visitor.post('/say', fields)).status).toBe(200);
        await visitor.until(new RegExp(`(?:data-stage="done"[\\s\\S]*){${n + 1}}`));
      }
      const page = (await visitor.ask('/')).text;
      for (const [, path = ''] of page.matchAll(/src="(\/(?:said|ads)\/[^"]+)"/g))
        expect(marksIn((await visitor.ask(path)).bytes), path).toEqual([]);
      expect(await filesIn(join(desk.folder, 'photos'))).toBe(photos.length);
      expect(await told(desk.folder)).toMatchObject({ found: [] });
    } finally {
      await desk.close();
    }
  });

  describe('by Discord', () => {
    const stage = withBot();

    it('with a command, and as the logo of a brand', async () => {
      const { discord, bot, shows, make } = stage();
      const attach = ({ name, bytes }: (typeof photos)[number]) =>
        upload(discord.cdn.put(name, bytes), bytes.length);
      const [logo, ...others] = photos.map(attach);
      const { permissions } = { permissions: '32' };
      await shows(
        discord.ask(command('brand', { name: '딸기 가게', logo: logo! }, { permissions })),
        /모든 광고에/,
      );
      const [one, two, three, four, five] = others;
      await shows(make('카페', { photo: one!, photo2: two!, photo3: three!, photo4: four! }), /완성했어요/);
      await shows(make('카페', { photo: five! }), /완성했어요/);
      expect(await filesIn(join(bot.folder, 'photos'))).toBe(photos.length);
      expect(await told(bot.folder)).toMatchObject({ found: [] });
      const sent = discord.store.visible.flatMap(({ files }) => [...files.values()]);
      expect(sent.length).toBeGreaterThanOrEqual(2);
      for (const picture of sent) expect(marksIn(Buffer.from(picture))).toEqual([]);
    });
  });

  it('by Slack, with the real ads, and as the logo of a brand', async () => {
    const data = join(folder, 'slack');
    const app = await openApp(loadConfig({ DATA_DIR: data, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
    let shop: Stage | undefined;
    try {
      const { maker, photos: store, pictures } = app;
      shop = await openBot({ folder: data, parts: { maker, photos: store, pictures } });
      const { slack, people, finished } = shop;
      const send = ({ name, bytes }: (typeof photos)[number]) =>
        slack.photo(bytes, name, `image/${name.endsWith('jpg') ? 'jpeg' : name.split('.')[1]}`);
      await people.home('UBOSS');
      await until(() => slack.homes.get('UBOSS'));
      await people.pressHome(/브랜드 바꾸기/, 'UBOSS');
      await until(() => slack.views[0]);
      await people.submit({ name: '달빛 카페', logo: [send(photos[0]!)] }, 'UBOSS');
      await people.mention('딸기라떼 신메뉴', {}, { files: photos.slice(1, 5).map(send) });
      const first = await finished();
      await people.direct('딸기라떼 신메뉴', {}, { files: photos.slice(5).map(send) });
      await finished([first]);
      const sent = [...slack.files.values()].flatMap(({ bytes }) => bytes ?? []);
      expect(sent.length).toBeGreaterThanOrEqual(2);
      for (const picture of sent) expect(marksIn(picture)).toEqual([]);
      expect(await filesIn(join(data, 'photos'))).toBe(photos.length);
      expect(await told(data)).toMatchObject({ found: [] });
    } finally {
      await closeBot(shop);
      await app.close();
    }
  });
});
