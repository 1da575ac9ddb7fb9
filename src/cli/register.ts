import { commands } from '../../commands/index.ts';
import type { Locale } from '../ad/locale.ts';
import { type Registered, registerCommands } from '../adapters/discord/registration/register-commands.ts';
import { defined } from '../collections/defined.ts';
import { UserError } from '../errors/user-error.ts';
import type { ExitCode, Io } from './io.ts';
import { parseArguments } from './parse-arguments.ts';

const HELP = {
  ko: `디스코드에 명령을 등록합니다. 달라진 것이 있을 때만 고쳐 씁니다.

  npm run register                    모든 서버에 (DISCORD_GUILD_ID가 있으면 그 서버에만)
  npm run register -- --global        모든 서버에
  npm run register -- --guild ID      한 서버에만, 바로 보임
  npm run register -- --dry-run       무엇이 달라질지만 봄
  --json                              결과를 JSON으로`,
  en: `Register the commands with Discord. Only changes are written.

  npm run register                    in all servers (only in DISCORD_GUILD_ID if it is set)
  npm run register -- --global        in all servers
  npm run register -- --guild ID      in one server only, visible at once
  npm run register -- --dry-run       only show what would change
  --json                              the result as JSON`,
};

/** `npm run register`. */
export async function register(args: readonly string[], io: Io): Promise<ExitCode> {
  const { config } = io;
  const locale = config.LOCALE;
  const values = parsed(args);
  if (values.help === true) {
    io.out(HELP[locale]);
    return 0;
  }
  if (config.DISCORD_TOKEN === undefined) {
    throw new UserError('bad-config', { problems: ['DISCORD_TOKEN'] });
  }
  const guild = values.global === true ? undefined : (values.guild ?? config.DISCORD_GUILD_ID);
  const dryRun = values['dry-run'] === true;
  const registered = await registerCommands(commands, {
    token: config.DISCORD_TOKEN,
    address: config.DISCORD_API_URL,
    application: config.DISCORD_APPLICATION_ID,
    guild,
    dryRun,
  });
  if (values.json === true)
    io.out(JSON.stringify({ ok: true, dryRun, ...defined({ guild: guild || undefined }), ...registered }));
  else for (const line of lines(registered, locale)) io.out(line);
  return 0;
}

function parsed(args: readonly string[]) {
  return parseArguments({
    args: [...args],
    options: {
      guild: { type: 'string' },
      global: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;
}

function lines({ added, changed, removed, unchanged }: Registered, locale: Locale): readonly string[] {
  const rows = [
    [{ ko: '새로 등록', en: 'Added' }, added],
    [{ ko: '고쳐 씀', en: 'Changed' }, changed],
    [{ ko: '지움', en: 'Removed' }, removed],
    [{ ko: '그대로', en: 'Unchanged' }, unchanged],
  ] as const;
  return rows.flatMap(([title, names]) =>
    names.length === 0 ? [] : [`${title[locale]}: ${names.join(', ')}`],
  );
}
