import { type Client, GatewayDispatchEvents, GatewayOpcodes, SimpleShardingStrategy } from 'discord.js';
import * as z from 'zod';
import type { Log } from '../../jobs/log.ts';

/**
 * `heartbeat_interval` of Hello in milliseconds, as far as it makes sense: Discord sends 41,250 or so
 * (https://discord.com/developers/docs/events/gateway#hello-event).
 */
const heartbeat = z.number().min(10).max(600_000);

/**
 * Payloads as the library takes them for granted, by their opcodes
 * (https://discord.com/developers/docs/events/gateway-events#payload-structure); all others end it.
 */
const payload = z.discriminatedUnion('op', [
  z.looseObject({
    op: z.literal(GatewayOpcodes.Dispatch),
    t: z.string(),
    s: z.number(),
    d: z.looseObject({}),
  }),
  z.looseObject({ op: z.literal(GatewayOpcodes.Heartbeat) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.Reconnect) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.InvalidSession), d: z.boolean() }),
  z.looseObject({ op: z.literal(GatewayOpcodes.Hello), d: z.looseObject({ heartbeat_interval: heartbeat }) }),
  z.looseObject({ op: z.literal(GatewayOpcodes.HeartbeatAck) }),
]);

/**
 * What Ready, the first event of a session, must have: without it nothing can be resumed
 * (https://discord.com/developers/docs/events/gateway-events#ready).
 */
const ready = z.looseObject({
  session_id: z.string(),
  resume_gateway_url: z.url({ protocol: /^wss?$/ }),
  user: z.looseObject({ id: z.string() }),
  application: z.looseObject({ id: z.string() }),
  guilds: z.array(z.looseObject({ id: z.string() })),
});

type Unpack = (data: unknown, isBinary: boolean) => Promise<unknown>;
type Receive = (data: unknown, isBinary: boolean) => Promise<void>;

/** What people do is taken as Discord has sent it; the library is for the line, servers and their roles. */
const HANDLED_HERE: ReadonlySet<unknown> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageReactionAdd,
  GatewayDispatchEvents.MessageReactionRemove,
]);

/**
 * Shards that outlive whatever comes over their line. The library reads payloads in a promise that nobody waits for
 * (`void this.onMessage(…)` in @discordjs/ws 1.2.3), so that the first one which is not as it expects would end the
 * process; discordjs/discord.js#10389 is the same end by another event.
 */
export class GuardedShards extends SimpleShardingStrategy {
  readonly #log: Log;

  constructor(manager: ConstructorParameters<typeof SimpleShardingStrategy>[0], log: Log) {
    super(manager);
    this.#log = log;
  }

  override async spawn(ids: number[]): Promise<void> {
    await super.spawn(ids);
    // Private methods are replaced: the strategy makes its shards itself, and no option names another class for them.
    const shards: ReadonlyMap<number, object> = Reflect.get(this, 'shards');
    for (const [id, shard] of shards) {
      const unpack: Unpack = Reflect.get(shard, 'unpackMessage').bind(shard);
      const receive: Receive = Reflect.get(shard, 'onMessage').bind(shard);
      const lost = (error?: unknown): void =>
        this.#log.warn({ shard: id }, 'Discord sent an event that could not be parsed', error);
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

type HandlePacket = (packet?: { readonly t?: unknown }, shard?: unknown) => boolean;

/**
 * Keeps from the library what is handled here: where hundreds of events come in one packet, the objects that it makes of
 * each take longer than all else. What it puts off until it is ready it does in no promise at all, so an error there
 * would end the process.
 */
export function guardPackets({ ws }: Client, log: Log): void {
  const handle: HandlePacket = Reflect.get(ws, 'handlePacket').bind(ws);
  // A private method is replaced: discord.js 14.28.1 has no option to leave events out that come with an intent.
  Reflect.set(ws, 'handlePacket', (...[packet, shard]: Parameters<HandlePacket>) => {
    if (HANDLED_HERE.has(packet?.t)) return true;
    try {
      return handle(packet, shard);
    } catch (error) {
      log.warn({}, 'an event from Discord could not be parsed', error);
      return false;
    }
  });
}

function isUnderstood(unpacked: unknown): boolean {
  const read = payload.safeParse(unpacked);
  if (!read.success) return false;
  const { data } = read;
  return (
    data.op !== GatewayOpcodes.Dispatch ||
    data.t !== GatewayDispatchEvents.Ready ||
    ready.safeParse(data.d).success
  );
}
