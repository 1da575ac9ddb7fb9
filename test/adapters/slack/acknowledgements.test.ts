import { describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../../src/adapters/slack/acknowledgements.ts';

describe('messages', () => {
  it('step aside until no acknowledgement is owed', async () => {
    const acknowledgements = new Acknowledgements();
    await acknowledgements.idle();
    const paid = [acknowledgements.begin(), acknowledgements.begin()];
    let over = false;
    const waiting = acknowledgements.idle().then(() => {
      over = true;
    });
    paid[0]?.();
    paid[0]?.();
    await Promise.resolve();
    expect(over).toBe(false);
    paid[1]?.();
    await waiting;
    expect(over).toBe(true);
  });

  it('are not waited for once there is a crowd, nor by those who wait already', async () => {
    const acknowledgements = new Acknowledgements();
    const never = new Promise<string>(() => {});
    const early = acknowledgements.unlessOverloaded(60_000, never);
    for (let n = 0; n < 100; n++) acknowledgements.begin();
    expect(await early).toBeUndefined();
    expect(await acknowledgements.unlessOverloaded(60_000, never)).toBeUndefined();
  });

  it('are waited for while there is none', async () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.begin();
    expect(await acknowledgements.unlessOverloaded(60_000, Promise.resolve('here'))).toBe('here');
  });

  it('wait for none for ever', async () => {
    const acknowledgements = new Acknowledgements();
    acknowledgements.begin();
    await acknowledgements.idle();
  });
});
