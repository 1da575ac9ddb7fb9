import { UserError } from '../../errors/user-error.ts';
import type { PhotoFormat } from './photo-format.ts';

/** libvips says in English prose what is wrong; its words for files that end too soon are these. */
const TRUNCATED =
  /premature end|end of stream|truncat|read error|not enough|unexpected end|libspng read|incomplete/i;

/** What sharp says where the time that it was given is over. */
const TIMEOUT = /^timeout/i;

export const saysTruncated = (error: unknown): boolean =>
  error instanceof Error && TRUNCATED.test(error.message);

/** What a person is told of a picture that the library cannot decode, whatever its own words are. */
export function undecodable(cause: unknown, name: string, format: PhotoFormat): UserError {
  if (cause instanceof UserError) return cause;
  if (cause instanceof Error && TIMEOUT.test(cause.message)) return tooCostly(name, format, cause);
  if (format === 'SVG') return new UserError('logo-unreadable', { file: name }, { cause });
  if (saysTruncated(cause)) return new UserError('photo-truncated', { file: name }, { cause });
  return new UserError('photo-damaged', { file: name }, { cause });
}

/** What a person is told of a picture that would take more memory or time than one may. */
export function tooCostly(name: string, format: PhotoFormat, cause?: unknown): UserError {
  const options = cause === undefined ? {} : { cause };
  if (format === 'SVG') return new UserError('logo-too-complex', { file: name }, options);
  return new UserError('photo-too-costly', { file: name, format }, options);
}
