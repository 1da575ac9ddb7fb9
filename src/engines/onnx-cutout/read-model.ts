import { createHash } from 'node:crypto';
import { UserError } from '../../errors/user-error.ts';
import { readBoundedFile, reasonOf } from '../../files/read-file.ts';

/** Bytes of the largest model of which it is known what they are: ten times U²-Net's small one. */
const MAX_MODEL = 48 * 2 ** 20;

/**
 * The bytes of a model of which it is known what they are.
 *
 * @param sha256 hex digits
 * @throws UserError `model-file-missing`, `model-file-unreadable`, `model-file-malformed` where they are others
 */
export async function readModel(file: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readBoundedFile(file, MAX_MODEL).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new UserError('model-file-malformed', { file, problem: 'its SHA-256 is not the published one' });
}

/** Why a model's file cannot be read. */
export function unreadable(file: string, cause: unknown): UserError {
  const reason = reasonOf(cause);
  if (reason !== 'ENOENT') return new UserError('model-file-unreadable', { file, reason }, { cause });
  return new UserError('model-file-missing', { file, wantedBy: 'the cut-out' }, { cause });
}
