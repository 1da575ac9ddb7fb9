import { type Answer, type Call, messageOf, refusal } from './calls.ts';
import type { ChannelStore, StoredMessage } from './channel-store.ts';
import { APPLICATION } from './ids.ts';
import { flattened, messageFaults, modalFaults } from './rules.ts';

/** Callback types (https://discord.com/developers/docs/interactions/receiving-and-responding). */
const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const CHOICES = 8;
const MODAL = 9;

const EPHEMERAL = 64;

/** Milliseconds in which an interaction wants its first answer. */
const PATIENCE = 3_000;

/** Something that a person did, and what became of it. */
export interface Asked {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly limit: number;
  readonly at: number;
  /** Milliseconds until it was acknowledged. */
  latency?: number;
  type?: number;
  original?: StoredMessage;
  choices?: readonly { readonly name: string; readonly value: string }[];
  modal?: { readonly custom_id: string; readonly title: string; readonly components: readonly object[] };
  /** Its token is dead, as after fifteen minutes. */
  dead: boolean;
  readonly followUps: StoredMessage[];
}

/** The part of Discord that answers by an interaction's token. */
export class FakeInteractions {
  readonly #asked = new Map<string, Asked>();
  readonly #store: ChannelStore;
  readonly #faulty: (fault: string) => void;

  constructor(store: ChannelStore, faulty: (fault: string) => void) {
    this.#store = store;
    this.#faulty = faulty;
  }

  add(asked: Asked): void {
    this.#asked.set(asked.token, asked);
  }

  /** Undefined for calls that are none of these. */
  answer(call: Call): Answer | undefined {
    const [, root, id, token = '', kind, message] = call.path.split('/');
    const asked = this.#asked.get(decodeURIComponent(token));
    if (root === 'interactions' && kind === 'callback') return this.#callback(asked, call, id);
    if (root !== 'webhooks') return undefined;
    if (call.authorization !== undefined) this.#faulty(`${call.path} was called with the bot's token`);
    if (asked === undefined || id !== APPLICATION) return refusal(404, 10015, 'Unknown Webhook');
    if (asked.dead) return refusal(401, 50027, 'Invalid Webhook Token');
    if (asked.type === undefined) return refusal(404, 10015, 'Unknown Webhook');
    if (kind === undefined) return this.#followUp(asked, call);
    const found = message === '@original' ? asked.original : this.#store.find(message ?? '');
    if (found === undefined || found.deleted) return refusal(404, 10008, 'Unknown Message');
    switch (call.method) {
      case 'GET':
        return { status: 200, body: { id: found.id } };
      case 'DELETE':
        found.deleted = true;
        return { status: 204 };
      case 'PATCH': {
        const body = messageOf(call);
        this.#check(call, asked.limit);
        this.#store.edit(found, body, call.files);
        return { status: 200, body: { id: found.id } };
      }
      default:
        return undefined;
    }
  }

  #callback(asked: Asked | undefined, call: Call, id: string | undefined): Answer {
    if (asked === undefined || asked.id !== id) return refusal(404, 10062, 'Unknown interaction');
    if (asked.type !== undefined) return refusal(400, 40060, 'Interaction has already been acknowledged');
    if (call.at - asked.at > PATIENCE) return refusal(404, 10062, 'Unknown interaction');
    const { type, data } = call.body as { type: number; data?: Record<string, unknown> };
    asked.type = type;
    asked.latency = call.at - asked.at;
    if (type === CHOICES) asked.choices = data?.choices as Asked['choices'] & object;
    if (type === MODAL) {
      asked.modal = data as unknown as Asked['modal'] & object;
      for (const fault of modalFaults(asked.modal as Parameters<typeof modalFaults>[0])) {
        this.#faulty(`the form ${fault}`);
      }
      const ids = flattened(asked.modal.components as Parameters<typeof flattened>[0]).flatMap(
        ({ custom_id: field }) => field ?? [],
      );
      if (new Set(ids).size !== ids.length) this.#faulty(`the form has a field twice: ${ids.join(' ')}`);
    }
    if (type === MESSAGE || type === DEFERRED_MESSAGE) {
      const body = (data ?? {}) as ReturnType<typeof messageOf>;
      if (type === MESSAGE) this.#check({ ...call, body }, asked.limit);
      asked.original = this.#store.add({
        channel: asked.channel,
        interaction: asked.id,
        ephemeral: ((body.flags ?? 0) & EPHEMERAL) !== 0,
        thinking: type === DEFERRED_MESSAGE,
        body: type === MESSAGE ? body : {},
      });
    }
    if (
      type !== DEFERRED_UPDATE &&
      asked.original !== undefined &&
      call.query.get('with_response') === 'true'
    ) {
      return {
        status: 200,
        body: { interaction: { id }, resource: { type, message: { id: asked.original.id } } },
      };
    }
    return { status: call.query.get('with_response') === 'true' ? 200 : 204, body: { interaction: { id } } };
  }

  #followUp(asked: Asked, call: Call): Answer {
    const body = messageOf(call);
    this.#check(call, asked.limit);
    const ephemeral = ((body.flags ?? 0) & EPHEMERAL) !== 0;
    const message = this.#store.add({ channel: asked.channel, ephemeral, body, files: call.files });
    asked.followUps.push(message);
    return { status: 200, body: { id: message.id } };
  }

  #check(call: Call, limit: number): void {
    for (const fault of messageFaults(messageOf(call), call.files, limit)) {
      this.#faulty(`${call.method} ${call.path} ${fault}`);
    }
  }
}
