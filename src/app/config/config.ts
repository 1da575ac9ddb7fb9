import { existsSync } from 'node:fs';
import * as z from 'zod';
import { ENGINE_CHOICES } from '../../ad/request.ts';
import { UserError } from '../../errors/user-error.ts';

/** An empty value counts as not given, as in `.env` files. */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const address = text.pipe(z.url({ protocol: /^(https?|wss?)$/ }).optional());

/** With a name and a password in it: a secret. */
const database = text.pipe(
  z
    .url({ protocol: /^postgres(ql)?$/, error: 'such as postgres://user:password@host:5432/database' })
    .optional(),
);

/** Where files are kept: a bucket. Amazon's own names for the keys, which are secrets. */
const bucket = text.pipe(
  z
    .url({ protocol: /^s3$/, error: 'such as s3://bucket/folder?endpoint=https://s3.example.com' })
    .refine(
      (value) => !URL.canParse(value) || new URL(value).username === '',
      'keys stand in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    )
    .optional(),
);

const list = text.transform((value) => value?.split(/[\s,]+/).filter(Boolean) ?? []);

/** Hosts as fetchPhoto takes them; one that nothing could ever match is told instead of being left to wonder about. */
const hosts = list.pipe(
  z.array(
    z
      .string()
      .regex(
        /^(?:https?:\/\/)?(?:\[[\d:a-f.]+\]|[^\s/:?#@[\]*]+)(?::\d{1,5})?\/?$/i,
        'such as cdn.example.com, cdn.example.com:8443 or http://cdn.example.com',
      ),
  ),
);

/** Addresses of machines, or networks of them. */
const networks = list.pipe(
  z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'such as 10.0.0.2 or 10.0.0.0/8')),
);

function number(defaultValue: number, min: number, max: number) {
  return text
    .transform((value) => value ?? String(defaultValue))
    .pipe(z.coerce.number<string>().int().min(min).max(max));
}

function choice<const T extends readonly [string, ...string[]]>(names: T, defaultValue: T[number]) {
  return text.transform((value) => value ?? defaultValue).pipe(z.enum(names));
}

const settings = z.object({
  DISCORD_TOKEN: text,
  DISCORD_APPLICATION_ID: text,
  DISCORD_GUILD_ID: text,
  DISCORD_API_URL: address,
  DISCORD_CDN_URL: address,
  /** As many shards as Discord recommends, so many, or some of them: `0-3/16`. */
  DISCORD_SHARDS: text
    .transform((value) => value ?? 'auto')
    .pipe(z.string().regex(/^(auto|[1-9]\d{0,3}|\d{1,4}(-\d{1,4})?\/[1-9]\d{0,3})$/, 'auto, 4 or 0-3/16')),
  SLACK_BOT_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_APP_TOKEN: text,
  SLACK_MODE: choice(['socket', 'http'], 'socket'),
  SLACK_API_URL: address,
  PORT: number(3000, 0, 65_535),
  ATTACHMENT_HOSTS: hosts,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address,
  OPENAI_MODEL: text,
  OPENAI_VISION_MODEL: text,
  /** Seconds for one question to a model, all attempts together. */
  OPENAI_TIMEOUT: number(15, 1, 600),
  /** Tokens a day, in and out together. */
  OPENAI_DAILY_TOKENS: number(500_000, 0, 1_000_000_000),
  /** US dollars for a million tokens, in and out. */
  OPENAI_PRICES: text
    .pipe(
      z
        .string()
        .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, 'such as 0.4/1.6')
        .optional(),
    )
    .transform((value) => {
      const [input, output] = value?.split('/').map(Number) ?? [];
      return input === undefined || output === undefined ? undefined : { input, output };
    }),
  /** The design family of an ad for which none is asked: `auto`, `scene`, or the name of one. */
  DESIGN: text,
  /** Where an ad goes for which nobody says it: the name of a place, or a size in pixels. */
  PLACE: text,
  ENGINE: choice(ENGINE_CHOICES, 'auto'),
  /** Whether pictures say that a trained model drew in them. */
  AI_NOTICE: choice(['on', 'off'], 'on'),
  ZIMAGE_MODEL_DIR: text,
  ZIMAGE_TOKENIZER_DIR: text,
  EXECUTION_PROVIDER: choice(['auto', 'cuda', 'webgpu', 'cpu'], 'auto'),
  CUTOUT_MODEL: text,
  HF_TOKEN: text,
  HF_ENDPOINT: address,
  /** Jobs under way side by side; their nodes share the lanes. */
  JOBS_AT_ONCE: number(4, 1, 64),
  /** Maximum of jobs of one person and of one workspace: waiting at once, an hour, a day. 0 = no limit. */
  LIMIT_USER_OPEN: number(10, 0, 100_000),
  LIMIT_USER_HOURLY: number(60, 0, 100_000),
  LIMIT_USER_DAILY: number(300, 0, 100_000),
  LIMIT_WORKSPACE_OPEN: number(100, 0, 100_000),
  LIMIT_WORKSPACE_HOURLY: number(600, 0, 100_000),
  LIMIT_WORKSPACE_DAILY: number(3000, 0, 100_000),
  /** Roles, by the platform's ids or names, that no limit holds for. */
  UNLIMITED_ROLES: list,
  VARIANTS_BY: choice(['anyone', 'owner'], 'anyone'),
  /** Whether the bot puts the reactions that it understands under finished ads. */
  REACTION_HINTS: choice(['on', 'off'], 'off'),
  /** Port of /healthz, /readyz and /metrics on the loopback interface. */
  HEALTH_PORT: number(9464, 0, 65_535),
  /** The page in a browser; where nothing is said, beside the terminal's chat alone. */
  WEB: text.pipe(z.enum(['on', 'off']).optional()),
  WEB_HOST: text.transform((value) => value ?? '127.0.0.1'),
  WEB_PORT: number(3000, 0, 65_535),
  WEB_PASSWORD: text,
  /** Reverse proxies before the page: they say whose requests they hand on. */
  WEB_PROXIES: networks,
  /** A reverse proxy's header that names who has signed in there. */
  WEB_USER_HEADER: text,
  /** The address by which browsers reach the page through a reverse proxy. */
  WEB_URL: text.pipe(z.url({ protocol: /^https?$/ }).optional()),
  TERMINAL_PICTURES: choice(['auto', 'kitty', 'iterm', 'sixel', 'none'], 'auto'),
  DATA_DIR: text.transform((value) => value ?? 'data'),
  /** PostgreSQL, where jobs are kept in it instead of the data folder. */
  DATABASE_URL: database,
  /** Seconds after which a process that shares the database, and is heard of no more, is thought to be dead. */
  LEASE_SECONDS: number(10, 2, 600),
  /** A bucket of S3, where photos and pictures are kept in it, and the data folder is what is at hand of them. */
  FILES_URL: bucket,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  LOCALE: choice(['ko', 'en'], 'ko'),
});

/** The settings, by the names of the environment variables that set them. */
export type Config = Readonly<z.output<typeof settings>>;

/** The variables that `loadConfig` reads. */
export const CONFIG_NAMES: readonly string[] = Object.keys(settings.shape);

/**
 * The environment of this process, with what a `.env` file in the working folder adds to it; what is set already
 * stays.
 */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}

/**
 * Reads the settings. Values never appear in the error, since some are secrets.
 *
 * @throws UserError `bad-config` naming every problem at once
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(environment);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new UserError('bad-config', { problems });
}
