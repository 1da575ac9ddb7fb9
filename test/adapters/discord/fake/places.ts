import { type Answer, type Call, messageOf, refusal } from './calls.ts';

/** Channels that hold posts, which are threads, and take no messages themselves: forums and media channels. */
const FOR_POSTS = [15, 16];

const THREADS = [10, 11, 12];

/**
 * What becomes of channels and threads, and how Discord refuses what is done there then
 * (https://discord.com/developers/docs/topics/threads, …/topics/opcodes-and-status-codes#json).
 */
export class Places {
  /** Kinds of channels that are not what most are, by their ids. */
  readonly kinds = new Map<string, number>();
  /** The channels that threads are of. */
  readonly parents = new Map<string, string>();
  /** Nothing is edited in them; a new message opens them again. */
  readonly archived = new Set<string>();
  /** Only moderators write in them. */
  readonly locked = new Set<string>();
  readonly deleted = new Set<string>();
  /** The bot is not on their server any more. */
  readonly left = new Set<string>();
  /** The bot is on their server, and may not write there. */
  readonly muted = new Set<string>();
  /** Messages of people that are gone. */
  readonly forgotten = new Set<string>();

  /** How a call to a channel's messages is refused; undefined where it is not. */
  refuse(channel: string, call: Call): Answer | undefined {
    if (this.deleted.has(channel)) return refusal(404, 10_003, 'Unknown Channel');
    if (this.left.has(channel)) return refusal(403, 50_001, 'Missing Access');
    if (call.method === 'GET' || call.method === 'DELETE') return undefined;
    if (call.method === 'POST') return this.#refusePost(channel, call);
    return this.archived.has(channel) || this.locked.has(channel)
      ? refusal(400, 50_083, 'Thread is archived')
      : undefined;
  }

  #refusePost(channel: string, call: Call): Answer | undefined {
    if (this.muted.has(channel)) return refusal(403, 50_013, 'Missing Permissions');
    if (this.locked.has(channel)) return refusal(403, 160_005, 'Thread is locked');
    if (FOR_POSTS.includes(this.kinds.get(channel) ?? 0))
      return refusal(400, 50_008, 'Cannot send messages in a non-text channel');
    const { message_reference: answered } = messageOf(call);
    if (
      answered !== undefined &&
      this.forgotten.has(answered.message_id) &&
      answered.fail_if_not_exists !== false
    ) {
      const errors = { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } };
      return { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors } };
    }
    this.archived.delete(channel);
    return undefined;
  }

  /** As a server tells of them: channels, and the threads that are open. */
  listed(channels: readonly { readonly id: string }[]): {
    channels: readonly object[];
    threads: readonly object[];
  } {
    const known = channels.map((channel) => ({ ...channel, type: this.kinds.get(channel.id) ?? 0 }));
    const isThread = ({ type }: { readonly type: number }): boolean => THREADS.includes(type);
    return {
      channels: known.filter((each) => !isThread(each)),
      threads: known.filter(isThread).map((thread) => ({
        ...thread,
        parent_id: this.parents.get(thread.id),
        thread_metadata: {
          archived: this.archived.has(thread.id),
          locked: this.locked.has(thread.id),
          auto_archive_duration: 1440,
          archive_timestamp: '2026-01-01T00:00:00.000000+00:00',
        },
      })),
    };
  }
}
