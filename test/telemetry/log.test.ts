import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { createLog, type FileLog, type LogLevel } from '../../src/telemetry/log.ts';

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
  await expect.poll(() => readFileSync(file, 'utf8').split('\n').length).toBe(count + 1);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Record<string, unknown> => JSON.parse(line));
}

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
