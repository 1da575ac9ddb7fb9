import { UserError } from '../../errors/user-error.ts';
import type { Job, Place } from '../../jobs/job.ts';

/** Who may order variants of somebody else's job. */
export type VariantsBy = 'anyone' | 'owner';

/** What a wish takes: to see the job, to vary it, to change it for good, or to be the one who ordered it. */
type Right = 'see' | 'vary' | 'change' | 'own';

/** All that can be wanted of a job, and what it takes. A wish that is not here cannot be asked for. */
const RIGHTS = {
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
} as const satisfies Readonly<Record<string, Right>>;

export type Wish = keyof typeof RIGHTS;

export const WISHES = Object.keys(RIGHTS) as readonly Wish[];

/** Somebody who asks, by the platform's id. */
export interface Person {
  readonly id: string;
  /** Manages the server or workspace that they are in now; of any other they are not an admin. */
  readonly admin: boolean;
}

export interface Question {
  readonly person: Person;
  /** Where they are as they ask. */
  readonly place: Place;
  readonly job: Pick<Job, 'id' | 'owner' | 'place'>;
  readonly wish: Wish;
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
export function may({ person, place, job, wish, shown, variantsBy }: Question): true | UserError {
  const right: Right = RIGHTS[wish];
  const platform = job.place.platform === place.platform;
  const workspace = platform && job.place.workspace === place.workspace;
  const owner = isOwner(person, place, job);
  const admin = person.admin && workspace;
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
function isOwner({ id }: Person, place: Place, { owner, place: ordered }: Question['job']): boolean {
  if (owner.id !== id || ordered.platform !== place.platform) return false;
  return place.platform !== 'slack' || ordered.workspace === place.workspace || id.startsWith('W');
}

/** @throws UserError `admins-only` unless they may set what holds for everybody in that place */
export function checkMayConfigure({ admin }: Person): void {
  if (!admin) throw new UserError('admins-only', {});
}
