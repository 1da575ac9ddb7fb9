import { describe, expect, it } from 'vitest';
import { type CampaignOptions, runCampaign } from './campaign.ts';
import type { Dice } from './dice.ts';
import { type Generator, type Input, textInput, textOf } from './input.ts';
import { type Finding, judge } from './judge.ts';
import { Runner } from './runner/runner.ts';

/** The text alone, among others. */
const around = (text: string): Input => textInput('planted', `before ${text} after`);

describe('the process that is watched', () => {
  it.each([
    ['LOOP', 'hang'],
    ['SWELL', 'memory'],
    ['HOLD', 'hold'],
    ['EXIT', 'crash'],
    ['REJECT', 'crash'],
    ['BUG', 'unclear'],
    ['RAW', 'unclear'],
    ['LONG', 'unclear'],
    ['CLEAR', undefined],
    ['nothing', undefined],
  ])('sees what %s does', async (name, verdict) => {
    const runner = new Runner('planted');
    try {
      await runner.run(around('nothing'));
      const finding = judge(around(name), await runner.run(around(name)), { live: true, room: 1 });
      expect(finding?.verdict).toBe(verdict);
      // It goes on, in another process where that one is at its end.
      const after = await runner.run(around('nothing'));
      expect(judge(around('nothing'), after, { live: true, room: 1 })).toBeUndefined();
    } finally {
      await runner.stop();
    }
  });

  it('is ended before what it asks for brings the machine down', async () => {
    const runner = new Runner('planted');
    try {
      const { ended } = await runner.run(around('BURST'));
      expect(['swelled', 'died']).toContain(ended);
    } finally {
      await runner.stop();
    }
  });
});

/** Plants faults in long texts, one after the other. */
const planting: Generator = {
  shapeOf: () => 'text',
  isLive: () => true,
  seeds: async () => [textInput('planted', 'nothing')],
  mutate: (input, dice) => textInput('planted', `${textOf(input)} ${padding(dice)}`),
  invent: (dice) =>
    around(`${padding(dice)} ${dice.pick(['BUG', 'LONG', 'CLEAR', 'REJECT'])} ${padding(dice)}`),
};

const padding = (dice: Dice): string => 'x'.repeat(dice.below(40));

function campaign(more: Partial<CampaignOptions> = {}) {
  return runCampaign({
    kind: 'text',
    target: 'planted',
    generator: planting,
    seed: 7,
    hostile: [],
    minimising: 0,
    isOver: (inputs) => inputs >= 40,
    ...more,
  });
}

describe('a campaign', () => {
  it('tells each fault once, counts all, and makes the smallest input of it', async () => {
    const found: [Finding, Input][] = [];
    const { findings, counts, inputs } = await campaign({
      minimising: 60_000,
      onFinding: async (finding, input) => void found.push([finding, input]),
    });
    expect(inputs).toBe(40);
    expect(findings.map(({ verdict }) => verdict).sort()).toEqual(['crash', 'unclear', 'unclear']);
    expect(counts.unclear).toBeGreaterThan(2);
    expect(counts.hang + counts.memory + counts.hold + counts.fault).toBe(0);
    expect(found.map(([, input]) => textOf(input)).sort()).toEqual(['BUG', 'LONG', 'REJECT']);
  });

  it('tries the same inputs for the same seed, and others for another', async () => {
    const tried = async (seed: number): Promise<readonly string[]> => {
      const texts: string[] = [];
      const generator: Generator = {
        ...planting,
        invent: (dice) => kept(planting.invent(dice)),
        mutate: (input, dice, other) => kept(planting.mutate(input, dice, other)),
      };
      const kept = (input: Input): Input => {
        texts.push(textOf(input));
        return input;
      };
      await campaign({ seed, generator, isOver: (inputs) => inputs >= 12 });
      return texts;
    };
    const [first, again, other] = [await tried(1), await tried(1), await tried(2)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('runs what was found before first, and tells by its file what still goes wrong', async () => {
    const known: (string | undefined)[] = [];
    const hostile = [
      { file: 'mended', input: around('CLEAR') },
      { file: 'not mended', input: around('BUG') },
    ];
    const { counts } = await campaign({
      hostile,
      isOver: () => true,
      onFinding: async (_finding, _input, file) => void known.push(file),
    });
    expect(known).toEqual(['not mended']);
    expect(counts.unclear).toBe(1);
  });
});
