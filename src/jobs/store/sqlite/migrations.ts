import { TRANSITIONS } from '../../job/job-state.ts';

/**
 * The database's shape, one step an entry; a step that has been released is never changed. `user_version` counts
 * the steps that were taken.
 */
export const MIGRATIONS: readonly string[] = [
  `
  create table jobs (
    seq integer primary key autoincrement,
    id text not null unique,
    key text not null unique,
    state text not null,
    platform text not null,
    workspace text not null,
    channel text not null,
    owner text not null,
    owner_name text,
    locale text not null,
    workflow text not null,
    engine text not null,
    parent text,
    variation text,
    takes text not null,
    -- Which start of a job this was, over all jobs; null = never started.
    turn integer,
    attempts integer not null default 0,
    crashes integer not null default 0,
    restarts integer not null default 0,
    stop_asked integer not null default 0,
    error text,
    created_at integer not null,
    made_at integer,
    answered_at integer,
    removed integer not null default 0
  ) strict;
  create index jobs_state on jobs (state, created_at);
  create index jobs_owner on jobs (platform, workspace, owner, seq);
  create index jobs_workspace on jobs (platform, workspace, seq);
  create index jobs_turn on jobs (turn) where turn is not null;

  create table pictures (
    job text not null,
    take integer not null,
    picture text not null,
    result text not null,
    primary key (job, take)
  ) strict, without rowid;
  create index pictures_picture on pictures (picture);

  create table file_uses (
    kind text not null,
    name text not null,
    job text not null,
    primary key (kind, name, job)
  ) strict, without rowid;
  create index file_uses_job on file_uses (job);

  create table garbage (
    kind text not null,
    name text not null,
    primary key (kind, name)
  ) strict, without rowid;

  create table cards (
    seq integer primary key autoincrement,
    key text not null unique,
    job text not null,
    platform text not null,
    workspace text not null,
    address text not null,
    message text,
    wanted integer not null default 1,
    shown integer not null default 0,
    attempts integer not null default 0,
    due_at integer not null default 0,
    dead integer not null default 0
  ) strict;
  create index cards_job on cards (job);
  create index cards_behind on cards (platform, seq) where wanted > shown and dead = 0;

  -- Every message that has ever shown a job: a reaction on any of them finds it.
  create table messages (
    platform text not null,
    message text not null,
    job text not null,
    primary key (platform, message)
  ) strict, without rowid;
  create index messages_job on messages (job);

  create table paces (
    name text primary key,
    milliseconds real not null,
    samples integer not null,
    nodes text not null
  ) strict, without rowid;

  create table settings (
    platform text not null,
    workspace text not null,
    settings text not null,
    primary key (platform, workspace)
  ) strict, without rowid;
  `,
  // Where each message stands: whoever is there sees the job. Addresses of older cards tell it.
  `
  alter table cards add column channel text;
  update cards set channel = coalesce(
    case when json_valid(address) then cast(json_extract(address, '$.channel') as text) end,
    (select channel from jobs where jobs.id = cards.job)
  );
  `,
  // Messages that wait for their owners to speak are asked for by every event. What was given up before is one of them.
  `
  update cards set dead = 3 where dead = 1 and wanted > shown;
  create index cards_kept on cards (platform, dead) where dead > 1;
  `,
  // What a job was at, and at what the process ended last while it was the only one under way.
  `
  alter table jobs add column node text;
  alter table jobs add column fatal_node text;
  `,
  // Under which number a job is being made: what comes under a former one is refused.
  `
  alter table jobs add column lease integer not null default 0;
  `,
];

const pairs = Object.entries(TRANSITIONS)
  .flatMap(([from, tos]) => tos.map((to) => `('${from}', '${to}')`))
  .join(', ');

/**
 * Kept in step with the table at every start, so that the database refuses what the program would. Begins as SQLite
 * stores it, so that the two can be compared.
 */
export const TRANSITION_TRIGGER = `CREATE TRIGGER jobs_transition before update of state on jobs
  when (old.state, new.state) not in (values ${pairs})
  begin
    select raise(abort, 'a job cannot go this way');
  end`;
