import { commands } from '../../commands/index.ts';
import type { Member } from '../../src/conversation/command/member.ts';
import { Conversation, type ConversationDependencies } from '../../src/conversation/conversation.ts';
import { describeJob } from '../../src/conversation/describe-job.ts';
import type { InboundEvent } from '../../src/conversation/inbound-event.ts';
import { type Desk, type DeskOptions, openDesk } from '../jobs/desk.ts';
import { place } from '../jobs/orders.ts';
import { quickIntent } from '../jobs/quick-intent.ts';
import { quickPages } from '../jobs/quick-pages.ts';
import { silentLog } from '../jobs/silent.ts';
import { smallVocabulary } from './command/small-vocabulary.ts';

export interface ConversationDesk extends Desk {
  readonly conversation: Conversation;
}

/** A conversation on a desk, with the real commands and words. */
export async function openConversation(
  options: DeskOptions = {},
  parts: Partial<ConversationDependencies> = {},
): Promise<ConversationDesk> {
  const desk = await openDesk({
    ...options,
    parts: { describe: (job, now) => describeJob(job, now, smallVocabulary), ...options.parts },
  });
  const conversation = new Conversation({
    jobs: desk.jobs,
    commands,
    vocabulary: smallVocabulary,
    variantsBy: 'anyone',
    unlimitedRoles: ['vip'],
    pagesOf: quickPages(() => desk.folder),
    intentOf: quickIntent(() => desk.folder),
    log: silentLog,
    ...parts,
  });
  return { ...desk, conversation };
}

let serial = 0;

/** Something that 민지 does, unless said otherwise. */
export function inboundEvent(member: Partial<Member> = {}, change: Partial<InboundEvent> = {}): InboundEvent {
  return {
    key: `talk:${++serial}`,
    place,
    replyTo: { address: '{}' },
    member: { id: 'minji', name: '민지', locale: 'ko', admin: false, roles: [], ...member },
    ...change,
  };
}
