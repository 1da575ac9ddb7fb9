import { describe, expect, it } from 'vitest';
import { runCampaign } from './campaign.ts';
import { HOSTILE, readInputs } from './corpus.ts';
import { KIND_NAMES, type KindName } from './input.ts';
import { generators } from './kinds/generators.ts';

/** Inputs worth ten seconds of each kind: a number, so that the same are tried however fast the machine is. */
const INPUTS: Readonly<Record<KindName, number>> = {
  photo: 60,
  text: 250,
  recipe: 90,
  model: 120,
  chat: 250,
};

/** Limits of time are those of a machine that has nothing else to do; tests run beside one another. */
const ROOM = 4;

describe('hostile input', () => {
  it.each(KIND_NAMES)(
    'of the kind "%s", found before or new, finds nothing',
    async (kind) => {
      const hostile = await readInputs(HOSTILE, kind);
      const { findings, inputs } = await runCampaign({
        kind,
        generator: await generators[kind](),
        seed: 20_261_129,
        hostile,
        minimising: 0,
        room: ROOM,
        isOver: (count) => count >= INPUTS[kind] + hostile.length,
      });
      expect(inputs).toBeGreaterThanOrEqual(INPUTS[kind]);
      expect(findings).toEqual([]);
    },
    900_000,
  );
});
