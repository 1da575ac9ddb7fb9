import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkNote } from '../../../src/ad/result.ts';
import { createModeration } from '../../../src/engines/openai/moderation.ts';
import { connect } from '../../../src/engines/openai/server.ts';
import type { Moderation } from '../../../src/engines/ports.ts';
import { type Behaviour, fails, type ModelServer, startModelServer } from './model-server.ts';

const flags =
  (categories: Record<string, boolean>): Behaviour =>
  (_asked, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ results: [{ flagged: true, categories }] }));
  };

let server: ModelServer;
let moderated: Moderation;
beforeEach(async () => {
  server = await startModelServer(flags({}));
  const openai = connect({ apiKey: 'sk-test', baseUrl: server.url });
  moderated = createModeration(openai);
});
afterEach(() => server.close());

function moderate(text: string, notes: WorkNote[] = []): Promise<void> {
  return moderated.moderate(text, {
    signal: new AbortController().signal,
    onNote: (note) => notes.push(note),
  });
}

describe('createModeration', () => {
  it('refuses what moderation flags for a kind that no ad may have', async () => {
    server.behave(flags({ 'hate/threatening': true }));
    await expect(moderate('무언가')).rejects.toMatchObject({ code: 'content-refused' });
  });

  it('lets pass what is flagged for less: a knife shop speaks of blades', async () => {
    server.behave(flags({ violence: true }));
    await expect(moderate('칼 갈아 드려요')).resolves.toBeUndefined();
  });

  it.each([
    ['fails', fails(500)],
    ['has no moderation', fails(404)],
    ['answers nonsense', ((_asked, response) => void response.end('<html>')) satisfies Behaviour],
  ])('goes by the word list when the server %s, and says so', async (_what, behaviour) => {
    server.behave(behaviour);
    const notes: WorkNote[] = [];
    await expect(moderate('빵집 소금빵', notes)).resolves.toBeUndefined();
    expect(notes[0]?.said.en).toContain('word list alone');
    // It is left alone for a while, so that no ad waits for it.
    await moderate('빵집 소금빵', notes);
    expect(server.asked).toHaveLength(1);
  });
});
