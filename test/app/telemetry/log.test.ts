import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, type FileLog, type LogLevel } from '../../../src/app/telemetry/log.ts';
import { errorLines } from '../../../src/errors/loggable.ts';
import { OutageError } from '../../../src/errors/outage-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function logged(count: number, level: LogLevel, write: (log: FileLog) => void) {
  const file = join(folder, 'deep', 'bot.log');
  const log = createLog(level, file);
  write(log);
  log.flush();
  await expect.poll(() => readFileSync(file, 'utf8').split('\n').length, { timeout: 20_000 }).toBe(count + 1);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
}

describe('errorLines', () => {
  it('tell an operator of an error and of its causes, without secrets and to an end', () => {
    const round = new Error('inner xoxb-1234567890-abcdef');
    round.cause = new Error('outer', { cause: round });
    const told = errorLines(round.cause, true);
    expect(told).toMatch(/^Error: outer\n[\s\S]*\ncaused by Error: inner \[redacted\]/);
    expect(told).toContain('caused by [circular]');
    expect(errorLines(round, false)).toBe('inner [redacted]');
    expect(errorLines('only a text', true)).toBe('only a text');
    expect(errorLines(undefined, true)).toBe('undefined');
  });
});

describe('createLog', () => {
  it('writes one JSON object a line, with its level, time and fields', async () => {
    const lines = await logged(2, 'info', (log) => {
      log.debug({}, 'not this');
      log.info({ job: '7k3f9q', takes: 2 }, 'queued');
      log.warn({ job: '7k3f9q' }, 'later');
    });
    expect(lines).toMatchObject([
      { level: 'info', job: '7k3f9q', takes: 2, msg: 'queued', time: expect.stringMatching(/^\d{4}-.*Z$/) },
      { level: 'warn', msg: 'later' },
    ]);
  });

  it('does not write what a secret’s name names, however deep, nor what looks like one', async () => {
    const nested = { headers: { Authorization: 'Basic abc', accept: 'x' }, list: ['xoxb-1234567890-abcdef'] };
    const fields = {
      token: 'plainest',
      botToken: 'of all',
      tokens: 300,
      port: 1,
      file: 'sk-abcdefghijklmnop',
    };
    // What the types forbid may be passed all the same.
    const passed: object = { ...fields, nested };
    const [line] = await logged(1, 'info', (log) => log.info(passed as typeof fields, 'ready'));
    expect(line).toMatchObject({
      token: '[redacted]',
      botToken: '[redacted]',
      tokens: 300,
      port: 1,
      file: '[redacted]',
      nested: { headers: { Authorization: '[redacted]', accept: 'x' }, list: { 0: '[redacted]' } },
    });
  });

  it('writes errors whose causes go round, or down for ever, and those of many', async () => {
    const round = new Error('first');
    round.cause = new Error('second', { cause: round });
    let deep = new Error('the deepest');
    for (let i = 0; i < 50_000; i++) deep = new Error(`cause ${i}`, { cause: deep });
    const many = new AggregateError([new Error('one'), round, 'three', null], 'all of them');
    const lines = await logged(3, 'warn', (log) => {
      log.warn({}, 'round', round);
      log.warn({}, 'deep', deep);
      log.error({}, 'many', many);
    });
    expect(lines[0]).toMatchObject({ error: { message: 'first', cause: { cause: '[circular]' } } });
    expect(JSON.stringify(lines[1])).toContain('cause 49999');
    expect(JSON.stringify(lines[1]).length).toBeLessThan(200_000);
    expect(lines[2]).toMatchObject({
      error: {
        message: 'all of them',
        errors: { 0: { message: 'one' }, 1: { message: 'first' }, 2: 'three' },
      },
    });
  });

  it('writes something of what cannot be read, and throws nothing', async () => {
    const thrower = {
      get job(): string {
        throw new Error('no');
      },
      port: 1,
    };
    const unreadable = new Error('fine');
    for (const name of ['stack', 'message', 'cause', 'code']) {
      Object.defineProperty(unreadable, name, {
        get() {
          throw new Error('no');
        },
      });
    }
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const circular: Record<string, unknown> = { n: 1n, at: Symbol('x') };
    circular.self = circular;
    const odd = [proxy, Object.create(null), { toString: () => 1 }, Symbol('s'), 1n, undefined, () => 1];
    const lines = await logged(odd.length + 4, 'warn', (log) => {
      log.warn(thrower, 'a getter');
      log.error({}, 'an error', unreadable);
      log.warn(circular as { n: never }, 'round');
      log.warn(proxy as { n?: never }, 'nothing');
      for (const thing of odd) log.warn({}, 'odd', thing);
    });
    expect(lines[0]).toMatchObject({ job: '[unreadable]', port: 1, msg: 'a getter' });
    expect(lines[1]).toMatchObject({ error: { name: 'Error' }, msg: 'an error' });
    expect(lines[2]).toMatchObject({ n: '1', at: 'Symbol(x)' });
  });

  it('writes no more of anything than somebody reads', async () => {
    const huge = 'a'.repeat(5_000_000);
    const fields = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, huge]));
    let deep: object = {};
    for (let i = 0; i < 10_000; i++) deep = { deep };
    const lines = await logged(4, 'warn', (log) => {
      log.warn({ file: huge }, huge);
      log.warn(fields, 'many');
      log.error({}, 'an error', new Error(huge));
      log.warn({ ...deep } as { n?: never }, 'deep');
    });
    for (const line of lines) expect(JSON.stringify(line).length).toBeLessThan(300_000);
    expect(lines[0]?.file).toMatch(/^a{2000}… \(5000000 characters\)$/);
  });

  it('cuts no secret in two', async () => {
    const secret = 'xoxb-1234567890-abcdefghij';
    const [line] = await logged(1, 'warn', (log) => {
      // So many of them that what is left of the text without them is short.
      log.warn({}, `${`${secret} `.repeat(1_000)}`);
    });
    expect(JSON.stringify(line)).not.toContain('xoxb');
  });

  it('takes secrets out of messages, errors and their causes', async () => {
    const secret = 'xoxb-1234567890-abcdefghij';
    const bearer = 'sk-abcdefghijklmnop';
    const cause = new Error(`request with ${secret} failed`);
    const text = JSON.stringify(
      await logged(2, 'info', (log) => {
        log.error({}, `no answer for ${bearer}`, new OutageError('slack', `token ${secret}`, { cause }));
        log.warn({}, 'odd', `only a text with ${secret}`);
      }),
    );
    expect(text).not.toContain(secret);
    expect(text).not.toContain(bearer);
    expect(text).toContain('[redacted]');
    expect(text).toContain('OutageError');
  });
});
