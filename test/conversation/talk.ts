import { commands } from '../../commands/index.ts';
import type { Speaker } from '../../src/conversation/command/define-command.ts';
import { Conversation, type ConversationParts } from '../../src/conversation/conversation.ts';
import { describeJob } from '../../src/conversation/describe-job.ts';
import type { Happening } from '../../src/conversation/happening.ts';
import { silentLog } from '../../src/jobs/log.ts';
import { type Desk, type DeskOptions, openDesk } from '../jobs/desk.ts';
import { place } from '../jobs/orders.ts';
import { smallVocabulary } from './command/small-vocabulary.ts';

export interface Talk extends Desk {
  readonly conversation: Conversation;
}

/** A conversation on a desk, with the real commands and words. */
export async function openTalk(
  options: DeskOptions = {},
  parts: Partial<ConversationParts> = {},
): Promise<Talk> {
  const desk = await openDesk({ ...options, parts: { describe: describeJob, ...options.parts } });
  const conversation = new Conversation({
    jobs: desk.jobs,
    commands,
    vocabulary: smallVocabulary,
    variantsBy: 'anyone',
    unlimitedRoles: ['vip'],
    log: silentLog,
    ...parts,
  });
  return { ...desk, conversation };
}

let serial = 0;

/** Something that 민지 does, unless said otherwise. */
export function happening(speaker: Partial<Speaker> = {}, change: Partial<Happening> = {}): Happening {
  return {
    key: `talk:${++serial}`,
    place,
    replyTo: { address: '{}' },
    speaker: { id: 'minji', name: '민지', locale: 'ko', admin: false, roles: [], ...speaker },
    ...change,
  };
}
