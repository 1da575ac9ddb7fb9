import type { SingleFlight } from '../../../collections/single-flight.ts';
import type { Answer } from '../../../conversation/command/define-command.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import type { Jobs } from '../../../jobs/jobs.ts';
import type { Log } from '../../../jobs/log.ts';
import type { Acknowledgements } from '../acknowledgements.ts';
import type { Call } from '../api.ts';
import type { AgentSessions } from '../outbound/agent-sessions.ts';
import type { Notify } from '../outbound/notify.ts';
import type { Streams } from '../outbound/streams.ts';
import type { PhotoParts } from '../photos.ts';
import type { CatchUp } from './catch-up.ts';
import type { UserDirectory } from './user-directory.ts';

/** What it takes to answer whatever comes in from Slack. */
export interface InboundContext extends PhotoParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  readonly call: Call;
  readonly notify: Notify;
  readonly users: UserDirectory;
  /** Where an event happened: in channels that are shared with others Slack may name theirs, but it is the bot's own. */
  workspaceOf(team: string): string;
  /** What events have come to: what one asks for is done once, however often Slack sends it. */
  readonly singleFlight: SingleFlight<string, Answer>;
  readonly acknowledgements: Acknowledgements;
  /** Commands on their way from being acknowledged to being a job or an answer. */
  readonly inbox: PersistentMap;
  readonly catchUp: Pick<CatchUp, 'answered'>;
  readonly sessions: AgentSessions;
  readonly streams: Streams;
  /** What is being done for reactions: each is given and taken away in the order in which that was done. */
  readonly reactions: Map<string, Promise<unknown>>;
  readonly log: Log;
}

/** What the handler of an event is given: what Slack has sent, and what it takes to answer that. */
export interface ReceivedEvent {
  readonly body: unknown;
  readonly context: InboundContext;
}

/** The same of what Slack waits for to be acknowledged: commands, buttons, shortcuts and forms. */
export interface Received<Ack = () => Promise<void>> extends ReceivedEvent {
  readonly ack: Ack;
}
