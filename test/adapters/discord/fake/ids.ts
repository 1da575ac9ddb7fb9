import { firstIdAt } from '../../../../src/adapters/discord/snowflake.ts';

let serial = 0n;

/** A new id, as of now. */
export function newId(): string {
  return String(BigInt(firstIdAt(Date.now())) + (++serial % 4_000_000n));
}

export const APPLICATION = '900000000000000001';
export const GUILD = '800000000000000001';
export const CHANNEL = '700000000000000001';
export const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GAbCdE.abcdefghijklmnopqrstuvwxyz0123456789AB';
export const MINJI = '600000000000000001';
export const JUNHO = '600000000000000002';
