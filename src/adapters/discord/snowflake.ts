/** Discord counts from the first second of 2015 (https://discord.com/developers/docs/reference#snowflakes). */
const EPOCH = 1_420_070_400_000n;

/** When the thing with this id was made, in milliseconds since 1970. */
export function createdAt(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}

/** The smallest id of things made at a time or later. */
export function firstIdAt(milliseconds: number): string {
  return String((BigInt(Math.max(0, Math.floor(milliseconds))) - EPOCH) << 22n);
}
