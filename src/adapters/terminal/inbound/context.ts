import type { BoundedMap } from '../../../collections/bounded-map.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { EventSession } from '../../../conversation/event-session.ts';
import type { Transcript } from '../transcript.ts';

/** What it takes to answer whatever is typed. */
export interface InboundContext {
  readonly conversation: Conversation;
  readonly transcript: Transcript;
  /** Keys of the reactions given, by message and name. */
  readonly reactions: BoundedMap<string, string>;
}

/** What a handler is given: what can be asked for in answer to a line, and what it takes to do so. */
export interface Received {
  readonly session: EventSession;
  readonly context: InboundContext;
}
