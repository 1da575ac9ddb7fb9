import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkNote } from '../../../src/ad/result.ts';
import { createWordScreen } from '../../../src/engines/offline/word-screen.ts';
import { createModeratedScreen } from '../../../src/engines/openai/moderated-screen.ts';
import { connect } from '../../../src/engines/openai/server.ts';
import type { Screen } from '../../../src/engines/ports.ts';
import { presets } from '../offline/write.ts';
import { type Behaviour, fails, type ModelServer, startModelServer } from './model-server.ts';

const flags =
  (categories: Record<string, boolean>): Behaviour =>
  (_asked, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ results: [{ flagged: true, categories }] }));
  };

let server: ModelServer;
let moderated: Screen;
beforeEach(async () => {
  server = await startModelServer(flags({}));
  const openai = connect({ apiKey: 'sk-test', baseUrl: server.url });
  moderated = createModeratedScreen(openai, createWordScreen(presets));
});
afterEach(() => server.close());

function screen(text: string, notes: WorkNote[] = []): Promise<void> {
  return moderated.screen(text, {
    signal: new AbortController().signal,
    onNote: (note) => notes.push(note),
  });
}

describe('createModeratedScreen', () => {
  it('refuses what moderation flags for a kind that no ad may have', async () => {
    server.behave(flags({ 'hate/threatening': true }));
    await expect(screen('무언가')).rejects.toMatchObject({ code: 'content-refused' });
  });

  it('lets pass what is flagged for less: a knife shop speaks of blades', async () => {
    server.behave(flags({ violence: true }));
    await expect(screen('칼 갈아 드려요')).resolves.toBeUndefined();
  });

  it('asks nobody about what the word list refuses', async () => {
    await expect(screen('필로폰 팝니다')).rejects.toMatchObject({ code: 'content-refused' });
    expect(server.asked).toHaveLength(0);
  });

  it.each([
    ['fails', fails(500)],
    ['has no moderation', fails(404)],
    ['answers nonsense', ((_asked, response) => void response.end('<html>')) satisfies Behaviour],
  ])('goes by the word list when the server %s, and says so', async (_what, behaviour) => {
    server.behave(behaviour);
    const notes: WorkNote[] = [];
    await expect(screen('빵집 소금빵', notes)).resolves.toBeUndefined();
    expect(notes[0]?.said.en).toContain('word list alone');
    // It is left alone for a while, so that no ad waits for it.
    await screen('빵집 소금빵', notes);
    expect(server.asked).toHaveLength(1);
  });
});
