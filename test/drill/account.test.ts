import { describe, expect, it } from 'vitest';
import { accountOf, type Conversation, isGood, isSettled } from './account.ts';

const conversation = (change: Partial<Conversation>): Conversation => ({
  accepted: true,
  ads: 0,
  refusals: 0,
  others: 0,
  shown: [],
  ...change,
});

describe('the account of a drill', () => {
  it('is good where every accepted request has one ad', () => {
    const account = accountOf([conversation({ ads: 1 }), conversation({ accepted: false })]);
    expect(account).toMatchObject({ accepted: 1, answered: 1, lost: 0, stale: 0 });
    expect(isGood(account)).toBe(true);
  });

  it.each([
    ['lost', {}],
    ['stuck', { others: 1 }],
    ['doubled', { ads: 2 }],
    ['failed', { refusals: 1 }],
  ] as const)('tells what is %s', (name, change) => {
    const account = accountOf([conversation(change)]);
    expect(account[name]).toBe(1);
    expect(isGood(account)).toBe(false);
    expect(isSettled(account)).toBe(name === 'doubled' || name === 'failed');
  });

  it('forgives a stale message beside an answer', () => {
    const account = accountOf([conversation({ ads: 1, others: 1 })]);
    expect(account).toMatchObject({ stale: 1, stuck: 0 });
    expect(isGood(account)).toBe(true);
  });
});
