import { describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../../src/adapters/slack/acknowledgements.ts';
import { readAddress, writeAddress } from '../../../src/adapters/slack/address.ts';
import type { CallArguments } from '../../../src/adapters/slack/api.ts';
import { type FailureKind, SlackFailure } from '../../../src/adapters/slack/failure.ts';
import type { Method } from '../../../src/adapters/slack/methods.ts';
import { AgentSessions } from '../../../src/adapters/slack/outbound/agent-sessions.ts';
import { SlackDelivery } from '../../../src/adapters/slack/outbound/delivery.ts';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { UndeliverableError } from '../../../src/jobs/delivery/delivery.ts';
import type { Reply } from '../../../src/jobs/delivery/reply.ts';
import type { JobMessage } from '../../../src/jobs/store/job-store.ts';
import { plainReply } from '../../jobs/recorder.ts';
import { silentLog } from '../../jobs/silent.ts';

/** A delivery to a Slack that refuses what it is told to; each try goes on from the address that was noted last. */
function desk(refuse: (method: Method, sent: CallArguments) => FailureKind | undefined) {
  const calls: string[] = [];
  const told: Reply[] = [];
  const call = async (method: Method, sent: CallArguments = {}): Promise<unknown> => {
    calls.push(method);
    const kind = refuse(method, sent);
    if (kind !== undefined) throw new SlackFailure(method, { kind });
    return {
      ok: true,
      channel: method === 'conversations.open' ? { id: 'DMINJI' } : sent.channel,
      ts: '1.1',
    };
  };
  const delivery = new SlackDelivery({
    call,
    notify: async (reply) => {
      told.push(reply);
      return true;
    },
    isSlack: () => true,
    pollPauses: [],
    pace: 20,
    offersReactions: false,
    acknowledgements: new Acknowledgements(),
    sessions: new AgentSessions(call, silentLog),
  });
  const respond = { url: 'https://hooks.slack.com/commands/T/1', until: Date.now() + 60_000 };
  let address = writeAddress({ channel: 'C0OTHER', user: 'UMINJI', respond });
  const show = (reply: Reply) => {
    const jobMessage: JobMessage = {
      seq: 1,
      key: 'job:7k3f9q',
      job: '7k3f9q',
      platform: 'slack',
      workspace: 'T0',
      address,
      revision: 1,
      shownRevision: 0,
      attempts: 0,
    };
    const note = async (noted: string): Promise<void> => {
      address = noted;
    };
    const { signal } = new AbortController();
    return delivery.show(jobMessage, reply, { uncertain: false, live: false, signal, saveAddress: note });
  };
  return { calls, told, show, address: () => readAddress(address) };
}

const queued = plainReply({ stage: 'queued', job: '7k3f9q', title: '접수했어요.' });

describe('a channel that is closed', () => {
  it('is told of once, though writing to the person directly takes several tries', async () => {
    let troubles = 2;
    const slack = desk((method, { channel }) => {
      if (method === 'chat.postMessage' && channel === 'C0OTHER') return 'no-access';
      return method === 'conversations.open' && troubles-- > 0 ? 'transient' : undefined;
    });
    await expect(slack.show(queued)).rejects.toBeInstanceOf(OutageError);
    await expect(slack.show(queued)).rejects.toBeInstanceOf(OutageError);
    expect(await slack.show(queued)).toMatchObject({ messageId: 'DMINJI:1.1' });
    expect(slack.told).toHaveLength(1);
    expect(slack.address()).toMatchObject({ closed: 'refused', channel: 'UMINJI' });
  });

  it('and a person who takes no messages: there is no way left', async () => {
    const slack = desk((method) => {
      if (method === 'chat.postMessage') return 'no-access';
      return method === 'conversations.open' ? 'cannot-dm' : undefined;
    });
    await expect(slack.show(queued)).rejects.toBeInstanceOf(UndeliverableError);
  });
});

describe('a plan that Slack does not take', () => {
  it('is left out of the first message too, and not tried again', async () => {
    let plans = 0;
    const slack = desk((method, { blocks }) => {
      if (method !== 'chat.postMessage' || !JSON.stringify(blocks).includes('"plan"')) return undefined;
      plans++;
      return 'blocks';
    });
    const steps = [{ title: '배경 그리기', state: 'running' as const }];
    const running = plainReply({
      stage: 'running',
      job: '7k3f9q',
      title: '만드는 중',
      progress: { fraction: 0.4, steps },
    });
    expect(await slack.show(running)).toMatchObject({ messageId: 'C0OTHER:1.1' });
    await slack.show(running);
    expect(plans).toBe(1);
  });
});
