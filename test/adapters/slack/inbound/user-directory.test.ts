import { describe, expect, it, vi } from 'vitest';
import { SlackFailure } from '../../../../src/adapters/slack/failure.ts';
import { UserDirectory } from '../../../../src/adapters/slack/inbound/user-directory.ts';
import { silentLog } from '../../../jobs/silent.ts';

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
