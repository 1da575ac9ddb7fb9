import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createCall } from '../../../src/adapters/slack/api.ts';
import { SlackFailure } from '../../../src/adapters/slack/failure.ts';

/** A client that answers what it is told to, one after the other. */
function client(...answers: (Error | object)[]) {
  const calls: string[] = [];
  return {
    calls,
    async apiCall(method: string, sent: Record<string, unknown> = {}) {
      calls.push(`${method} ${sent.channel ?? ''}`.trim());
      const answer = answers.shift() ?? { ok: true };
      if (answer instanceof Error) throw answer;
      return { ok: true, ...answer };
    },
  };
}

const failure = (work: Promise<unknown>): Promise<SlackFailure> =>
  work.then(
    () => Promise.reject(new Error('it worked')),
    (error: unknown) => {
      if (error instanceof SlackFailure) return error;
      throw error;
    },
  );

describe('calls', () => {
  it('ask nothing of a method that wants to be left alone, and say how long that will be', async () => {
    let now = 1_000_000;
    const slack = client(new webApi.WebAPIRateLimitedError(30));
    const call = createCall(slack, () => now);
    expect(await failure(call('chat.update'))).toMatchObject({ kind: 'transient', retryAfter: 30 });
    now += 10_000;
    expect(await failure(call('chat.update'))).toMatchObject({ kind: 'transient', retryAfter: 20 });
    expect(slack.calls).toEqual(['chat.update']);
    await call('files.info');
    now += 20_000;
    await call('chat.update');
    expect(slack.calls).toEqual(['chat.update', 'files.info', 'chat.update']);
  });

  it('post in other channels while one is closed', async () => {
    const slack = client(new webApi.WebAPIRateLimitedError(5));
    const call = createCall(slack, () => 0);
    await failure(call('chat.postMessage', { channel: 'C1' }));
    await call('chat.postMessage', { channel: 'C2' });
    await failure(call('chat.postMessage', { channel: 'C1' }));
    expect(slack.calls).toEqual(['chat.postMessage C1', 'chat.postMessage C2']);
  });

  it.each([
    ['chat.update', 'message_not_found', 'message-gone'],
    ['chat.update', 'not_in_channel', 'no-access'],
    ['views.open', 'expired_trigger_id', 'trigger-expired'],
    ['chat.update', 'invalid_blocks', 'blocks'],
    ['chat.update', 'missing_scope', 'final'],
    ['chat.update', 'invalid_auth', 'final'],
    ['chat.update', 'internal_error', 'transient'],
    ['chat.update', 'msg_too_long', 'blocks'],
    ['chat.update', 'a_word_of_tomorrow', 'unknown'],
    ['chat.update', '<html>upstream</html>', 'transient'],
  ] as const)('of %s: %s means %s', async (method, error, kind) => {
    const call = createCall(client(new webApi.WebAPIPlatformError({ ok: false, error })));
    expect((await failure(call(method))).kind).toBe(kind);
  });

  it('that got no answer may have been carried out', async () => {
    const call = createCall(client(new webApi.WebAPIRequestError(new Error('socket hang up'))));
    expect(await failure(call('chat.postMessage'))).toMatchObject({ kind: 'transient', uncertain: true });
  });
});
