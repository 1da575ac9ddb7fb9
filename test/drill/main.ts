import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPrograms } from '../../build-programs.mjs';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { seededRandom } from '../../src/imaging/random.ts';
import { isGood } from './account.ts';
import { runDrill } from './campaign.ts';
import { HELP, type PlatformName, parseDrillOptions } from './options.ts';
import type { OpenPlatform } from './platform.ts';
import { openDiscordPlatform } from './platforms/discord.ts';
import { openSlackPlatform } from './platforms/slack.ts';
import { openTerminalPlatform } from './platforms/terminal.ts';
import { openWebPlatform } from './platforms/web.ts';

const openersOf = (history: boolean): Readonly<Record<PlatformName, OpenPlatform>> => ({
  terminal: openTerminalPlatform,
  discord: openDiscordPlatform,
  'slack-socket': (random) => openSlackPlatform('socket', random, history),
  'slack-http': (random) => openSlackPlatform('http', random, history),
  web: openWebPlatform,
});

const options = parseDrillOptions(process.argv.slice(2), Date.now());
if (options === undefined) console.log(HELP);
else {
  const { platform: name, seed } = options;
  console.log(`— ${name}: seed ${seed}, ${options.kills} kills, ${options.jobs} jobs`);
  // Within the project, so that its packages are found.
  const out = join(PROJECT_ROOT, 'out');
  await mkdir(out, { recursive: true });
  const programs = await mkdtemp(join(out, 'drill-'));
  try {
    await buildPrograms(programs, ['test/adapters/terminal/quick-bot.ts']);
    const { account, faults, evidence } = await runDrill(openersOf(options.history)[name], {
      ...options,
      random: seededRandom(seed),
      program: join(programs, 'quick-bot.js'),
    });
    console.log(
      Object.entries(account)
        .map(([what, count]) => `${what} ${count}`)
        .join(', '),
    );
    if (evidence !== undefined)
      console.log(`what its processes had and said, and who was wronged: ${evidence}`);
    for (const fault of faults) console.log(`not taken: ${fault}`);
    process.exitCode = isGood(account) && faults.length === 0 ? 0 : 1;
  } finally {
    await rm(programs, { recursive: true, force: true });
  }
}
