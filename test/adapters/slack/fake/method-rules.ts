import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Json } from './block-rules.ts';

/** Slack's own descriptions of its methods; they lie beside the project, not in it. */
const METHOD_FOLDER = new URL('../../../../../shared/schemas/slack-methods/', import.meta.url);

export const haveSchemas = existsSync(METHOD_FOLDER);

interface Described {
  readonly scope?: { readonly bot?: readonly string[] };
  readonly args: {
    readonly required?: readonly string[];
    readonly properties: Readonly<Record<string, Json>>;
  };
}

/** A method's description; undefined where there is none. */
export function described(method: string): Described | undefined {
  const file = new URL(`${method}.json`, METHOD_FOLDER);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** For methods that are not described there (https://docs.slack.dev/reference/methods). */
const OURS: Readonly<Record<string, readonly string[]>> = {
  'conversations.history': [
    'channel',
    'cursor',
    'include_all_metadata',
    'inclusive',
    'latest',
    'limit',
    'oldest',
  ],
  'conversations.replies': [
    'channel',
    'cursor',
    'include_all_metadata',
    'inclusive',
    'latest',
    'limit',
    'oldest',
    'ts',
  ],
};

/** What a method takes that only its errors tell of (`duplicate_message_not_found` of chat.postMessage). */
const UNLISTED: Readonly<Record<string, readonly string[]>> = { 'chat.postMessage': ['client_msg_id'] };

const ajv = new Ajv({ strict: false, allErrors: true });

const validators = new Map<string, ReturnType<Ajv['compile']>>();

/**
 * What is wrong with a call by Slack's description of its method; empty when nothing is, and where the descriptions
 * are not at hand.
 *
 * @param sent as it came in a form: all values are texts
 */
export function wrongCall(
  method: string,
  sent: Readonly<Record<string, string>>,
  token: string,
): readonly string[] {
  if (!haveSchemas) return [];
  const known = OURS[method];
  if (known !== undefined) {
    return Object.keys(sent)
      .filter((name) => !known.includes(name))
      .map((name) => `${method} takes no ${name}`);
  }
  const description = described(method);
  if (description === undefined) return [`${method} is not described`];
  const { args } = description;
  const unknown = Object.keys(sent)
    .filter((name) => !(name in args.properties) && !UNLISTED[method]?.includes(name))
    .map((name) => `${method} takes no ${name}`);
  const validate = validators.get(method) ?? ajv.compile(args);
  validators.set(method, validate);
  const values = Object.fromEntries(
    Object.entries({ ...sent, token }).map(([name, value]) => [
      name,
      name === 'view' ? JSON.parse(value) : asMeant(value, args.properties[name]),
    ]),
  );
  if (validate(values)) return unknown;
  return [
    ...unknown,
    ...(validate.errors ?? []).map((error) => `${method}${error.instancePath} ${error.message}`),
  ];
}

/** A form knows texts alone; what the description calls a number or a list is meant as one. */
function asMeant(value: string, property: Json | undefined): unknown {
  switch (property?.type) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'array':
      return JSON.parse(value);
    default:
      return value;
  }
}
