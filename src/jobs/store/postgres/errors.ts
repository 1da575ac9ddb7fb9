import { OutageError } from '../../../errors/outage-error.ts';

/**
 * SQLSTATEs that tell of the world outside, not of a statement; by class: connection, refused login, no such database,
 * transactions in each other's way, no resources, not in a state to serve, stopped by an operator, system,
 * configuration, damage; and that nothing can be written, or not by this user.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const OUTSIDE = /^(?:(?:08|28|3D|40|53|55|57|58|F0|XX)...|25006|25P03|42501)$/;

/** The same again comes through. */
const IN_THE_WAY: readonly string[] = ['40001', '40P01'];

/** The server has ended the connection, or takes none just now. */
const ENDED = /^(?:08...|57P0[1-5]|53300|25P03)$/;

/** Codes of Node.js: nothing answers at the other end, or no longer. */
const UNREACHABLE = /^E(?:CONN|HOST|NET|ADDR|TIMEDOUT$|PIPE$|AI_|NOTFOUND$|NOENT$|ACCES$)/;

/** pg's own errors of a connection have no code. */
const LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|timeout expired|Client was closed)|not queryable/i;

/** Certificates and encryption that the two do not agree on. */
const ENCRYPTION = /CERT|SSL|TLS/;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether the connection is to blame, or whoever holds its other end. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return code === '' ? LOST.test(error.message) : ENDED.test(code) || UNREACHABLE.test(code);
}

/** Whether a transaction that has ended so, and of which nothing is left, may come through when it is begun anew. */
export function isWorthRetrying(error: unknown): boolean {
  return isConnectionLost(error) || (error instanceof Error && IN_THE_WAY.includes(codeOf(error)));
}

/**
 * An error of the database as the house knows them: OutageError `database`, or a bug.
 *
 * @param server where it is, without who logs in and how
 */
export function postgresError(server: string, cause: unknown): Error {
  if (cause instanceof OutageError) return cause;
  // Of a host with several addresses, none of which answers.
  if (cause instanceof AggregateError && cause.errors.length > 0)
    return postgresError(server, cause.errors[0]);
  if (!(cause instanceof Error)) return new Error(String(cause));
  const code = codeOf(cause);
  const outside =
    isConnectionLost(cause) || OUTSIDE.test(code) || ENCRYPTION.test(code === '' ? cause.message : code);
  if (!outside) return cause;
  return new OutageError('database', `${server}: ${cause.message}${code && ` (${code})`}`, { cause });
}
