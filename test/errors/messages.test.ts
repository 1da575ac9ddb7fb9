import { describe, expect, it } from 'vitest';
import { messages } from '../../src/errors/messages.ts';
import { OutageError } from '../../src/errors/outage-error.ts';
import { isSecretName, redact } from '../../src/errors/redact.ts';
import { codeOf, say } from '../../src/errors/say.ts';
import { UserError } from '../../src/errors/user-error.ts';

/**
 * Stands for the parameters of every message: a list reads like its only text wherever a text is wanted, and holds both
 * languages where those are.
 */
const params = new Proxy({}, { get: () => Object.assign(['something'], { ko: '무엇', en: 'something' }) });

describe('messages', () => {
  it.each(Object.keys(messages) as (keyof typeof messages)[])('%s speaks both languages', (code) => {
    const korean = messages[code].ko(params as never);
    const english = messages[code].en(params as never);
    expect(korean).toMatch(/[가-힣]/);
    expect(english).not.toMatch(/[가-힣]/);
    for (const text of [korean, english]) {
      expect(text).not.toMatch(/undefined|\[object|\bat .*:\d+/);
    }
  });
});

describe('say', () => {
  it('answers in the language of the person', () => {
    const error = new UserError('prompt-empty', {});
    expect(say(error, 'ko')).toContain('어떤 광고');
    expect(say(error, 'en')).toContain('Tell me what');
    expect(codeOf(error)).toBe('prompt-empty');
  });

  it('gives the job to quote when the trouble is ours, and nothing of its inside', () => {
    const bug = new TypeError("Cannot read properties of undefined (reading 'x') at /srv/app/file.ts");
    expect(say(bug, 'en', 'k3f9')).toContain('k3f9');
    expect(say(bug, 'en', 'k3f9')).not.toContain('/srv');
    expect(say(new OutageError('openai', 'connect ECONNREFUSED 10.0.0.1'), 'en')).not.toContain('10.0.0.1');
  });
});

describe('redact', () => {
  it.each([
    'xoxb-123456789012-abcdefABCDEF',
    'xapp-1-A0000-123-abcdef',
    'sk-proj-abcdefghijklmnop',
    'hf_abcdefghijklmnop',
  ])('takes %s out of a text', (secret) => {
    expect(redact(`failed with ${secret} at once`)).toBe('failed with [redacted] at once');
  });

  it.each([
    ['ghp_abcdefghijklmnop1234', 'a key of GitHub'],
    ['AKIAABCDEFGHIJKLMNOP', 'a key of AWS'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'a signed web token'],
  ])('takes %s out of a text', (secret) => {
    expect(redact(`failed with ${secret} at once`)).toBe('failed with [redacted] at once');
  });

  it('takes out what stands behind a secret’s name, and passwords in addresses', () => {
    expect(redact('{"token":"abc def","n":1}')).toBe('{"token":"[redacted]","n":1}');
    expect(redact('SLACK_SIGNING_SECRET=8f742231b10e8888 set')).toBe('SLACK_SIGNING_SECRET=[redacted] set');
    expect(redact('postgres://ads:pass:word@db:5432/x')).toBe('postgres://ads:[redacted]@db:5432/x');
    const plain = 'The bot answered a token too many: 12 of tokens=300, http://127.0.0.1:9464/metrics';
    expect(redact(plain)).toBe(plain);
  });

  it('names of secrets are known however they are written', () => {
    for (const name of ['token', 'botToken', 'SLACK_SIGNING_SECRET', 'api-key', 'apiKey', 'Set-Cookie']) {
      expect(isSecretName(name), name).toBe(true);
    }
    for (const name of ['tokens', 'key', 'job', 'monkey', 'secretary', 'keyboard', 'port']) {
      expect(isSecretName(name), name).toBe(false);
    }
  });

  it('is not slowed down by what looks as if a secret began everywhere', () => {
    const beginnings = [
      'eyJ-',
      'sk-',
      'Bearer ',
      '://:',
      'MTIz.',
      '"token":',
      'xoxb-',
      '/webhooks/1/',
      'TOKEN=',
    ];
    for (const beginning of beginnings) {
      const text = beginning.repeat(300_000 / beginning.length);
      const before = process.cpuUsage();
      redact(text);
      expect(process.cpuUsage(before).user / 1_000, beginning).toBeLessThan(1_000);
    }
  });

  it('takes tokens out of headers and addresses', () => {
    const text = redact(
      'Authorization: Bot MTIzNDU2Nzg5.abc GET https://x.test/webhooks/123/token_value?sig=abc&a=1',
    );
    expect(text).not.toMatch(/MTIz|token_value|sig=abc/);
    expect(text).toContain('a=1');
    expect(redact('POST https://hooks.slack.com/commands/T012AB/3456/aBcDeF failed')).toBe(
      'POST https://hooks.slack.com/commands/[redacted] failed',
    );
  });

  it('works on what an OutageError keeps', () => {
    expect(new OutageError('slack', 'token xoxb-1234567890-secret refused').message).not.toContain('secret');
  });
});
