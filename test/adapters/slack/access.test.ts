import { afterEach, describe, expect, it } from 'vitest';
import { actionId } from '../../../src/conversation/actions.ts';
import { TEAM } from './fake/workspace.ts';
import { closeBot, openBot, type Stage, textOf, until } from './with-bot.ts';

let shop: Stage | undefined;
afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
});

const newest = async ({ talk }: Stage): Promise<string> =>
  (await talk.jobs.lookup.history({ limit: 1 }))[0]?.id ?? '';

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  it('what was ordered in a direct message is not read in a channel', async () => {
    shop = await openBot({ mode });
    const { people, finished, slack } = shop;
    await people.direct('사장님만 아는 신메뉴');
    const direct = await finished();
    const id = await newest(shop);
    for (const text of [`show ${id}`, `show ${id} --recipe`, `show ${id} --prompt`, `show ${id} --again`]) {
      const { body } = await people.slash(text, { user: 'UANNE' });
      expect(textOf(body.blocks), text).toContain(`There is no job "${id}"`);
    }
    for (const kind of ['words', 'why', 'undo', 'remove'] as const) {
      const told = slack.responses.length;
      const payload = {
        type: 'block_actions',
        channel: { id: 'C0SHOP' },
        message: { ts: '1.1' },
        actions: [{ action_id: `ad:${actionId(id, { kind })}`, value: actionId(id, { kind }) }],
      };
      await people.interact(payload, 'UANNE');
      expect(textOf((await until(() => slack.responses[told])).blocks), kind).toContain('There is no job');
    }
    expect(slack.views).toEqual([]);
    // Its owner may bring it there; then all who are there see it.
    await people.slash(`show ${id}`);
    const shown = await finished([direct]);
    expect(shown.channel).toBe('C0SHOP');
    await people.press(shown, /문구|Words/, 'UANNE');
    expect(textOf((await until(() => slack.views[0])).title)).toBe('Edit text');
  });

  it('an admin of another workspace is none in a channel that is shared with it', async () => {
    shop = await openBot({
      mode,
      before: (slack) => {
        slack.people.set('UCHIEF', { locale: 'en-US', name: 'Chief', admin: true, team: 'T0OTHER' });
        slack.people.set('UBOSS', { locale: 'en-US', name: 'Boss', admin: true, team: TEAM });
      },
    });
    const { people, finished, slack, talk } = shop;
    await people.slash('딸기라떼');
    const ad = await finished();
    const id = await newest(shop);
    await people.react('x', ad, 'UCHIEF');
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain('or an admin can do that');
    expect((await talk.jobs.lookup.job(id)).removed).toBe(false);
    expect(textOf((await people.slash('brand --name 꽃집', { user: 'UCHIEF' })).body.blocks)).toBe(
      'Only an admin can change that.',
    );
    await people.react('x', ad, 'UBOSS');
    await until(() => textOf(ad.blocks).includes('삭제했어요.') || undefined);
  });
});
