import { extname, join } from 'node:path';
import type { OpenBench } from '../ad/adjustment.ts';
import type { Locale } from '../ad/locale.ts';
import { startTerminal, type TerminalAdapter } from '../adapters/terminal/adapter.ts';
import type { WebAdapter } from '../adapters/web/adapter.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { OpenMap } from '../conversation/open-map.ts';
import { UserError } from '../errors/user-error.ts';
import type { Platform } from '../jobs/job/job.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Log } from '../jobs/log.ts';
import type { PhotoStore } from '../storage/photo-store.ts';
import type { Config } from './config/config.ts';
import { PROJECT_ROOT } from './config/project-root.ts';
import { slackTransport } from './config/slack-transport.ts';
import { terminalGraphics } from './config/terminal-graphics.ts';
import { webAccess } from './config/web-access.ts';

/** A platform's adapter, as the bot sees it. */
export interface Adapter {
  readonly ended: Promise<void>;
  /** Takes nothing in any more. */
  close(): void | Promise<void>;
  /** After the last message has gone out. */
  finish(): Promise<void>;
  /** What keeps the platform from being talked on just now, such as a lost connection. */
  notReadyReason(): string | undefined;
}

export interface AdapterParts {
  readonly config: Config;
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  readonly log: Log;
  /** Where an adapter keeps what must outlive the process. */
  readonly mapsOf: (adapter: string) => OpenMap;
  readonly photos: PhotoStore;
  readonly openBench?: OpenBench;
  /** The damaged database that was kept aside at this start. */
  readonly damagedFile: string | undefined;
  /** For the terminal's chat. */
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Whether the bot talks in the terminal, having no platform to talk on. */
function usesTerminal(config: Config): boolean {
  return config.DISCORD_TOKEN === undefined && config.SLACK_BOT_TOKEN === undefined;
}

/** Whether that chat is opened: a page that was asked for is a program's that nobody types into. */
export function opensTerminal(config: Config, { isTTY }: Pick<AdapterParts['input'], 'isTTY'>): boolean {
  return usesTerminal(config) && (config.WEB !== 'on' || isTTY === true);
}

/** Where the build has left the page's scripts: beside this file, or where it would be. */
const WEB_ASSETS =
  extname(import.meta.url) === '.ts' ? join(PROJECT_ROOT, 'dist', 'web') : join(import.meta.dirname, 'web');

/** An adapter for every platform that there are tokens for; here and nowhere else they are started. */
export async function startAdapters(parts: AdapterParts): Promise<readonly Adapter[]> {
  const { config } = parts;
  const starting: Promise<Adapter | readonly []>[] = [];
  // A platform's library is loaded where there is a token for it.
  if (config.DISCORD_TOKEN !== undefined) starting.push(openDiscord(config.DISCORD_TOKEN, parts));
  const web = servesWeb(config) ? openWeb(parts) : undefined;
  if (web !== undefined) starting.push(web.then((opened) => opened ?? []));
  // A page that was asked for is there as long as the program: input that has ended does not end it.
  if (opensTerminal(config, parts.input))
    starting.push(openTerminal(parts, await web?.catch(() => undefined)));
  if (config.SLACK_BOT_TOKEN !== undefined) starting.push(openSlack(parts, config.SLACK_BOT_TOKEN));
  const started = await Promise.allSettled(starting);
  const adapters = started.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
  const failed = started.find((outcome) => outcome.status === 'rejected');
  if (failed === undefined) return adapters;
  await Promise.allSettled(adapters.map((adapter) => adapter.close()));
  await Promise.allSettled(adapters.map((adapter) => adapter.finish()));
  throw failed.reason;
}

async function openDiscord(token: string, parts: AdapterParts): Promise<Adapter> {
  const { config, conversation, jobs, log } = parts;
  const { startDiscord } = await import('../adapters/discord/adapter.ts');
  return startDiscord({
    conversation,
    jobs,
    token,
    application: config.DISCORD_APPLICATION_ID,
    addresses: { api: config.DISCORD_API_URL, cdn: config.DISCORD_CDN_URL },
    shards: config.DISCORD_SHARDS,
    attachmentHosts: config.ATTACHMENT_HOSTS,
    offersReactions: config.REACTION_HINTS === 'on',
    openMap: parts.mapsOf('discord'),
    locale: config.LOCALE,
    log,
  });
}

/** Whether the bot has a page: where it is wanted, and beside the terminal's chat unless it is not. */
function servesWeb(config: Config): boolean {
  return config.WEB === undefined ? usesTerminal(config) : config.WEB === 'on';
}

/** Platforms from which people reach the page: where it says by which address, all but the terminal. */
export function platformsWithPage(config: Config): readonly Platform[] {
  if (!servesWeb(config)) return [];
  return config.WEB_URL === undefined ? ['web'] : ['web', 'discord', 'slack'];
}

/** Undefined where nobody has asked for it and its port is taken, as by a second bot on this machine. */
async function openWeb({
  config,
  conversation,
  jobs,
  mapsOf,
  log,
  photos,
  openBench,
}: AdapterParts): Promise<WebAdapter | undefined> {
  const { startWeb } = await import('../adapters/web/adapter.ts');
  const access = webAccess(config);
  try {
    return await startWeb({
      ...access,
      conversation,
      jobs,
      folder: join(config.DATA_DIR, 'web'),
      openMap: mapsOf('web'),
      photos,
      openBench,
      assets: WEB_ASSETS,
      locale: config.LOCALE,
      log,
    });
  } catch (error) {
    if (config.WEB === 'on' || !(error instanceof UserError)) throw error;
    log.warn({ port: config.WEB_PORT }, 'the web page is not served', error);
    return undefined;
  }
}

function openTerminal(
  { config, conversation, jobs, log, damagedFile, input, output, environment }: AdapterParts,
  web: WebAdapter | undefined,
): Promise<TerminalAdapter> {
  return startTerminal({
    conversation,
    jobs,
    folder: join(config.DATA_DIR, 'terminal'),
    input,
    output,
    graphics: config.TERMINAL_PICTURES === 'auto' ? terminalGraphics(environment) : config.TERMINAL_PICTURES,
    locale: config.LOCALE,
    log,
    greeting: greeting(config.LOCALE, damagedFile, web?.url),
  });
}

async function openSlack(parts: AdapterParts, token: string): Promise<Adapter> {
  const { config, conversation, jobs, log } = parts;
  const transport = slackTransport(config);
  const { startSlack } = await import('../adapters/slack/adapter.ts');
  return startSlack({
    conversation,
    jobs,
    token,
    transport,
    address: config.SLACK_API_URL,
    locale: config.LOCALE,
    offersReactions: config.REACTION_HINTS === 'on',
    openMap: parts.mapsOf('slack'),
    log,
  });
}

function greeting(
  locale: Locale,
  damagedFile: string | undefined,
  page: string | undefined,
): readonly string[] {
  const lines = [
    {
      ko: '광고를 만들어 드려요. 무엇을 알릴지 적어 보세요. (/ad help 도움말, /quit 끝내기)',
      en: 'This bot makes ads. Tell it what yours is for. (/ad help for more, /quit to leave)',
    },
  ];
  if (page !== undefined)
    lines.push({ ko: `브라우저에서도 쓸 수 있어요: ${page}`, en: `In a browser: ${page}` });
  if (damagedFile !== undefined) {
    lines.unshift({
      ko: `작업 데이터베이스가 손상되어 새로 시작했어요. 이전 파일은 여기에 보관했어요: ${damagedFile}`,
      en: `The job database was damaged, so a new one was created. The old file was kept: ${damagedFile}`,
    });
  }
  return lines.map((line) => line[locale]);
}
