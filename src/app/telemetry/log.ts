import { openSync } from 'node:fs';
import { dirname } from 'node:path';
import { destination, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino';
import { loggableError, loggableFields, loggableText } from '../../errors/loggable.ts';
import { OutageError } from '../../errors/outage-error.ts';
import type { Log, LogFields } from '../../jobs/log.ts';
import { makeFolder } from '../../storage/make-folder.ts';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface FileLog extends Log {
  /** Writes out what is still in memory. */
  flush(): void;
}

/**
 * One JSON object a line. Errors are written with their causes; whatever looks like a secret, or is called one, is taken
 * out. Nothing that is passed makes it throw, or write a line that nobody could read.
 *
 * @param file a path, its folder made where it is not there; absent = standard output
 * @throws OutageError `disk` when the file cannot be written
 */
export function createLog(level: LogLevel, file?: string): FileLog {
  const target = destination({ dest: file === undefined ? STANDARD_OUTPUT : openLog(file), sync: false });
  const logger = pino(OPTIONS(level), target);
  return {
    debug: (fields, message) => logger.debug(entry(fields), loggableText(message)),
    info: (fields, message) => logger.info(entry(fields), loggableText(message)),
    warn: (fields, message, error) => logger.warn(entry(fields, error), loggableText(message)),
    error: (fields, message, error) => logger.error(entry(fields, error), loggableText(message)),
    flush: () => flush(logger),
  };
}

const STANDARD_OUTPUT = 1;

/** Opened here and now: pino writes out what it holds when the process ends, and cannot before its file is open. */
function openLog(file: string): number {
  try {
    makeFolder(dirname(file), 0o700);
    return openSync(file, 'a', 0o600);
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

function entry(fields: LogFields, error?: unknown): object {
  const clean = loggableFields(fields);
  return error === undefined ? clean : { ...clean, error: loggableError(error) };
}
