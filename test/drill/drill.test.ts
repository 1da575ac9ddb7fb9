import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/imaging/random.ts';
import { QUICK_BOT } from '../programs/programs.ts';
import { runDrill } from './campaign.ts';
import type { OpenPlatform } from './platform.ts';
import { openDiscordPlatform } from './platforms/discord.ts';
import { openSlackPlatform } from './platforms/slack.ts';
import { openTerminalPlatform } from './platforms/terminal.ts';
import { openWebPlatform } from './platforms/web.ts';

/** `npm run drill -- --kills 300` for the long run. */
const KILLS = 40;

const WAYS: readonly (readonly [string, number, OpenPlatform])[] = [
  ['the terminal', KILLS, openTerminalPlatform],
  ['Discord', KILLS, openDiscordPlatform],
  ['Slack by socket', KILLS, (random) => openSlackPlatform('socket', random)],
  ['Slack by HTTP', KILLS, (random) => openSlackPlatform('http', random)],
  ['Slack where nothing may be read', KILLS / 2, (random) => openSlackPlatform('http', random, false)],
  ['the web page', KILLS, openWebPlatform],
];

/** Another for every run: what it was stands in the name of a test that fails. */
const SEED = Date.now() % 2 ** 32;

describe('a bot that is killed at any moment', () => {
  // Each waits for its processes most of the time.
  it.concurrent.each(WAYS)(
    `answers everybody once on %s (%i kills, seed ${SEED})`,
    async (_name, kills, open) => {
      const campaign = await runDrill(open, {
        kills,
        jobs: kills,
        seconds: 3_600,
        random: seededRandom(SEED),
        program: QUICK_BOT,
      });
      expect(campaign).toMatchObject({
        account: { kills, lost: 0, doubled: 0, stuck: 0, stale: 0, failed: 0 },
        faults: [],
      });
      const { accepted, answered } = campaign.account;
      // On the terminal a line that dies before it is written was never accepted: half of them, more or less.
      expect(accepted).toBeGreaterThan(kills / 6);
      expect(answered).toBe(accepted);
    },
    KILLS * 30_000,
  );
});
