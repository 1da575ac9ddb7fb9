import type { Locale } from '../../../ad/locale.ts';
import type { BoundedMap } from '../../../collections/bounded-map.ts';
import type { Conversation } from '../../../conversation/conversation.ts';
import type { PersistentMap } from '../../../conversation/persistent-map.ts';
import type { Connection } from '../connection.ts';
import type { NotifyParts } from '../outbound/notify.ts';
import type { PhotoFetcher } from '../photos.ts';
import type { Interaction } from './read-interaction.ts';

/** What it takes to answer whatever comes in from Discord. */
export interface InboundContext extends NotifyParts {
  readonly conversation: Conversation;
  readonly photos: PhotoFetcher;
  readonly inboxes: {
    /** Interactions on their way from being acknowledged to being a job or an answer. */
    readonly interactions: PersistentMap;
    /** Messages on their way to being a job or an answer. */
    readonly messages: PersistentMap;
    /** How far each channel was read, by its id. */
    readonly marks: PersistentMap;
    /** Photos that open forms are about, by the id of the interaction that opened them. */
    readonly forms: PersistentMap;
  };
  readonly connection: Pick<
    Connection,
    'application' | 'botUserId' | 'isOwnRole' | 'permissionsOf' | 'preferredLocaleOf' | 'roleNames'
  >;
  /** The languages that people use Discord in, by their ids: interactions tell it, messages and reactions do not. */
  readonly locales: BoundedMap<string, Locale>;
  /** Of those whose language is not known. */
  readonly defaultLocale: Locale;
}

/** What the handler of an event is given: what Discord has sent, and what it takes to answer that. */
export interface ReceivedEvent<Data> {
  readonly data: Data;
  readonly context: InboundContext;
}

/** The same of an interaction, with the language that its person uses Discord in. */
export interface Received<I extends Interaction> {
  readonly interaction: I;
  readonly locale: Locale;
  readonly context: InboundContext;
}
