import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** Discord's own description of its interface; it lies beside the project and is not part of it. */
const FILE = new URL('../../../../../shared/schemas/discord-openapi.json', import.meta.url);

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly requestBody?: { readonly content: object } }>>>
  >;
}

/** Calls that the bot makes, as the description has them. */
const EXPECTED = [
  ['post', '/interactions/{interaction_id}/{interaction_token}/callback'],
  ['patch', '/webhooks/{webhook_id}/{webhook_token}/messages/@original'],
  ['patch', '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'],
  ['post', '/webhooks/{webhook_id}/{webhook_token}'],
  ['post', '/channels/{channel_id}/messages'],
  ['patch', '/channels/{channel_id}/messages/{message_id}'],
  ['post', '/users/@me/channels'],
] as const;

/** Problems of a body with Discord's description of a call; none where the description is not there. */
export type CheckBody = (method: string, path: string, body: unknown) => readonly string[];

/** Reads the description where there is one. */
export function bodyChecker(): CheckBody {
  if (!existsSync(FILE)) return () => [];
  const description: Description = JSON.parse(readFileSync(FILE, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema(description as object, 'discord');
  const routes = Object.keys(description.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
    // Of several that fit the one that names most is meant: `@original`, not any message.
    literal: template.replaceAll(/\{[^}]+\}/g, '').length,
  }));
  routes.sort((a, b) => b.literal - a.literal);
  const compiled = new Map<string, ValidateFunction>();
  const checkOf = (method: string, template: string): ValidateFunction => {
    const pointer = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema']
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#/${pointer}` });
    compiled.set(pointer, check);
    return check;
  };
  // Compiling takes a second or so, in which a bot must not be kept waiting.
  for (const [method, template] of EXPECTED) checkOf(method, template);
  return (method, path, body) => {
    const template = routes.find(({ pattern }) => pattern.test(path))?.template;
    if (template === undefined) return [`${method} ${path} is not described`];
    const operation = description.paths[template]?.[method.toLowerCase()];
    if (operation === undefined) return [`${method} ${template} is not described`];
    if (operation.requestBody === undefined) return body === undefined ? [] : [`${template} takes no body`];
    const check = checkOf(method.toLowerCase(), template);
    if (check(body)) return [];
    const [first] = check.errors ?? [];
    return [`${method} ${template}: ${first?.instancePath} ${first?.message} in ${JSON.stringify(body)}`];
  };
}
