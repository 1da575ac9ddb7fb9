import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors/user-error.ts';
import { vocabularyWith } from '../../../conversation/command/small-vocabulary.ts';
import type { Fault } from '../fake/fake-slack.ts';
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

const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 320, channels: 3, background: '#e8486f' } })
    .jpeg()
    .toBuffer();

const jobs = ({ talk }: Stage) => talk.jobs.lookup.history({ limit: 10 });

describe('requests over HTTP', () => {
  it('with another signature, or an old one, are turned away', async () => {
    const { people } = await opened({ mode: 'http' });
    expect((await people.slash('딸기', {}, {}, { secret: 'wrong' })).status).toBe(401);
    expect((await people.slash('딸기', {}, {}, { age: 600 })).status).toBe(401);
    expect(await jobs(shop!)).toEqual([]);
  });

  it('are not taken with an empty secret', async () => {
    const way = { mode: 'http', signingSecret: '', port: 0 } as const;
    await expect(openBot({ mode: 'http', slack: { transport: way } })).rejects.toThrow(/secret/i);
  });
});

describe.each(['socket', 'http'] as const)('what Slack sends again over %s', (mode) => {
  it('is one job: commands, mentions and reactions', async () => {
    const { people, finished, talk } = await opened({ mode });
    await people.slash('하나', {}, { trigger_id: 'same' });
    await people.slash('하나', {}, { trigger_id: 'same' }, { retry: 1 });
    const mention = { ts: '1790000000.000042' };
    await Promise.all([people.mention('둘', {}, mention), people.mention('둘', {}, mention, { retry: 1 })]);
    await people.mention('둘', {}, mention, { retry: 2 });
    await finished([await finished()]);
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(2);
  });

  it('is not acknowledged before the job is written down', async () => {
    const { people, slack, talk } = await opened({ mode });
    const { status } = await people.mention('딸기라떼', {}, { files: [slack.photo(await photo())] });
    expect(status).toBe(200);
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(1);
  });
});

describe('photos', () => {
  it('that Slack hides behind its sign-in page: the person learns what to do about it', async () => {
    const { people, slack } = await opened();
    slack.scopes.delete('files:read');
    await people.mention('딸기', {}, { files: [slack.photo(await photo(), '라떼.jpg')] });
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toMatch(/라떼\.jpg.*files:read/);
    await people.mention('딸기', { user: 'UANNE' }, { files: [slack.photo(await photo(), 'latte.jpg')] });
    expect(textOf((await until(() => slack.ephemeral[1])).blocks)).toMatch(
      /sign-in page instead of latte\.jpg/,
    );
    expect(await jobs(shop!)).toEqual([]);
  });

  it('whose address is only told on asking are asked for', async () => {
    const { people, slack, finished } = await opened();
    const { id } = slack.photo(await photo());
    await people.direct('딸기', {}, { files: [{ id, file_access: 'check_file_info' }] });
    await finished();
    expect((await jobs(shop!))[0]?.variants[0]?.request.photos).toHaveLength(1);
  });

  it('are asked for once more when the line breaks', async () => {
    const { people, slack, finished } = await opened();
    let broken = false;
    slack.fault = ({ method }): Fault | undefined => {
      if (broken || method !== 'files-pri') return undefined;
      broken = true;
      return { status: 503 };
    };
    await people.direct('딸기', {}, { files: [slack.photo(await photo())] });
    await finished();
    expect((await jobs(shop!))[0]?.variants[0]?.request.photos).toHaveLength(1);
  });

  it('elsewhere never get the token', async () => {
    const { people, slack } = await opened();
    const file = slack.photo(await photo());
    const elsewhere = 'http://127.0.0.1:9/steal.jpg';
    await people.direct(
      '딸기',
      {},
      { files: [{ ...file, url_private: elsewhere, url_private_download: elsewhere }] },
    );
    await until(() => slack.messages[0]);
    expect(textOf(slack.messages[0]?.blocks)).toContain('127.0.0.1:9');
    const lookalike = 'https://files.slack.com.evil.example/a.jpg';
    await people.direct(
      '딸기',
      {},
      { files: [{ ...file, url_private: lookalike, url_private_download: lookalike }] },
    );
    await until(() => slack.messages[1]);
    expect(textOf(slack.messages[1]?.blocks)).toContain('files.slack.com.evil.example');
  });

  it('that redirect are not followed', async () => {
    const { people, slack } = await opened();
    slack.fault = ({ method }): Fault | undefined =>
      method === 'files-pri' ? { status: 302, headers: { location: 'http://127.0.0.1:9/' } } : undefined;
    await people.direct('딸기', {}, { files: [slack.photo(await photo(), '라떼.jpg')] });
    await until(() => slack.messages[0]);
    expect(textOf(slack.messages[0]?.blocks)).toContain('라떼.jpg');
    expect(await jobs(shop!)).toEqual([]);
  });

  it('more than an ad takes are refused, and what is no photo', async () => {
    const { people, slack } = await opened();
    const bytes = await photo();
    await people.direct('딸기', {}, { files: Array.from({ length: 5 }, () => slack.photo(bytes)) });
    expect(textOf((await until(() => slack.messages[0])).blocks)).toContain('4장까지');
    await people.direct('딸기', {}, { files: [slack.photo(bytes, 'menu.pdf', 'application/pdf')] });
    expect(textOf((await until(() => slack.messages[1])).blocks)).toContain('menu.pdf');
    expect(await jobs(shop!)).toEqual([]);
  });
});

describe('a form that cannot be opened in time', () => {
  it.each([
    ['UMINJI', '한 번 더 눌러 주세요'],
    ['UANNE', 'Please try once more.'],
  ])('is told %s', async (user, said) => {
    const { people, slack } = await opened();
    slack.fault = ({ method }): Fault | undefined =>
      method === 'views.open' ? { body: { ok: false, error: 'expired_trigger_id' } } : undefined;
    await people.slash('', { user });
    expect(textOf((await until(() => slack.responses[0])).blocks)).toContain(said);
  });
});

describe('when Slack does not say who somebody is', () => {
  it('they are answered in the standard language, and are no admins', async () => {
    const { people, slack, message } = await opened();
    slack.fault = ({ method }): Fault | undefined =>
      method === 'users.info' ? { status: 429, headers: { 'retry-after': '60' } } : undefined;
    const refused = await people.slash('brand --name 우리가게', { user: 'UBOSS' });
    expect(textOf(refused.body.blocks)).toBe('Only an admin can change that.');
    await people.slash('카페 신메뉴');
    expect(textOf((await message(() => true)).blocks)).toMatch(/Got it|In progress|Your ad is ready/);
  });
});

describe('limits', () => {
  it('are told to the person alone, as on every platform', async () => {
    const { people } = await opened({
      milliseconds: 500,
      parts: {
        limits: {
          user: { open: 1, hourly: 0, daily: 0 },
          workspace: { open: 0, hourly: 0, daily: 0 },
        },
      },
    });
    await people.slash('하나');
    const { body } = await people.slash('둘');
    expect(body.response_type).toBe('ephemeral');
    expect(textOf(body.blocks)).toContain('한꺼번에 1개까지');
    expect(textOf((await people.slash('make two', { user: 'UANNE' })).body.blocks ?? [])).toBe('');
  });

  it('what must not be made is refused', async () => {
    const { people } = await opened({
      conversation: {
        vocabulary: vocabularyWith((text) => {
          if (text.includes('금지')) {
            throw new UserError('copy-forbidden', { slot: 'text', word: '금지', why: { ko: '', en: '' } });
          }
        }),
      },
    });
    expect(textOf((await people.slash('금지된 광고')).body.blocks)).toContain('광고에 쓸 수 없는 말이에요');
    expect(await jobs(shop!)).toEqual([]);
  });
});

describe('the socket', () => {
  it.each(['refresh_requested', 'warning'])('is opened anew when Slack says %s', async (reason) => {
    const { people, slack, finished, adapter } = await opened();
    const before = slack.connections;
    slack.sockets[0]?.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'wss' } }));
    await until(() => (slack.connections > before && slack.sockets.length === 1 ? true : undefined));
    await until(() => (adapter.notReadyReason() === undefined ? true : undefined));
    await people.slash('카페 신메뉴');
    await finished();
  });

  it('is opened anew after it broke and Slack could not be reached for a while', async () => {
    const { people, slack, finished } = await opened();
    const before = slack.connections;
    let refusals = 2;
    slack.fault = ({ method }): Fault | undefined =>
      method === 'apps.connections.open' && refusals-- > 0 ? { status: 503 } : undefined;
    for (const line of slack.sockets) line.destroy();
    await until(() => (slack.connections > before ? true : undefined));
    await people.slash('카페 신메뉴');
    await finished();
  });
});

describe('the start', () => {
  it('with a token that Slack does not know says which', async () => {
    await expect(openBot({ slack: { token: 'xoxb-wrong' } })).rejects.toMatchObject({ code: 'slack-token' });
    await expect(
      openBot({ slack: { transport: { mode: 'socket', appToken: 'xapp-wrong' } } }),
    ).rejects.toMatchObject({ code: 'slack-app-token' });
  });

  it('on a port that is taken says which', async () => {
    const { people } = await opened({ mode: 'http' });
    expect((await people.slash('help')).status).toBe(200);
    const port = Number(new URL(shop!.slack.url).port);
    const way = { mode: 'http', signingSecret: 'secret', port } as const;
    await expect(openBot({ mode: 'http', slack: { transport: way } })).rejects.toMatchObject({
      code: 'slack-port',
    });
  });
});
