import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FileJournal } from '../conversation/file-journal.ts';
import { PersistentMap } from '../conversation/persistent-map.ts';
import { UserError } from '../errors/user-error.ts';
import type { JobStore } from '../jobs/store/job-store.ts';
import { storePlace, takeStoreLock } from '../jobs/store/open-store.ts';
import type { Io } from './io.ts';

/** Adapters that keep what they have taken in. */
const ADAPTERS = ['discord', 'slack', 'web'];

/** More than any of their maps holds. */
const MAX_ENTRIES = 100_000;

/** As long as one of them is being made, in milliseconds, and how often it is looked whether it has stopped. */
const MAX_STOPPING = 60_000;
const STOPPING_INTERVAL = 500;

/** Until nothing of theirs is being made any more. @throws UserError `erase-unfinished` */
async function eraseAll(store: JobStore, person: string): Promise<number> {
  const deadline = performance.now() + MAX_STOPPING;
  for (let count = 0; ; ) {
    const { erased, running } = await store.erase(person);
    count = Math.max(count, erased);
    if (running === 0) return count;
    if (performance.now() > deadline) throw new UserError('erase-unfinished', { erased, running });
    await sleep(STOPPING_INTERVAL);
  }
}

/**
 * Takes everything of a person away: out of the jobs, their files, and what a bot has at hand.
 *
 * @param sweep removes the files that no job uses any more; returns how many
 * @throws UserError `erase-unfinished`; OutageError
 */
export async function erasePerson(
  person: string,
  store: JobStore,
  io: Io,
  sweep: () => Promise<number>,
): Promise<void> {
  const { LOCALE: locale } = io.config;
  const erased = await eraseAll(store, person);
  const files = await sweep();
  const isAll = await eraseAtHand(io, store, person);
  io.out(
    {
      ko: `작업 ${erased}개의 글과 그림을 지우고, 파일 ${files}개를 지웠어요.`,
      en: `Words and pictures of ${erased} jobs, and ${files} files removed.`,
    }[locale],
  );
  if (isAll) return;
  io.err(
    {
      ko: '실행 중인 봇의 캐시와 받은 글 목록은 남아 있어요. 봇을 끄고 한 번 더 실행해 주세요.',
      en: 'The running bot still holds its cache and what it has just received. Stop it and run this again.',
    }[locale],
  );
}

/**
 * Takes away what a bot has at hand besides its jobs: what it has taken in of a person and not done yet, their
 * conversation on the web page, and the results of nodes, which hold everybody's words.
 *
 * @returns false where a bot is running, whose these are
 */
async function eraseAtHand(io: Io, store: JobStore, person: string): Promise<boolean> {
  const folder = io.config.DATA_DIR;
  const lock = await takeStoreLock(storePlace(folder, io.config.DATABASE_URL), () => {}).catch(
    () => undefined,
  );
  if (lock === undefined) return false;
  try {
    await store.entries?.erase(person);
    for (const adapter of ADAPTERS) await eraseEntries(join(folder, adapter), person);
    if (/^[\w-]+$/.test(person)) await rm(join(folder, 'web', 'people', `${person}.jsonl`), { force: true });
    await rm(join(folder, 'cache', 'results'), { recursive: true, force: true });
    return true;
  } finally {
    lock.release();
  }
}

async function eraseEntries(folder: string, person: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith('.jsonl'))) {
    const map = await PersistentMap.open(new FileJournal(join(folder, name)), MAX_ENTRIES);
    for (const id of map.keys()) {
      if (id === person || JSON.stringify(map.get(id)).includes(JSON.stringify(person))) await map.delete(id);
    }
    // What was deleted still stands in the lines before; opening it writes it anew.
    await PersistentMap.open(new FileJournal(join(folder, name)), MAX_ENTRIES);
  }
}
