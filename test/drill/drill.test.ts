import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/imaging/random.ts';
import { QUICK_BOT } from '../programs/programs.ts';
import { runDrill } from './campaign.ts';
import type { OpenPlatform } from './platform.ts';
import { openDiscordPlatform } from './platforms/discord.ts';
import { openSlackPlatform } from './platforms/slack.ts';
import { openTerminalPlatform } from './platforms/terminal.ts';

/** `npm run drill -- --kills 300` for the long run. */
const KILLS = 40;

const WAYS: readonly (readonly [string, OpenPlatform])[] = [
  ['the terminal', openTerminalPlatform],
  ['Discord', openDiscordPlatform],
  ['Slack by socket', (random) => openSlackPlatform('socket', random)],
  ['Slack by HTTP', (random) => openSlackPlatform('http', random)],
];

/** Another for every run: what it was stands in the name of a test that fails. */
const SEED = Date.now() % 2 ** 32;

describe('a bot that is killed at any moment', () => {
  // Each waits for its processes most of the time.
  it.concurrent.each(WAYS)(
    `answers everybody once on %s (${KILLS} kills, seed ${SEED})`,
    async (_name, open) => {
      const campaign = await runDrill(open, {
        kills: KILLS,
        jobs: KILLS,
        seconds: 3_600,
        random: seededRandom(SEED),
        program: QUICK_BOT,
      });
      expect(campaign).toMatchObject({
        account: { kills: KILLS, lost: 0, doubled: 0, stuck: 0, stale: 0, failed: 0 },
        faults: [],
      });
      const { accepted, answered } = campaign.account;
      // On the terminal a line that dies before it is written was never accepted: half of them, more or less.
      expect(accepted).toBeGreaterThan(KILLS / 6);
      expect(answered).toBe(accepted);
    },
    KILLS * 30_000,
  );
});
