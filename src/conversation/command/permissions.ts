import { UserError } from '../../errors/user-error.ts';
import type { Job, Place } from '../../jobs/job/job.ts';
import type { Member } from './member.ts';

/** Who may order variants of somebody else's job. */
export type VariantsBy = 'anyone' | 'owner';

/** What an operation takes: to see the job, to vary it, to change it for good, or to be the one who ordered it. */
type AccessLevel = 'see' | 'vary' | 'change' | 'own';

/** All that can be done with a job, and what it takes. An operation that is not here cannot be asked for. */
const REQUIRED_ACCESS = {
  /** Its message once more, its reasons, its line in a list. */
  see: 'see',
  /** How it was made: its recipe, its prompt. */
  recipe: 'see',
  /** Its words, to begin from when they are to be changed. */
  words: 'vary',
  vary: 'vary',
  /** Exactly the same once more. */
  reproduce: 'vary',
  /** Another try at one that failed or was cancelled. */
  retry: 'vary',
  cancel: 'change',
  remove: 'change',
  /** To take away the reaction that ordered it. */
  withdraw: 'own',
} as const satisfies Readonly<Record<string, AccessLevel>>;

export type JobOperation = keyof typeof REQUIRED_ACCESS;

export const JOB_OPERATIONS = Object.keys(REQUIRED_ACCESS) as readonly JobOperation[];

export interface AccessRequest {
  readonly member: Pick<Member, 'id' | 'admin'>;
  /** Where they are as they ask. */
  readonly place: Place;
  readonly job: Pick<Job, 'id' | 'owner' | 'place'>;
  readonly operation: JobOperation;
  /** Whether a message that shows the job is before their eyes: one in this channel, or the one that they act on. */
  readonly shown: boolean;
  readonly variantsBy: VariantsBy;
}

/**
 * Whether somebody may have that done with a job: the one place where this is decided.
 *
 * A job is seen by its owner, by the admins of the place where it was ordered, in the channel where it was ordered, and
 * wherever a message already shows it. What is not seen is not there: nobody learns that it exists.
 *
 * @returns true, or what they are told: UserError `job-unknown`, `not-yours`
 */
export function checkAccess({
  member,
  place,
  job,
  operation,
  shown,
  variantsBy,
}: AccessRequest): true | UserError {
  const right: AccessLevel = REQUIRED_ACCESS[operation];
  const platform = job.place.platform === place.platform;
  const workspace = platform && job.place.workspace === place.workspace;
  const owner = isOwner(member, place, job);
  const admin = member.admin && workspace;
  const here = (workspace && job.place.channel === place.channel) || (platform && shown);
  if (!owner && !admin && !here) return new UserError('job-unknown', { name: job.id });
  const granted = {
    see: true,
    vary: owner || admin || variantsBy === 'anyone',
    change: owner || admin,
    own: owner,
  }[right];
  return granted || new UserError('not-yours', { owner: job.owner.name });
}

/**
 * The same id is the same person on one platform, and somebody else on another. Slack's ids name people within their
 * workspace only, but for those of an organisation, which begin with W (https://docs.slack.dev/reference/objects/user-object).
 */
function isOwner(
  { id }: AccessRequest['member'],
  place: Place,
  { owner, place: ordered }: AccessRequest['job'],
): boolean {
  if (owner.id !== id || ordered.platform !== place.platform) return false;
  return place.platform !== 'slack' || ordered.workspace === place.workspace || id.startsWith('W');
}

/** @throws UserError `admins-only` unless they may set what holds for everybody in that place */
export function requireAdmin({ admin }: Pick<Member, 'admin'>): void {
  if (!admin) throw new UserError('admins-only', {});
}
