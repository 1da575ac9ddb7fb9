import { afterEach, describe, expect, it, vi } from 'vitest';
import { actionId } from '../../src/conversation/actions.ts';
import type { Answer } from '../../src/conversation/command/define-command.ts';
import { UserError } from '../../src/errors/user-error.ts';
import type { Job } from '../../src/jobs/job/job.ts';
import { closeDesk } from '../jobs/desk.ts';
import { place } from '../jobs/orders.ts';
import { vocabularyWith } from './command/small-vocabulary.ts';
import { type ConversationDesk, inboundEvent, openConversation } from './open-conversation.ts';

let talk: ConversationDesk | undefined;
afterEach(async () => {
  await closeDesk(talk);
  talk = undefined;
});

async function open(...inputs: Parameters<typeof openConversation>): Promise<ConversationDesk> {
  talk = await openConversation(...inputs);
  return talk;
}

function jobOf(answer: Answer): Job {
  if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
  return answer.job;
}

const titleOf = (answer: Answer): string => (answer.kind === 'reply' ? answer.reply.title : answer.kind);

async function finished(
  { conversation, until }: ConversationDesk,
  values: Record<string, string | number> = {},
): Promise<Job> {
  const answer = await conversation.runCommand(
    'make',
    { text: '카페 신메뉴 딸기라떼', ...values },
    inboundEvent(),
  );
  return until(jobOf(answer).id, ({ state }) => state === 'delivered');
}

const messageOf = (job: Job): string =>
  [...(talk?.recorder.messages ?? [])].find(([, { replies }]) =>
    replies.some((reply) => reply.job === job.id),
  )?.[0] ?? '';

describe('reactions', () => {
  it.each([
    ['🔁', { kind: 'regenerate' }],
    ['art', { kind: 'style', style: 'semi-realistic' }],
    ['🔡', { kind: 'lettering' }],
    [':triangular_ruler:', { kind: 'formats', picture: 0, formats: ['1:1', '4:5', '9:16'] }],
    ['1️⃣', { kind: 'vary', picture: 0, strength: 'weak' }],
  ])('%s orders a variant of what the message shows', async (reaction, variation) => {
    const opened = await open();
    const parent = await finished(opened);
    const answer = await opened.conversation.addReaction(
      reaction,
      messageOf(parent),
      inboundEvent({ id: 'jun' }),
    );
    expect(jobOf(answer)).toMatchObject({ parent: parent.id, variation, owner: { id: 'jun' } });
    await opened.until(jobOf(answer).id, ({ state }) => state === 'delivered');
  });

  it('on any old message work after a restart', async () => {
    const first = await open();
    const parent = await finished(first);
    const message = messageOf(parent);
    await first.jobs.stop();
    await first.store.close();
    const second = await open({ folder: first.folder });
    const answer = await second.conversation.addReaction('🔁', message, inboundEvent());
    expect(jobOf(answer).parent).toBe(parent.id);
  });

  it('of others, on other messages or of no meaning, are let pass', async () => {
    const opened = await open();
    const parent = await finished(opened);
    expect(await opened.conversation.addReaction('👍', messageOf(parent), inboundEvent())).toEqual({
      kind: 'none',
    });
    expect(await opened.conversation.addReaction('🔁', 'elsewhere', inboundEvent())).toEqual({
      kind: 'none',
    });
  });

  it('sent twice are one job', async () => {
    const opened = await open();
    const parent = await finished(opened);
    const same = inboundEvent();
    const [one, two] = await Promise.all([
      opened.conversation.addReaction('🔁', messageOf(parent), same),
      opened.conversation.addReaction('🔁', messageOf(parent), same),
    ]);
    expect(jobOf(one).id).toBe(jobOf(two).id);
  });

  it('look their job up once', async () => {
    const opened = await open();
    const parent = await finished(opened);
    const byId = vi.spyOn(opened.jobs.lookup, 'job');
    const byMessage = vi.spyOn(opened.jobs.lookup, 'byMessageId');
    const answer = await opened.conversation.addReaction('💡', messageOf(parent), inboundEvent());
    expect(answer.kind).toBe('reply');
    expect([byMessage, byId].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  });

  it('taken away before the start cancel, and may be given again', async () => {
    let hold = false;
    const opened = await open({
      parts: { concurrency: 1 },
      onPicture: (_request, { signal }) =>
        hold
          ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
          : undefined,
    });
    const parent = await finished(opened);
    hold = true;
    const blocking = jobOf(await opened.conversation.runCommand('make', { text: '다른 것' }, inboundEvent()));
    await opened.until(blocking.id, ({ state }) => state === 'running');
    const reaction = inboundEvent();
    const ordered = jobOf(await opened.conversation.addReaction('🔁', messageOf(parent), reaction));
    await opened.conversation.removeReaction(reaction.key, reaction);
    await opened.until(ordered.id, ({ state }) => state === 'cancelled');
    const again = jobOf(await opened.conversation.addReaction('🔁', messageOf(parent), reaction));
    expect(again.id).not.toBe(ordered.id);
    // Once it runs, a changed mind changes nothing.
    await opened.conversation.removeReaction(reaction.key, inboundEvent({ id: 'jun' }));
    expect((await opened.jobs.lookup.job(again.id)).state).toBe('queued');
  });

  it('❌ cancels what is under way, and deletes what is done', async () => {
    let hold = true;
    const opened = await open({
      onPicture: (_request, { signal }) =>
        hold
          ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
          : undefined,
    });
    const first = jobOf(await opened.conversation.runCommand('make', { text: '카페' }, inboundEvent()));
    await expect.poll(() => messageOf(first)).not.toBe('');
    await opened.conversation.addReaction('❌', messageOf(first), inboundEvent());
    await opened.until(first.id, ({ state }) => state === 'cancelled');
    hold = false;
    const second = await finished(opened);
    await opened.conversation.addReaction('❌', messageOf(second), inboundEvent());
    expect((await opened.jobs.lookup.job(second.id)).removed).toBe(true);
  });
});

describe('buttons', () => {
  it('go back to the picture that a variant came from, in a new message', async () => {
    const opened = await open();
    const parent = await finished(opened);
    const child = jobOf(
      await opened.conversation.performAction(parent.id, { kind: 'regenerate' }, inboundEvent()),
    );
    await opened.until(child.id, ({ state }) => state === 'delivered');
    const answer = await opened.conversation.pressButton(
      actionId(child.id, { kind: 'undo' }),
      inboundEvent(),
    );
    expect(answer).toEqual({ kind: 'job-message', job: parent.id });
    await expect.poll(() => opened.recorder.messages.size).toBe(3);
    // From the new message it goes on as from the old one.
    expect(jobOf(await opened.conversation.addReaction('🔁', '3', inboundEvent())).parent).toBe(parent.id);
    const none = await opened.conversation.performAction(parent.id, { kind: 'undo' }, inboundEvent());
    expect(titleOf(none)).toContain('이전 그림이 없어요');
  });

  it('change the words and keep the picture', async () => {
    const opened = await open();
    const parent = await finished(opened);
    expect(await opened.conversation.copyOf(parent.id, inboundEvent())).toEqual({ headline: '딸기라떼' });
    const copy = { headline: '봄 한정', price: '5,500원' };
    const job = jobOf(
      await opened.conversation.performAction(parent.id, { kind: 'words', copy }, inboundEvent()),
    );
    expect(job.variants[0]?.request).toMatchObject({ copy, seed: parent.variants[0]?.request.seed });
    const emoji = await opened.conversation.performAction(
      parent.id,
      { kind: 'words', copy: { headline: '🍓' } },
      inboundEvent(),
    );
    expect(titleOf(emoji)).toContain('이모지');
  });

  it('tell all the reasons', async () => {
    const opened = await open();
    const parent = await finished(opened);
    const answer = await opened.conversation.performAction(parent.id, { kind: 'why' }, inboundEvent());
    expect(answer).toMatchObject({
      reply: { reasoning: { long: ['가운데가 비어 있어요.'] }, private: true },
    });
  });

  it('try a failed job again, as a new one', async () => {
    let broken = true;
    const opened = await open({
      onPicture: () => {
        if (broken) throw new UserError('photo-transparent', { file: 'a.png' });
      },
    });
    const failed = jobOf(await opened.conversation.runCommand('make', { text: '카페' }, inboundEvent()));
    await opened.until(failed.id, ({ state }) => state === 'failed');
    broken = false;
    const again = jobOf(
      await opened.conversation.performAction(failed.id, { kind: 'retry' }, inboundEvent()),
    );
    expect(again.variants).toEqual(failed.variants);
    await opened.until(again.id, ({ state }) => state === 'delivered');
    const done = await opened.conversation.performAction(again.id, { kind: 'retry' }, inboundEvent());
    expect(titleOf(done)).toContain('실패했거나 취소된');
  });

  it('that nobody knows are let pass', async () => {
    const { conversation } = await open();
    expect(await conversation.pressButton('something else', inboundEvent())).toEqual({ kind: 'none' });
    expect(titleOf(await conversation.pressButton('1/zzzzzz/why', inboundEvent()))).toContain(
      '찾을 수 없어요',
    );
  });
});

describe('who may', () => {
  it('delete and cancel: the owner and admins, and others are told whom to ask', async () => {
    const opened = await open();
    const job = await finished(opened);
    const refused = await opened.conversation.performAction(
      job.id,
      { kind: 'remove' },
      inboundEvent({ id: 'jun' }),
    );
    expect(titleOf(refused)).toBe('민지 님이나 관리자만 할 수 있어요.');
    expect((await opened.jobs.lookup.job(job.id)).removed).toBe(false);
    await opened.conversation.performAction(
      job.id,
      { kind: 'remove' },
      inboundEvent({ id: 'boss', admin: true }),
    );
    expect((await opened.jobs.lookup.job(job.id)).removed).toBe(true);
    const late = await opened.conversation.performAction(job.id, { kind: 'regenerate' }, inboundEvent());
    expect(titleOf(late)).toContain('삭제된');
  });

  it('order variants: anyone, or the owner alone where that is set', async () => {
    const opened = await open({}, { variantsBy: 'owner' });
    const job = await finished(opened);
    const refused = await opened.conversation.performAction(
      job.id,
      { kind: 'regenerate' },
      inboundEvent({ id: 'jun' }),
    );
    expect(titleOf(refused)).toContain('관리자만');
    expect(
      jobOf(await opened.conversation.performAction(job.id, { kind: 'regenerate' }, inboundEvent())).parent,
    ).toBe(job.id);
  });

  it('see a job: those who are where it was ordered, and its owner', async () => {
    const opened = await open();
    const job = await finished(opened);
    const elsewhere = { place: { ...place, workspace: 'another shop' } };
    const stranger = await opened.conversation.performAction(
      job.id,
      { kind: 'why' },
      inboundEvent({ id: 'jun' }, elsewhere),
    );
    expect(titleOf(stranger)).toContain('찾을 수 없어요');
    expect(
      await opened.conversation.performAction(job.id, { kind: 'why' }, inboundEvent({}, elsewhere)),
    ).toMatchObject({
      kind: 'reply',
    });
  });

  it('delete by a reaction: no admin of another server who sees the message there', async () => {
    const opened = await open();
    const job = await finished(opened);
    const elsewhere = { place: { ...place, workspace: 'another shop', channel: 'elsewhere' } };
    // The owner shows their own job in another server.
    await opened.conversation.runCommand('show', { id: job.id }, inboundEvent({}, elsewhere));
    await expect.poll(() => opened.recorder.messages.size).toBe(2);
    const chief = inboundEvent({ id: 'chief', admin: true }, elsewhere);
    const refused = await opened.conversation.addReaction('❌', '2', chief);
    expect(titleOf(refused)).toBe('민지 님이나 관리자만 할 수 있어요.');
    expect((await opened.jobs.lookup.job(job.id)).removed).toBe(false);
    // They see it, so it may be varied from there, in their own server.
    const variant = await opened.conversation.addReaction(
      '🔁',
      '2',
      inboundEvent({ id: 'chief' }, elsewhere),
    );
    expect(jobOf(variant)).toMatchObject({ parent: job.id, place: elsewhere.place, owner: { id: 'chief' } });
    expect((await opened.conversation.addReaction('❌', '2', inboundEvent({}, elsewhere))).kind).toBe('none');
    expect((await opened.jobs.lookup.job(job.id)).removed).toBe(true);
  });

  it('go back to a parent: only where it was shown', async () => {
    const opened = await open();
    const parent = await finished(opened);
    const elsewhere = { place: { ...place, workspace: 'another shop', channel: 'elsewhere' } };
    const act = opened.conversation.performAction(
      parent.id,
      { kind: 'regenerate' },
      inboundEvent({}, elsewhere),
    );
    const child = jobOf(await act);
    await opened.until(child.id, ({ state }) => state === 'delivered');
    const jun = inboundEvent({ id: 'jun', admin: true }, elsewhere);
    for (const answer of [
      await opened.conversation.performAction(child.id, { kind: 'undo' }, jun),
      await opened.conversation.pressButton(actionId(child.id, { kind: 'undo' }), jun),
      await opened.conversation.addReaction('↩️', messageOf(child), jun),
    ]) {
      expect(titleOf(answer)).toContain(`"${parent.id}"이라는 작업을 찾을 수 없어요`);
    }
    expect(opened.recorder.messages.size).toBe(2);
    const own = await opened.conversation.addReaction('↩️', messageOf(child), inboundEvent({}, elsewhere));
    expect(own).toEqual({ kind: 'job-message', job: parent.id });
    await expect.poll(() => opened.recorder.messages.size).toBe(3);
    // Now it is there for all to see.
    expect((await opened.conversation.performAction(child.id, { kind: 'undo' }, jun)).kind).toBe(
      'job-message',
    );
  });

  it('read what was ordered in another channel: its owner and admins', async () => {
    const opened = await open();
    const job = await finished(opened);
    const talkroom = { place: { ...place, channel: 'talk' } };
    const asJun = (member = {}): ReturnType<typeof inboundEvent> =>
      inboundEvent({ id: 'jun', ...member }, talkroom);
    const image = job.pictures[0]?.result.image.id ?? '';
    for (const id of [job.id, `${job.id}.1`, `${job.id}.9`, image]) {
      for (const values of [{}, { recipe: true }, { prompt: true }, { again: true }]) {
        const answer = await opened.conversation.runCommand('show', { id, ...values }, asJun());
        expect(answer, id).toMatchObject({ kind: 'reply', wrong: 'job-unknown' });
      }
    }
    for (const kind of ['why', 'show', 'regenerate', 'remove', 'cancel', 'retry'] as const) {
      expect(await opened.conversation.performAction(job.id, { kind }, asJun())).toMatchObject({
        wrong: 'job-unknown',
      });
    }
    await expect(opened.conversation.copyOf(job.id, asJun())).rejects.toMatchObject({ code: 'job-unknown' });
    const listed = await opened.conversation.runCommand('history', { whose: 'here' }, asJun());
    expect(listed).toMatchObject({ reply: { entries: [] } });
    expect(await opened.conversation.suggestJobs('', asJun(), 10)).toEqual([]);
    const boss = await opened.conversation.runCommand(
      'show',
      { id: job.id },
      asJun({ id: 'boss', admin: true }),
    );
    expect(boss).toEqual({ kind: 'job-message', job: job.id });
    await expect.poll(() => opened.recorder.messages.size).toBe(2);
    // What an admin has shown there, all who are there may see, by its name as by its message.
    expect((await opened.conversation.runCommand('show', { id: image }, asJun())).kind).toBe('job-message');
    expect(await opened.conversation.copyOf(job.id, asJun())).toEqual({ headline: '딸기라떼' });
  });

  it('hear of their own jobs of other channels: not where others hear it too', async () => {
    const opened = await open();
    const hidden = await finished(opened);
    const talkroom = { place: { ...place, channel: 'talk' } };
    const titles = async (overheard: boolean): Promise<readonly (string | undefined)[]> => {
      const answer = await opened.conversation.runCommand(
        'history',
        {},
        inboundEvent({}, { ...talkroom, publicReply: overheard }),
      );
      return answer.kind === 'reply' ? answer.reply.entries.map(({ job }) => job) : [];
    };
    expect(await titles(false)).toEqual([hidden.id]);
    expect(await titles(true)).toEqual([]);
  });

  it('have a picture that several jobs made: by the one that they may see', async () => {
    const opened = await open();
    const mine = await finished(opened);
    const again = { kind: 'job' as const };
    const hidden = inboundEvent({}, { place: { ...place, channel: 'back room' } });
    const copy = await opened.conversation.runCommand('show', { id: mine.id, again: true }, hidden);
    expect(copy).toMatchObject(again);
    await opened.until(jobOf(copy).id, ({ state }) => state === 'delivered');
    const image = mine.pictures[0]?.result.image.id ?? '';
    const shown = await opened.conversation.runCommand('show', { id: image }, inboundEvent({ id: 'jun' }));
    expect(shown).toEqual({ kind: 'job-message', job: mine.id });
  });

  it('fill a form with the words of a job: those who may change them', async () => {
    const opened = await open({}, { variantsBy: 'owner' });
    const job = await finished(opened);
    const jun = opened.conversation.copyOf(job.id, inboundEvent({ id: 'jun' }));
    await expect(jun).rejects.toMatchObject({ code: 'not-yours' });
    expect(await opened.conversation.copyOf(job.id, inboundEvent())).toEqual({ headline: '딸기라떼' });
  });

  it('make exactly the same once more: as any other variant', async () => {
    const opened = await open({}, { variantsBy: 'owner' });
    const job = await finished(opened);
    const values = { id: job.id, again: true };
    const jun = await opened.conversation.runCommand('show', values, inboundEvent({ id: 'jun' }));
    expect(jun).toMatchObject({ wrong: 'not-yours' });
    expect((await opened.conversation.runCommand('show', values, inboundEvent())).kind).toBe('job');
  });

  it('take a reaction away: nobody but who gave it', async () => {
    let hold = false;
    const opened = await open({
      parts: { concurrency: 1 },
      onPicture: (_request, { signal }) =>
        hold
          ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
          : undefined,
    });
    const parent = await finished(opened);
    hold = true;
    jobOf(await opened.conversation.runCommand('make', { text: '다른 것' }, inboundEvent()));
    const reaction = inboundEvent();
    const ordered = jobOf(await opened.conversation.addReaction('🔁', messageOf(parent), reaction));
    await opened.conversation.removeReaction(reaction.key, inboundEvent({ id: 'boss', admin: true }));
    expect((await opened.jobs.lookup.job(ordered.id)).state).toBe('queued');
    await opened.conversation.removeReaction(reaction.key, reaction);
    await opened.until(ordered.id, ({ state }) => state === 'cancelled');
  });

  it('do without limits: those of certain roles', async () => {
    const allowance = { open: 0, hourly: 1, daily: 0 };
    const none = { open: 0, hourly: 0, daily: 0 };
    const opened = await open({ parts: { limits: { user: allowance, workspace: none } } });
    const make = (roles: readonly string[]): Promise<Answer> =>
      opened.conversation.runCommand('make', { text: '카페' }, inboundEvent({ roles }));
    expect((await make([])).kind).toBe('job');
    expect(titleOf(await make([]))).toContain('한 시간에 1개까지');
    expect((await make(['vip'])).kind).toBe('job');
  });
});

describe('mistakes', () => {
  it('are answered in the person’s language, for their eyes alone', async () => {
    const { conversation } = await open();
    const answer = await conversation.runCommand('make', { text: '🍓' }, inboundEvent({ locale: 'en' }));
    expect(answer).toMatchObject({ kind: 'reply', reply: { private: true, locale: 'en' } });
    expect(titleOf(answer)).toContain('Tell me what the ad is for');
    expect(titleOf(await conversation.runCommand('mak', {}, inboundEvent()))).toContain(
      'make, queue, history',
    );
  });

  it('on our side tell nothing of what went wrong', async () => {
    const { conversation } = await open(
      {},
      {
        vocabulary: vocabularyWith(() => {
          throw new Error('secret detail');
        }),
      },
    );
    const title = titleOf(await conversation.runCommand('make', { text: '카페' }, inboundEvent()));
    expect(title).toContain('예상하지 못한');
    expect(title).not.toContain('secret');
  });

  it('in a photo are told before anything is stored', async () => {
    const { conversation, folder } = await open();
    await expect(
      conversation.keepPhotos([{ bytes: async () => Buffer.from('not a picture'), name: 'latte.png' }]),
    ).rejects.toMatchObject({ code: 'photo-text', params: { file: 'latte.png' } });
    expect(folder).toBeDefined();
  });
});
