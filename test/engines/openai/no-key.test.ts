import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { loadConfig } from '../../../src/app/config/config.ts';
import { type App, openApp } from '../../../src/app/open-app.ts';
import { defined } from '../../../src/collections/defined.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { type ModelServer, says, startModelServer } from './model-server.ts';

let server: ModelServer;
let folder: string;
beforeEach(async () => {
  server = await startModelServer(says('{}'));
  folder = await mkdtemp(join(tmpdir(), 'no-key-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.doUnmock('openai');
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The whole product with a model server within reach, and a library that must not be touched. */
async function withApp<T>(key: string | undefined, work: (app: App) => Promise<T>): Promise<T> {
  const config = loadConfig({
    DATA_DIR: join(folder, 'data'),
    LOG_LEVEL: 'silent',
    ENGINE: 'studio',
    OPENAI_BASE_URL: server.url,
    OPENAI_MODEL: 'small',
    ...defined({ OPENAI_API_KEY: key }),
  });
  const app = await openApp(config, { pictures: join(folder, 'pictures'), render: directPool });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

const make = (app: App) =>
  app.maker.make(
    parseRequest(
      { text: '동네 빵집 소금빵 4,000원', format: '1.91:1', seed: 3, family: 'scene' },
      app.presets.requestRules,
    ),
  );

describe('without a key', () => {
  it('makes the ad, constructs nothing of the library, and tries no connection', async () => {
    vi.doMock('openai', () => {
      throw new Error('The library was loaded');
    });
    const connect = vi.spyOn(Socket.prototype, 'connect');
    const fetched = vi.spyOn(globalThis, 'fetch');
    const ad = await withApp(undefined, make);
    expect(ad.layout.text?.decidedBy).toBe('local');
    expect(ad.recipe.decided.brief.copy.price).toBe('4,000원');
    expect(connect).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
    expect(server.asked).toHaveLength(0);
  });

  it('is what the spies above would have seen: with a key the server is asked', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    await withApp('sk-test-there-is-one', make);
    expect(fetched).toHaveBeenCalled();
    expect(server.asked.length).toBeGreaterThan(0);
  });
});
