import { describe, expect, it } from 'vitest';
import { refusal } from './fake/calls.ts';
import { directChannelOf } from './fake/fake-discord.ts';
import { CHANNEL, MINJI } from './fake/ids.ts';
import { command, upload } from './fake/user-events.ts';
import { withBot } from './with-bot.ts';

const stage = withBot({ MAKING_MS: '100' });

const isEdit = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'PATCH' && path.startsWith('/webhooks/');

const isBotEdit = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'PATCH' && path.startsWith('/channels/');

const isPost = ({ method, path }: { method: string; path: string }): boolean =>
  method === 'POST' && path === `/channels/${CHANNEL}/messages`;

const isCallback = ({ path }: { path: string }): boolean => path.endsWith('/callback');

describe('when Discord is in the way', () => {
  it('waits as long as it is told with 429', async () => {
    const { discord, make, shows } = stage();
    const limited = {
      status: 429,
      body: { message: 'You are being rate limited.', retry_after: 0.3, global: false },
      headers: { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' },
    };
    discord.trouble(isEdit, limited, 2);
    discord.trouble(isCallback, limited);
    await shows(make('카페'), /완성했어요/);
  });

  it('tries again what was answered with 500, the acknowledgement too', async () => {
    const { discord, make, shows } = stage();
    discord.trouble(isCallback, { status: 500, body: {} });
    discord.trouble(isEdit, { status: 502, body: {} }, 5);
    await shows(make('카페'), /완성했어요/);
  });

  it('takes its own acknowledgement for its own when the answer to it is lost', async () => {
    const { discord, make, shows } = stage();
    let lost = false;
    discord.troubles.push((call) => {
      if (lost || !isCallback(call)) return undefined;
      lost = true;
      discord.interactions.answer(call);
      return 'hang';
    });
    const asked = make('카페');
    await shows(asked, /완성했어요/);
    expect(discord.store.visible.filter(({ channel }) => channel === asked.channel).length).toBeGreaterThan(
      0,
    );
  });

  it('makes nothing for whom it was too late, with 10062', async () => {
    const { discord, bot, make, shows } = stage();
    const before = bot.jobs().length;
    discord.trouble(isCallback, refusal(404, 10062));
    make('너무 늦은 것');
    await shows(make('제때 온 것'), /완성했어요/);
    expect(bot.jobs()).toHaveLength(before + 1);
  });

  it('leaves an interaction to whoever has answered it, with 40060', async () => {
    const { discord, bot, make, shows } = stage();
    const before = bot.jobs().length;
    discord.trouble(isCallback, refusal(400, 40060));
    make('남의 것');
    await shows(make('내 것'), /완성했어요/);
    expect(bot.jobs()).toHaveLength(before + 1);
  });

  it('edits as the bot when the token is dead, as at minute 16', async () => {
    const { discord, make, shows } = stage();
    const asked = make('카페', { variants: 3 });
    await shows(asked, /접수했어요|만드는 중/);
    asked.dead = true;
    const message = await shows(asked, /완성했어요/);
    expect(message.files.size).toBe(3);
    expect(discord.calls.some((call) => isBotEdit(call) && call.status === 200)).toBe(true);
  });

  it('posts anew, and calls the owner, where the message was deleted (10008)', async () => {
    const { discord, make, shows, appears } = stage();
    const asked = make('카페', { variants: 3 });
    const message = await shows(asked, /접수했어요|만드는 중/);
    message.deleted = true;
    const before = [...discord.store.messages];
    const anew = await appears(/완성했어요/, before);
    expect(anew.channel).toBe(CHANNEL);
    expect(anew.called).toEqual([MINJI]);
    expect(anew.texts[0]).toContain(`<@${MINJI}>`);
    expect(anew.files.size).toBe(3);
  });

  it('writes to the owner where the channel has been closed to it (50013)', async () => {
    const { discord, make, shows, appears } = stage();
    const asked = make('카페', { variants: 3 });
    await shows(asked, /접수했어요|만드는 중/);
    asked.dead = true;
    discord.trouble(isBotEdit, refusal(403, 50013), 100);
    discord.trouble(isPost, refusal(403, 50013), 100);
    const direct = await appears(/완성했어요/, [...discord.store.messages]);
    expect(direct.channel).toBe(directChannelOf(MINJI));
    expect(direct.files.size).toBe(3);
    discord.troubles.length = 0;
  });

  it('sends pictures again that were refused once, and smaller ones where they were too large', async () => {
    const { discord, make, shows } = stage();
    discord.trouble((call) => isEdit(call) && call.multipart, refusal(400, 50035, 'Invalid Form Body'));
    expect((await shows(make('카페'), /완성했어요/)).files.size).toBe(1);
    discord.trouble(
      (call) => isEdit(call) && call.multipart,
      refusal(413, 40005, 'Request entity too large'),
    );
    expect((await shows(make('카페'), /완성했어요/)).files.size).toBe(1);
  });

  it('asks for its rights before it makes anything', async () => {
    const { discord, bot, make, told } = stage();
    const before = bot.jobs().length;
    const viewAndSend = String((1n << 10n) | (1n << 11n));
    expect(await told(make('카페', {}, { rights: viewAndSend }))).toMatch(/권한이 없어요: 파일 첨부/);
    const thread = {
      rights: String((1n << 10n) | (1n << 11n) | (1n << 15n)),
      channelType: 11,
      locale: 'en-US',
    };
    expect(await told(make('cafe', {}, thread))).toContain('Send Messages in Threads');
    expect(bot.jobs()).toHaveLength(before);
    // Whoever has brought it along needs no more of it than files.
    const brought = discord.ask(
      command('make', { text: '카페' }, { rights: String(1n << 15n), userInstalled: true }),
    );
    await stage().shows(brought, /완성했어요/);
  });
});

describe('photos that are none', () => {
  const cases = [
    ['a page instead of the file', /사진을 받지 못했어요: page\.png \(HTML\)/, 'page.png'],
    ['a file that breaks off', /사진이 중간에 끊겨 있어요|지금은 처리할 수 없어요|읽을 수 없는/, 'short.png'],
    ['a bomb', /사진이 너무 커요: bomb\.png/, 'bomb.png'],
    ['more bytes than were announced', /용량이 너무 커요: endless\.png/, 'endless.png'],
    ['another host', /이 주소의 사진은 받을 수 없어요: 169\.254\.169\.254/, 'meta.png'],
    ['a redirect', /사진을 받지 못했어요: away\.png \(HTTP 302\)/, 'away.png'],
    ['a document', /사진이 아닌 파일이에요: menu\.pdf/, 'menu.pdf'],
  ] as const;

  it.each(cases)('%s is explained to the person alone', async (_what, text, name) => {
    const { discord, bot, make, told } = stage();
    const before = bot.jobs().length;
    const { cdn } = discord;
    const url = {
      'page.png': () =>
        cdn.lie(name, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')),
      'short.png': () =>
        cdn.lie(name, (response) => {
          response.writeHead(200, { 'content-type': 'image/png', 'content-length': '5000' });
          response.write(Buffer.from('iVBORw0KGgo=', 'base64'));
          setTimeout(() => response.destroy(), 20);
        }),
      'bomb.png': () => cdn.put(name, bomb()),
      'endless.png': () =>
        cdn.lie(name, (response) => {
          response.writeHead(200, { 'content-type': 'image/png' });
          const more = Buffer.alloc(2 ** 20);
          const write = (): void => {
            while (!response.destroyed && response.write(more));
            if (!response.destroyed) response.once('drain', write);
          };
          write();
        }),
      'meta.png': () => 'http://169.254.169.254/latest/meta.png',
      'away.png': () =>
        cdn.lie(name, (response) => response.writeHead(302, { location: 'http://127.0.0.1/x' }).end()),
      'menu.pdf': () => cdn.put(name, Buffer.from('%PDF')),
    }[name]();
    const type = name === 'menu.pdf' ? 'application/pdf' : 'image/png';
    const file = upload(url, 1000, { content_type: type });
    expect(await told(make('카페', { photo: file }))).toMatch(text);
    expect(bot.jobs()).toHaveLength(before);
  });
});

/** A PNG whose header promises 60000 by 60000 pixels. */
function bomb(): Uint8Array {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
