import { mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { destination, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';
import { OutageError } from '../errors/outage-error.ts';
import { redact } from '../errors/redact.ts';
import type { Log, LogFields } from '../jobs/log.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface FileLog extends Log {
  /** Writes out what is still in memory. */
  flush(): void;
}

/**
 * One JSON object a line. Errors are written with their causes; whatever looks like a secret is taken out of every
 * text.
 *
 * @param file a path, its folder made where it is not there; absent = standard output
 * @throws OutageError `disk` when the file cannot be written
 */
export function createLog(level: LogLevel, file?: string): FileLog {
  const target = destination({ dest: file === undefined ? STANDARD_OUTPUT : openLog(file), sync: false });
  const logger = pino(OPTIONS(level), target);
  return {
    debug: (fields, message) => logger.debug(fields, redact(message)),
    info: (fields, message) => logger.info(fields, redact(message)),
    warn: (fields, message, error) => logger.warn(withError(fields, error), redact(message)),
    error: (fields, message, error) => logger.error(withError(fields, error), redact(message)),
    flush: () => flush(logger),
  };
}

const STANDARD_OUTPUT = 1;

/** Opened here and now: pino writes out what it holds when the process ends, and cannot before its file is open. */
function openLog(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openSync(file, 'a');
  } catch (error) {
    throw new OutageError('disk', `${file} cannot be written`, { cause: error });
  }
}

const OPTIONS = (level: LogLevel): LoggerOptions => ({
  level,
  base: null,
  timestamp: stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

function flush(logger: Logger): void {
  logger.flush();
}

function withError(fields: LogFields, error: unknown): object {
  return error === undefined ? fields : { ...fields, error: described(error) };
}

/** An error and its causes, without secrets. */
function described(error: unknown): object | string {
  if (!(error instanceof Error)) return redact(String(error));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) };
  return {
    name: error.name,
    message: redact(error.message),
    ...code,
    stack: redact(error.stack ?? ''),
    ...cause,
  };
}
