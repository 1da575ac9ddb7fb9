import { type Client, SimpleShardingStrategy } from 'discord.js';
import * as z from 'zod';
import type { Log } from '../../jobs/log.ts';

/** Milliseconds between heartbeats that make sense: Discord wants one in 41 seconds. */
const heartbeat = z.number().min(10).max(600_000);

/** Payloads as the library takes them for granted (https://discord.com/developers/docs/events/gateway-events); all others end it. */
const payload = z.discriminatedUnion('op', [
  z.looseObject({ op: z.literal(0), t: z.string(), s: z.number(), d: z.looseObject({}) }),
  z.looseObject({ op: z.literal(1) }),
  z.looseObject({ op: z.literal(7) }),
  z.looseObject({ op: z.literal(9), d: z.boolean() }),
  z.looseObject({ op: z.literal(10), d: z.looseObject({ heartbeat_interval: heartbeat }) }),
  z.looseObject({ op: z.literal(11) }),
]);

/** What the first event of a session must have: without it nothing can be resumed. */
const ready = z.looseObject({
  session_id: z.string(),
  resume_gateway_url: z.url({ protocol: /^wss?$/ }),
  user: z.looseObject({ id: z.string() }),
  application: z.looseObject({ id: z.string() }),
  guilds: z.array(z.looseObject({ id: z.string() })),
});

type Unpack = (data: unknown, isBinary: boolean) => Promise<unknown>;
type Receive = (data: unknown, isBinary: boolean) => Promise<void>;

/**
 * Shards that outlive whatever comes over their line. The library reads payloads in a promise that nobody waits for, so
 * that the first one which is not as it expects would end the process.
 */
export class GuardedShards extends SimpleShardingStrategy {
  readonly #log: Log;

  constructor(manager: ConstructorParameters<typeof SimpleShardingStrategy>[0], log: Log) {
    super(manager);
    this.#log = log;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    // Both are the library's own, which has no other place to step in.
    const shards: ReadonlyMap<number, object> = Reflect.get(this, 'shards');
    for (const [id, shard] of shards) {
      const unpack: Unpack = Reflect.get(shard, 'unpackMessage').bind(shard);
      const receive: Receive = Reflect.get(shard, 'onMessage').bind(shard);
      const lost = (error?: unknown): void =>
        this.#log.warn({ shard: id }, 'Discord sent what is not understood', error);
      Reflect.set(shard, 'unpackMessage', async (...sent: Parameters<Unpack>) => {
        const unpacked = await unpack(...sent);
        if (unpacked === null || isUnderstood(unpacked)) return unpacked;
        lost();
        return null;
      });
      Reflect.set(shard, 'onMessage', (...sent: Parameters<Receive>) => receive(...sent).catch(lost));
    }
  }
}

/** What the library puts off until it is ready it does in no promise at all. */
export function guardPackets({ ws }: Client, log: Log): void {
  const handle: (...packet: readonly unknown[]) => boolean = Reflect.get(ws, 'handlePacket').bind(ws);
  Reflect.set(ws, 'handlePacket', (...packet: readonly unknown[]) => {
    try {
      return handle(...packet);
    } catch (error) {
      log.warn({}, 'an event of Discord was not understood', error);
      return false;
    }
  });
}

function isUnderstood(unpacked: unknown): boolean {
  const read = payload.safeParse(unpacked);
  if (!read.success) return false;
  return read.data.op !== 0 || read.data.t !== 'READY' || ready.safeParse(read.data.d).success;
}
