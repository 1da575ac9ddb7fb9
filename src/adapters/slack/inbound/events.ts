import { defined } from '../../../collections/defined.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { Happening } from '../../../conversation/happening.ts';
import type { Inbox } from '../../../conversation/inbox.ts';
import type { Jobs } from '../../../jobs/jobs.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Acknowledgements } from '../acknowledgements.ts';
import { type Address, writeAddress } from '../address.ts';
import type { Call } from '../api.ts';
import type { AgentSessions } from '../outbound/agent-sessions.ts';
import type { Notify } from '../outbound/notify.ts';
import type { Streams } from '../outbound/streams.ts';
import type { PhotoParts } from '../photos.ts';
import type { Once } from './once.ts';
import type { UserDirectory } from './user-directory.ts';

/** What everything that comes in from Slack is answered with. */
export interface InboundContext extends PhotoParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  readonly call: Call;
  readonly notify: Notify;
  readonly users: UserDirectory;
  readonly once: Once<Answer>;
  readonly acknowledgements: Acknowledgements;
  /** Commands on their way from being acknowledged to being a job or an answer. */
  readonly inbox: Inbox;
  readonly sessions: AgentSessions;
  readonly streams: Streams;
  /** What is being done for reactions: each is given and taken away in the order in which that was done. */
  readonly reactions: Map<string, Promise<unknown>>;
  readonly log: Log;
}

/** Something that came in, whatever it was: who did it, and where. */
export interface IncomingEvent extends Pick<Address, 'channel' | 'thread' | 'user' | 'respond'> {
  /** The same key twice is one happening. */
  readonly key: string;
  readonly team: string;
  /** The bot's message that they did it on. */
  readonly onMessage?: string;
}

/** What was heard, as the conversation wants it. */
export async function happeningOf(
  heard: IncomingEvent,
  people: UserDirectory,
  patience?: number,
): Promise<Happening> {
  const { key, team, channel, thread, user, respond, onMessage } = heard;
  return {
    key,
    speaker: await people.speaker(user, patience, team),
    place: { platform: 'slack', workspace: team, channel },
    card: {
      address: writeAddress({
        channel,
        user,
        ...defined({ thread, respond }),
      }),
    },
    ...defined({ onMessage }),
  };
}

/** Says what is to be said at once; jobs come with messages of their own. */
export async function sendAnswer(
  answer: Answer,
  heard: IncomingEvent,
  { notify, streams }: InboundContext,
): Promise<void> {
  if (answer.kind !== 'reply' || (await streams.send(answer.reply, heard))) return;
  await notify(answer.reply, heard);
}
