import { describe, expect, it } from 'vitest';
import { NO_LIMITS } from '../../../../src/jobs/job/limits.ts';
import type { JobStore } from '../../../../src/jobs/store/job-store.ts';
import { newJob, request } from '../../orders.ts';
import { resultOf } from '../result.ts';
import { describeStores } from './stores.ts';

const photo = { sha256: 'a'.repeat(64) };

async function made(store: JobStore, picture: number, now = 1): Promise<string> {
  const variants = [{ request: request({ photos: [photo] }) }];
  const outcome = await store.submit(newJob({ variants }), NO_LIMITS, now);
  if (outcome.kind !== 'created') throw new Error(outcome.kind);
  const { id } = outcome.job;
  await store.start(id);
  await store.finishVariant(
    { id, lease: 1, variant: 0, result: resultOf(picture), duration: undefined },
    now,
  );
  return id;
}

async function delivered(store: JobStore, picture: number, now: number): Promise<string> {
  const id = await made(store, picture, now);
  const jobMessage = await store.firstMessage(id);
  await store.markShown(jobMessage?.seq ?? 0, jobMessage?.revision ?? 0, { messageId: id }, true, now);
  return id;
}

const name = (n: number): string => n.toString(16).padStart(16, '0');

describeStores((open) => {
  describe('remove', () => {
    it('makes garbage of the files that no other job uses', async () => {
      const { store } = await open();
      const first = await made(store, 1);
      await made(store, 2);
      expect(await store.remove(first)).toBe(true);
      expect(await store.garbage()).toEqual([
        { kind: 'ad', name: name(1) },
        { kind: 'origin', name: name(1) },
      ]);
      expect(await store.isUsed({ kind: 'photo', name: photo.sha256 })).toBe(true);
    });

    it('keeps a picture that two jobs have made', async () => {
      const { store } = await open();
      const [first, second] = [await made(store, 1), await made(store, 1)];
      await store.remove(first);
      expect(await store.garbage()).toEqual([]);
      await store.remove(second);
      expect((await store.garbage()).map(({ kind }) => kind)).toEqual(['ad', 'origin', 'photo']);
    });

    it('takes the words away, leaves the message to say so, and the history without it', async () => {
      const { store } = await open();
      const id = await delivered(store, 1, 5);
      await store.remove(id);
      const job = await store.job(id);
      expect(job).toMatchObject({ removed: true, pictures: [], state: 'delivered' });
      expect(JSON.stringify(job)).not.toContain('딸기');
      expect(await store.pendingDeliveries('terminal', 9, 9)).toMatchObject([{ job: { id, removed: true } }]);
      expect(await store.history({ limit: 9 })).toEqual([]);
    });

    it('leaves a job alone that is under way', async () => {
      const { store } = await open();
      const outcome = await store.submit(newJob(), NO_LIMITS, 1);
      expect('job' in outcome && (await store.remove(outcome.job.id))).toBe(false);
    });
  });

  describe('erase', () => {
    const theirs = { id: 'jun', name: '준호' };
    const words = {
      text: '준호네 떡볶이',
      photos: [photo],
      copy: { headline: '준호네' },
      brand: { shopName: '준호네', logo: { sha256: 'c'.repeat(64) } },
    };
    const variants = [{ request: request(words) }];

    async function ordered(store: JobStore, change: Parameters<typeof newJob>[0]): Promise<string> {
      const outcome = await store.submit(newJob({ variants, ...change }), NO_LIMITS, 1);
      if (outcome.kind !== 'created') throw new Error(outcome.kind);
      return outcome.job.id;
    }

    it('takes a person’s words, photos and pictures away, also out of what others made of them', async () => {
      const { store, sql } = await open();
      const others = await made(store, 9);
      const first = await ordered(store, { owner: theirs });
      await store.start(first);
      await store.finishVariant(
        { id: first, lease: 1, variant: 0, result: resultOf(1), duration: undefined },
        2,
      );
      const variation = { kind: 'words', copy: { headline: '준호네 신메뉴' } } as const;
      const varied = await ordered(store, { parent: first, variation });
      const again = await ordered(store, { parent: varied, owner: { id: 'mina', name: '미나' } });
      expect(await store.erase('jun')).toEqual({ erased: 3, running: 0 });
      for (const id of [first, varied, again])
        expect(await store.job(id)).toMatchObject({ removed: true, pictures: [], owner: {} });
      const rows = JSON.stringify([
        await sql('select * from jobs'),
        await sql('select * from pictures'),
        await sql('select * from cards'),
      ]);
      for (const word of ['준호', '떡볶이', 'c'.repeat(64)]) expect(rows).not.toContain(word);
      expect(await store.garbage()).toEqual([
        { kind: 'ad', name: name(1) },
        { kind: 'origin', name: name(1) },
        { kind: 'photo', name: 'c'.repeat(64) },
      ]);
      expect(await store.isUsed({ kind: 'photo', name: photo.sha256 })).toBe(true);
      expect(await store.job(others)).toMatchObject({ removed: false, pictures: [{}] });
      expect((await store.openJobs()).map(({ id }) => id)).toEqual([]);
    });

    it('stops what is being made, and is done with that when it is asked for again', async () => {
      const { store } = await open();
      const id = await ordered(store, { owner: theirs });
      await store.start(id);
      expect(await store.erase('jun')).toEqual({ erased: 0, running: 1 });
      expect(await store.openJobs()).toMatchObject([{ id, stopAsked: true }]);
      await store.markCancelled({ id, lease: 1 });
      expect(await store.erase('jun')).toEqual({ erased: 1, running: 0 });
      expect(await store.retry(id)).toBe(false);
    });

    it('knows nobody by half a name', async () => {
      const { store } = await open();
      const id = await ordered(store, { owner: theirs });
      for (const nobody of ['ju', 'jun%', 'JUN', '준호', ''])
        expect(await store.erase(nobody)).toEqual({ erased: 0, running: 0 });
      expect(await store.job(id)).toMatchObject({ removed: false });
    });
  });

  describe('prune', () => {
    it('forgets what ended long ago, in steps, and nothing else', async () => {
      const { store } = await open();
      const old = [await delivered(store, 1, 1), await delivered(store, 2, 2), await delivered(store, 3, 3)];
      const undelivered = await made(store, 4, 4);
      const young = await delivered(store, 5, 50);
      expect(await store.prune(10, 2)).toBe(2);
      expect(await store.prune(10, 2)).toBe(1);
      expect(await store.prune(10, 2)).toBe(0);
      for (const id of old) expect(await store.job(id)).toBeUndefined();
      expect(await store.jobByMessage('terminal', old[0] ?? '')).toBeUndefined();
      expect((await store.history({ limit: 9 })).map(({ id }) => id)).toEqual([young, undelivered]);
      expect(await store.garbage()).toHaveLength(6);
    });
  });

  describe('settings', () => {
    it('keep a logo from being garbage for as long as they name it', async () => {
      const { store } = await open();
      await store.setSettings('discord', '1', { shopName: '꽃집' }, ['b'.repeat(64)]);
      expect(await store.isUsed({ kind: 'photo', name: 'b'.repeat(64) })).toBe(true);
      await store.setSettings('discord', '1', { shopName: '꽃집' }, []);
      expect(await store.garbage()).toEqual([{ kind: 'photo', name: 'b'.repeat(64) }]);
      expect(await store.settings('discord', '1')).toEqual({ shopName: '꽃집' });
      expect(await store.settings('discord', '2')).toBeUndefined();
    });
  });
});
