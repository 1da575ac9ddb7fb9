import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerMessage } from '../../src/conversation/answer-message.ts';
import type { Answer } from '../../src/conversation/command/define-command.ts';
import { closeDesk } from '../jobs/desk.ts';
import { place } from '../jobs/orders.ts';
import { type ConversationDesk, inboundEvent, openConversation } from './open-conversation.ts';

let talk: ConversationDesk;
beforeEach(async () => {
  talk = await openConversation();
});
afterEach(() => closeDesk(talk));

const CARD = 'the-card';

/** Says it in answer to the message of an ad for a strawberry latte, without calling the bot. */
async function answered(
  text: string,
  values: Readonly<Record<string, string>> = {},
): Promise<{ readonly ad: string; readonly answer: Answer }> {
  const { conversation } = talk;
  const replyTo = { address: '{}', messageId: CARD };
  const made = await conversation.runCommand(
    'make',
    { text: '카페 딸기라떼 5,000원', ...values },
    inboundEvent({}, { place, replyTo }),
  );
  if (made.kind !== 'job') throw new Error('There is no ad');
  await talk.until(made.job.id, ({ state }) => state === 'delivered');
  const line = { text, photos: 0, reply: true, keepPhotos: async () => [] };
  const answer = await answerMessage(line, inboundEvent({}, { place, sourceMessage: CARD }), conversation);
  return { ad: made.job.id, answer };
}

describe('an answer to an ad that does not call the bot', () => {
  it.each(['예쁘다!', 'looks great thanks'])('such as %s is thanked for, and makes nothing', async (said) => {
    const { ad, answer } = await answered(said);
    expect(answer).toMatchObject({ kind: 'reply', reply: { job: ad } });
    expect(answer.kind === 'reply' && answer.reply.title).toContain('딸기라떼 4,500원');
    expect(answer.kind === 'reply' && answer.reply.actions.length).toBeGreaterThan(0);
  });

  it('orders an ad of what it names', async () => {
    const { ad, answer } = await answered('딸기라떼 4,500원으로 다시');
    expect(answer.kind === 'job' && answer.job.id).not.toBe(ad);
    expect(answer).toMatchObject({
      job: { variants: [{ request: { text: '딸기라떼 4,500원으로 다시' } }] },
    });
  });

  it('has the ad made as it wishes', async () => {
    const { answer } = await answered('세로로, 더 밝게');
    expect(answer).toMatchObject({
      kind: 'job',
      job: { variants: [{ request: { text: '카페 딸기라떼 5,000원\n세로로, 더 밝게' } }] },
    });
  });

  it('has it made for the place that it names, and for none where it asks for another shape', async () => {
    const { answer } = await answered('인스타 스토리용으로 부탁해요');
    const placed = answer.kind === 'job' ? answer.job.variants[0]?.request : undefined;
    expect(placed).toMatchObject({
      place: '15x100',
      text: '카페 딸기라떼 5,000원\n인스타 스토리용으로 부탁해요',
    });
    await closeDesk(talk);
    talk = await openConversation();
    const { answer: shaped } = await answered('세로로', { place: 'a4-print' });
    expect(shaped.kind === 'job' && shaped.job.variants[0]?.request).toMatchObject({ format: '9:16' });
    expect(shaped.kind === 'job' && shaped.job.variants[0]?.request.place).toBeUndefined();
  });

  it.each([
    ['다른 느낌으로', 'family'],
    ['다시 해주세요', 'regenerate'],
    ['Another look please', 'family'],
  ])('does what the button does whose words it has: %s', async (said, kind) => {
    const { ad, answer } = await answered(said);
    expect(answer).toMatchObject({ kind: 'job', job: { parent: ad, variation: { kind } } });
  });

  it('may be a command', async () => {
    const { answer } = await answered('queue');
    expect(answer.kind === 'reply' && answer.reply.title).toContain('0개가 기다려요');
  });
});
