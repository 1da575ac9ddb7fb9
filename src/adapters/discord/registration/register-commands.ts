import { isDeepStrictEqual } from 'node:util';
import { Routes } from 'discord.js';
import * as z from 'zod';
import type { Command } from '../../../conversation/command/define-command.ts';
import { UserError } from '../../../errors/user-error.ts';
import { createApi, type DiscordApi } from '../api.ts';
import { DiscordFailure } from '../failure.ts';
import { mapCommands } from './application-commands.ts';

export interface Registration {
  readonly token: string;
  /** Instead of Discord's own, for tests. */
  readonly address?: string | undefined;
  /** Asked of Discord where it is not given. */
  readonly application?: string | undefined;
  /** The one server that is to know the commands, at once; absent = all. */
  readonly guild?: string | undefined;
  /** Compares and changes nothing. */
  readonly dryRun?: boolean;
}

/** What registering has changed, by the commands' names. */
export interface Registered {
  readonly application: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

const known = z.array(z.looseObject({ name: z.string(), type: z.number().default(1) }));

/**
 * Makes Discord know the commands: reads what it knows, and writes where that differs, since it lets a command be
 * written only so often a day.
 *
 * @throws UserError `discord-token`; OutageError `discord`
 */
export async function registerCommands(
  commands: readonly Command[],
  { token, address, application, guild, dryRun = false }: Registration,
): Promise<Registered> {
  const api = createApi(token, address);
  try {
    const owner = application ?? (await ownApplication(api));
    const route =
      guild === undefined ? Routes.applicationCommands(owner) : Routes.applicationGuildCommands(owner, guild);
    const query = { with_localizations: 'true' };
    const before = new Map(
      known.parse(await api.bot('get', route, { query })).map((command) => [keyOf(command), command]),
    );
    // What belongs to one server has no say in where it can be used.
    const wanted = mapCommands(commands).map(({ contexts, integration_types, ...command }) =>
      guild === undefined ? { ...command, contexts, integration_types } : command,
    );
    const names = (list: readonly { readonly name: string }[]): readonly string[] =>
      list.map(({ name }) => name);
    const keys = new Set(wanted.map(keyOf));
    const differs = wanted.filter((command) => {
      const there = before.get(keyOf(command));
      return there !== undefined && !isDeepStrictEqual(essence(there), essence(command));
    });
    const added = wanted.filter((command) => !before.has(keyOf(command)));
    const removed = [...before].filter(([key]) => !keys.has(key)).map(([, command]) => command);
    if (!dryRun && added.length + differs.length + removed.length > 0) {
      await api.bot('put', route, { body: wanted });
    }
    return {
      application: owner,
      added: names(added),
      changed: names(differs),
      removed: names(removed),
      unchanged: names(wanted.filter((command) => before.has(keyOf(command)) && !differs.includes(command))),
    };
  } catch (error) {
    if (error instanceof DiscordFailure && error.status === 401) throw new UserError('discord-token', {});
    throw error instanceof DiscordFailure ? error.outage : error;
  } finally {
    api.close();
  }
}

async function ownApplication(api: DiscordApi): Promise<string> {
  return z.object({ id: z.string() }).parse(await api.bot('get', Routes.currentApplication())).id;
}

/** Commands of one name may be of several types. */
function keyOf({ type, name }: { readonly type?: number | undefined; readonly name: string }): string {
  return `${type ?? 1}/${name}`;
}

/** What a command says of itself: without what Discord adds, and without what it leaves out because it is the rule. */
const COMPARED = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
  'value',
  'required',
  'autocomplete',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'contexts',
  'integration_types',
]);

function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name, part]) => COMPARED.has(name) && !isNothing(part))
    // Inside of localizations the names are languages, and all of them tell.
    .map(([name, part]) => [name, name.endsWith('_localizations') ? part : essence(part)]);
  return Object.fromEntries(kept);
}

function isNothing(part: unknown): boolean {
  return (
    part === undefined ||
    part === null ||
    part === false ||
    part === '' ||
    (Array.isArray(part) && part.length === 0)
  );
}
