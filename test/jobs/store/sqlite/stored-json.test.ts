import { describe, expect, it } from 'vitest';
import { resultOf } from '../result.ts';
import { scratchStore } from '../scratch.ts';

/** What the version before the names were mended wrote, word for word. */
const TAKES =
  '[{"request":{"text":"딸기라떼","locale":"ko","use":"composite","photos":[],"copy":{},"lettering":true,"format":"instagram-feed","strength":0.6,"seed":7,"engine":"auto"}}]';
const ERROR = '{"code":"job-crashed","said":{"ko":"두 번 멈췄어요.","en":"It stopped twice."}}';

describe('rows under the names of the version before', () => {
  it('are read under the names of today', () => {
    const { database, calls } = scratchStore();
    database.run(
      `insert into jobs (id, key, state, platform, workspace, channel, owner, locale, workflow, engine, takes, error, created_at)
       values ('7k3f9q', 'k', 'failed', 'terminal', 'bakery', 'ads', 'minji', 'ko', 'text-to-image', 'studio', ?, ?, 1)`,
      TAKES,
      ERROR,
    );
    database.run(
      `insert into cards (key, job, platform, workspace, channel, address, message, wanted, shown)
       values ('job:7k3f9q', '7k3f9q', 'terminal', 'bakery', 'ads', '{}', '12', 3, 2)`,
    );
    database.run(
      "insert into pictures (job, take, picture, result) values ('7k3f9q', 1, 'abc', ?)",
      JSON.stringify(resultOf(1)),
    );
    database.run(
      `insert into paces (name, milliseconds, samples, nodes)
       values ('text-to-image/studio', 900, 4, '[{"name":"SaveImageNode","milliseconds":90}]')`,
    );
    expect(calls.job('7k3f9q')).toMatchObject({
      variants: [{ request: { text: '딸기라떼', seed: 7 } }],
      pictures: [{ variant: 1 }],
      error: { code: 'job-crashed', text: { ko: '두 번 멈췄어요.', en: 'It stopped twice.' } },
    });
    expect(calls.pendingDeliveries('terminal', 5, 10)).toMatchObject([
      { message: { messageId: '12', revision: 3, shownRevision: 2 }, job: { id: '7k3f9q' } },
    ]);
    expect(calls.duration('text-to-image/studio')).toEqual({
      milliseconds: 900,
      samples: 4,
      nodes: [{ name: 'SaveImageNode', milliseconds: 90 }],
    });
  });

  it('are written under them still, so that the version before can read them too', () => {
    const { database, calls } = scratchStore();
    database.run(
      `insert into jobs (id, key, state, platform, workspace, channel, owner, locale, workflow, engine, takes, created_at)
       values ('7k3f9q', 'k', 'running', 'terminal', 'bakery', 'ads', 'minji', 'ko', 'text-to-image', 'studio', ?, 1)`,
      TAKES,
    );
    calls.markFailed(
      { id: '7k3f9q', lease: 0 },
      {
        code: 'job-crashed',
        text: { ko: '두 번 멈췄어요.', en: 'It stopped twice.' },
      },
    );
    expect(database.get("select error, takes from jobs where id = '7k3f9q'")).toMatchObject({
      error: ERROR,
      takes: TAKES,
    });
  });
});
