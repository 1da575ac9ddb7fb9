import { describe, expect, it } from 'vitest';
import { type MemoryReading, readMemory } from '../../../src/app/telemetry/memory.ts';
import { MemoryWatch } from '../../../src/app/telemetry/memory-watch.ts';
import { silentLog } from '../../jobs/silent.ts';

const GB = 2 ** 30;

const reading = (bot: number, rest: Partial<MemoryReading> = {}): MemoryReading => ({
  bot: { resident: bot * GB, own: bot * GB },
  engine: undefined,
  limit: 8 * GB,
  free: (8 - bot) * GB,
  ...rest,
});

/** A watch over readings that are given, and what came of each look. */
function watched() {
  let now = 0;
  let current = reading(1);
  const happened: string[] = [];
  const watch = new MemoryWatch({
    read: () => current,
    releaseMemory: () => happened.push('slim'),
    clock: () => now,
    log: { ...silentLog, warn: (_fields, message) => happened.push(message) },
  });
  return (next: MemoryReading, seconds = 5): readonly string[] => {
    now += seconds * 1000;
    current = next;
    happened.length = 0;
    watch.check();
    return [...happened];
  };
}

const LOW = 'memory is running low';
const RENEWED = 'memory is nearly used up: restarting the render threads';

describe('MemoryWatch', () => {
  it('warns once as memory runs low, and has it given back before it is used up', () => {
    const look = watched();
    expect(look(reading(3))).toEqual([]);
    expect(look(reading(5.8))).toEqual([LOW]);
    expect(look(reading(6.0))).toEqual([]);
    expect(look(reading(6.7))).toEqual([RENEWED, 'slim']);
  });

  it('gives what was given back its time', () => {
    const look = watched();
    expect(look(reading(7))).toEqual([LOW, RENEWED, 'slim']);
    expect(look(reading(7))).toEqual([]);
    expect(look(reading(7), 200)).toEqual([RENEWED, 'slim']);
  });

  it('warns again after there was enough for a while', () => {
    const look = watched();
    expect(look(reading(5.8))).toEqual([LOW]);
    expect(look(reading(2))).toEqual([]);
    expect(look(reading(5.8))).toEqual([LOW]);
  });

  it('counts the engine, but not the pages of files that it reads its weights from', () => {
    const look = watched();
    expect(look(reading(1, { engine: { resident: 7 * GB, own: 1 * GB } }))).toEqual([]);
    expect(look(reading(1, { engine: { resident: 7 * GB, own: 5 * GB } }))).toEqual([LOW]);
  });

  it('looks at what others have left of the machine', () => {
    const look = watched();
    expect(look(reading(1, { free: 0.3 * GB }))).toEqual([LOW, RENEWED, 'slim']);
  });
});

describe('readMemory', () => {
  it('tells what this process and another take, and what there is', () => {
    const { bot, engine, limit, free } = readMemory([process.ppid]);
    expect(bot.resident).toBeGreaterThan(20 * 2 ** 20);
    expect(bot.own).toBeLessThanOrEqual(bot.resident);
    expect(limit).toBeGreaterThan(bot.resident);
    expect(free).toBeGreaterThan(0);
    if (process.platform === 'linux') expect(engine?.resident).toBeGreaterThan(0);
  });

  it('goes on where the engine is gone', () => {
    expect(readMemory([2 ** 30]).engine).toBeUndefined();
  });
});
