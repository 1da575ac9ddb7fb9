import { describe, expect, it, vi } from 'vitest';
import { Acknowledgements } from '../../../../src/adapters/slack/acknowledgements.ts';
import { SlackFailure } from '../../../../src/adapters/slack/failure.ts';
import { Once } from '../../../../src/adapters/slack/inbound/once.ts';
import { UserDirectory } from '../../../../src/adapters/slack/inbound/user-directory.ts';
import { silentLog } from '../../../jobs/silent.ts';

describe('what is done once', () => {
  it('gives whoever comes again the first one’s outcome, while it is under way and after', async () => {
    const once = new Once<number>();
    const work = vi.fn(async () => work.mock.calls.length);
    expect(await Promise.all([once.run('a', work), once.run('a', work), once.run('b', work)])).toEqual([
      1, 1, 2,
    ]);
    expect(await once.run('a', work)).toBe(1);
    once.forget('a');
    expect(await once.run('a', work)).toBe(3);
  });

  it('may be tried again when it failed', async () => {
    const once = new Once<string>();
    await expect(once.run('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await once.run('a', async () => 'up')).toBe('up');
  });
});

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

describe('people', () => {
  const user = { name: 'kim', profile: { display_name: '민지' }, locale: 'ko-KR', is_owner: true };

  it('are asked for once, and known by language, name and rights', async () => {
    const call = vi.fn(async () => ({ ok: true, user }));
    const people = new UserDirectory(call, 'en', silentLog);
    const [one, other] = await Promise.all([people.member('U1'), people.member('U1')]);
    expect(one).toEqual({ id: 'U1', name: '민지', locale: 'ko', admin: true, roles: ['owner'] });
    expect(other).toEqual(one);
    expect(call).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['ko', 'ko'],
    ['en-GB', 'en'],
    ['ja-JP', 'en'],
    [undefined, 'ko'],
  ])('with %s are answered in %s', async (locale, answered) => {
    const people = new UserDirectory(async () => ({ user: { locale } }), 'ko', silentLog);
    expect((await people.member('U1')).locale).toBe(answered);
  });

  it('who cannot be learnt are strangers without rights, and asked for again', async () => {
    const call = vi.fn(async (): Promise<unknown> => {
      throw new SlackFailure('users.info', { kind: 'transient' });
    });
    const people = new UserDirectory(call, 'en', silentLog);
    expect(await people.member('U1')).toEqual({ id: 'U1', locale: 'en', admin: false, roles: [] });
    call.mockResolvedValue({ user });
    expect((await people.member('U1')).admin).toBe(true);
  });

  it('who are not told of in time are strangers for now', async () => {
    const people = new UserDirectory(() => new Promise(() => {}), 'ko', silentLog);
    expect(await people.member('U1', 1)).toEqual(people.unknownMember('U1'));
  });
});
