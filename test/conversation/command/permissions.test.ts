import { describe, expect, it } from 'vitest';
import {
  type AccessRequest,
  checkAccess,
  JOB_OPERATIONS,
  type JobOperation,
  type VariantsBy,
} from '../../../src/conversation/command/permissions.ts';
import type { Job, Place } from '../../../src/jobs/job/job.ts';

type Ordered = Pick<Job, 'id' | 'owner' | 'place'>;

/** Who may ask: the rights are those that they have in the place where the job was ordered, and in the others. */
const PEOPLE = {
  owner: { id: 'minji', there: false, elsewhere: false },
  member: { id: 'jun', there: false, elsewhere: false },
  admin: { id: 'boss', there: true, elsewhere: false },
  'admin elsewhere': { id: 'chief', there: false, elsewhere: true },
  'admin of both': { id: 'queen', there: true, elsewhere: true },
  stranger: { id: 'nobody', there: false, elsewhere: false },
  // In direct messages everybody is their own admin.
  'in a DM': { id: 'nobody', there: false, elsewhere: true },
} as const;

type Who = keyof typeof PEOPLE;

const DISCORD: Ordered = {
  id: '7k3f9q',
  owner: { id: 'minji', name: '민지' },
  place: { platform: 'discord', workspace: 'bakery', channel: 'ads' },
};

const SLACK: Ordered = { ...DISCORD, place: { platform: 'slack', workspace: 'T1', channel: 'C1' } };

/** From where they may ask. Platforms take the same words for other things: that is why some are the same. */
const DISCORD_PLACES = {
  'same place': DISCORD.place,
  'other channel': { ...DISCORD.place, channel: 'talk' },
  'other server': { ...DISCORD.place, workspace: 'florist', channel: 'flowers' },
  'other server, a channel of that name': { ...DISCORD.place, workspace: 'florist' },
  'direct message': { platform: 'discord', workspace: 'user:nobody', channel: 'dm' },
  'other platform': { ...DISCORD.place, platform: 'slack' },
} as const satisfies Readonly<Record<string, Place>>;

const SLACK_PLACES = {
  'same place': SLACK.place,
  'other channel': { ...SLACK.place, channel: 'C2' },
  'direct message': { ...SLACK.place, channel: 'D1' },
  'other workspace': { ...SLACK.place, workspace: 'T2', channel: 'C9' },
  'other workspace, a shared channel': { ...SLACK.place, workspace: 'T2' },
  'other platform': { ...SLACK.place, platform: 'terminal' },
} as const satisfies Readonly<Record<string, Place>>;

/** Wishes by what comes of them: those of one line are answered alike. */
const ALIKE = {
  see: ['see', 'recipe'],
  vary: ['vary', 'reproduce', 'retry', 'words'],
  change: ['cancel', 'remove'],
  withdraw: ['withdraw'],
} as const satisfies Readonly<Record<string, readonly JobOperation[]>>;

type Verdict = 'yes' | 'not-yours' | 'job-unknown';

/** y = yes, n = told that it is not theirs, - = told that there is no such job. */
const LETTERS: Readonly<Record<string, Verdict>> = { y: 'yes', n: 'not-yours', '-': 'job-unknown' };

/**
 * What is expected, a letter for each place in the order above; before the bar with no message in sight, behind it with
 * one that shows the job.
 */
const DISCORD_TABLE: Readonly<Record<keyof typeof ALIKE, Readonly<Record<Who, string>>>> = {
  see: {
    owner: 'yyyyy- | yyyyy-',
    member: 'y----- | yyyyy-',
    admin: 'yy---- | yyyyy-',
    'admin elsewhere': 'y----- | yyyyy-',
    'admin of both': 'yy---- | yyyyy-',
    stranger: 'y----- | yyyyy-',
    'in a DM': 'y----- | yyyyy-',
  },
  vary: {
    owner: 'yyyyy- | yyyyy-',
    member: 'y----- | yyyyy-',
    admin: 'yy---- | yyyyy-',
    'admin elsewhere': 'y----- | yyyyy-',
    'admin of both': 'yy---- | yyyyy-',
    stranger: 'y----- | yyyyy-',
    'in a DM': 'y----- | yyyyy-',
  },
  change: {
    owner: 'yyyyy- | yyyyy-',
    member: 'n----- | nnnnn-',
    admin: 'yy---- | yynnn-',
    'admin elsewhere': 'n----- | nnnnn-',
    'admin of both': 'yy---- | yynnn-',
    stranger: 'n----- | nnnnn-',
    'in a DM': 'n----- | nnnnn-',
  },
  withdraw: {
    owner: 'yyyyy- | yyyyy-',
    member: 'n----- | nnnnn-',
    admin: 'nn---- | nnnnn-',
    'admin elsewhere': 'n----- | nnnnn-',
    'admin of both': 'nn---- | nnnnn-',
    stranger: 'n----- | nnnnn-',
    'in a DM': 'n----- | nnnnn-',
  },
};

/** Where only owners may order variants, those operations are answered as a change is. */
const DISCORD_OWNERS_ONLY = { ...DISCORD_TABLE, vary: DISCORD_TABLE.change };

/** On Slack an id names somebody within one workspace. */
const SLACK_TABLE: typeof DISCORD_TABLE = {
  see: {
    owner: 'yyy--- | yyyyy-',
    member: 'y----- | yyyyy-',
    admin: 'yyy--- | yyyyy-',
    'admin elsewhere': 'y----- | yyyyy-',
    'admin of both': 'yyy--- | yyyyy-',
    stranger: 'y----- | yyyyy-',
    'in a DM': 'y----- | yyyyy-',
  },
  vary: {
    owner: 'yyy--- | yyyyy-',
    member: 'y----- | yyyyy-',
    admin: 'yyy--- | yyyyy-',
    'admin elsewhere': 'y----- | yyyyy-',
    'admin of both': 'yyy--- | yyyyy-',
    stranger: 'y----- | yyyyy-',
    'in a DM': 'y----- | yyyyy-',
  },
  change: {
    owner: 'yyy--- | yyynn-',
    member: 'n----- | nnnnn-',
    admin: 'yyy--- | yyynn-',
    'admin elsewhere': 'n----- | nnnnn-',
    'admin of both': 'yyy--- | yyynn-',
    stranger: 'n----- | nnnnn-',
    'in a DM': 'n----- | nnnnn-',
  },
  withdraw: {
    owner: 'yyy--- | yyynn-',
    member: 'n----- | nnnnn-',
    admin: 'nnn--- | nnnnn-',
    'admin elsewhere': 'n----- | nnnnn-',
    'admin of both': 'nnn--- | nnnnn-',
    stranger: 'n----- | nnnnn-',
    'in a DM': 'n----- | nnnnn-',
  },
};

function memberOf(who: Who, place: Place, job: Ordered): AccessRequest['member'] {
  const { id, there, elsewhere } = PEOPLE[who];
  const home = place.platform === job.place.platform && place.workspace === job.place.workspace;
  return { id, admin: home ? there : elsewhere };
}

function verdict(
  who: Who,
  place: Place,
  job: Ordered,
  operation: JobOperation,
  shown: boolean,
  by: VariantsBy,
): Verdict {
  const answer = checkAccess({
    member: memberOf(who, place, job),
    place,
    job,
    operation,
    shown,
    variantsBy: by,
  });
  if (answer === true) return 'yes';
  if (answer.code !== 'job-unknown' && answer.code !== 'not-yours') throw answer;
  return answer.code;
}

describe.each([
  ['Discord', DISCORD, DISCORD_PLACES, 'anyone', DISCORD_TABLE],
  ['Discord, variants by owners', DISCORD, DISCORD_PLACES, 'owner', DISCORD_OWNERS_ONLY],
  ['Slack', SLACK, SLACK_PLACES, 'anyone', SLACK_TABLE],
  ['Slack, variants by owners', SLACK, SLACK_PLACES, 'owner', { ...SLACK_TABLE, vary: SLACK_TABLE.change }],
] as const)('what is ordered on %s', (_name, job, places, by, table) => {
  for (const [kind, operations] of Object.entries(ALIKE)) {
    it.each(Object.keys(PEOPLE) as Who[])(`${operations.join(', ')}: %s`, (who) => {
      const [hidden = '', shown = ''] = table[kind as keyof typeof ALIKE][who].split(' | ');
      for (const operation of operations) {
        for (const [index, [name, place]] of Object.entries(places).entries()) {
          const where = `${operation}, ${who}, ${name}`;
          expect(verdict(who, place, job, operation, false, by), where).toBe(LETTERS[hidden[index] ?? '']);
          expect(verdict(who, place, job, operation, true, by), `${where}, shown`).toBe(
            LETTERS[shown[index] ?? ''],
          );
        }
      }
    });
  }
});

describe('the table', () => {
  it('holds every wish', () => {
    expect(Object.values(ALIKE).flat().sort()).toEqual([...JOB_OPERATIONS].sort());
  });

  it('knows people of a Slack organisation in each of its workspaces', () => {
    const job: Ordered = { ...SLACK, owner: { id: 'W1' } };
    const asked = { job, operation: 'remove', shown: false, variantsBy: 'anyone' } as const;
    const place: Place = { ...SLACK.place, workspace: 'T2' };
    expect(checkAccess({ ...asked, member: { id: 'W1', admin: false }, place })).toBe(true);
    expect(checkAccess({ ...asked, member: { id: 'W2', admin: true }, place })).toMatchObject({
      code: 'job-unknown',
    });
  });

  it('leaves what was ordered in a direct message between that person and the bot', () => {
    const job: Ordered = {
      ...DISCORD,
      place: { platform: 'discord', workspace: 'user:minji', channel: 'dm' },
    };
    const asked = { job, shown: false, variantsBy: 'anyone' } as const;
    const minji = { id: 'minji', admin: true };
    for (const operation of JOB_OPERATIONS) {
      expect(checkAccess({ ...asked, operation, member: minji, place: job.place })).toBe(true);
      expect(checkAccess({ ...asked, operation, member: minji, place: DISCORD.place })).toBe(true);
      // Somebody else in a group's direct messages has a workspace of their own there, and is its admin.
      for (const place of [DISCORD.place, { ...job.place, workspace: 'user:jun' }]) {
        expect(checkAccess({ ...asked, operation, member: { id: 'jun', admin: true }, place })).toMatchObject(
          {
            code: 'job-unknown',
          },
        );
      }
    }
  });

  it('tells whom to ask, and nothing to those who cannot see it', () => {
    const member = { id: 'jun', admin: false };
    const asked = { member, job: DISCORD, operation: 'remove', shown: false, variantsBy: 'anyone' } as const;
    expect(checkAccess({ ...asked, place: DISCORD.place })).toMatchObject({ params: { owner: '민지' } });
    const elsewhere = checkAccess({ ...asked, place: DISCORD_PLACES['other server'] });
    expect(elsewhere).toMatchObject({ params: { name: '7k3f9q' } });
  });
});
