import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PHOTO_SHORTCUT } from '../../../src/adapters/slack/inbound/shortcuts.ts';
import { METHODS } from '../../../src/adapters/slack/methods.ts';
import { described, haveSchemas } from './fake/method-rules.ts';

interface Manifest {
  readonly features: {
    readonly shortcuts: readonly { readonly callback_id: string; readonly type: string }[];
    readonly slash_commands: readonly { readonly command: string }[];
  };
  readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } };
  readonly settings: { readonly event_subscriptions: { readonly bot_events: readonly string[] } };
}

const manifest: Manifest = parse(
  readFileSync(new URL('../../../slack-manifest.yaml', import.meta.url), 'utf8'),
);
const scopes = manifest.oauth_config.scopes.bot;

const SOURCES = new URL('../../../src/adapters/slack/', import.meta.url);

/** The sources of the adapter, as one text. */
async function sources(): Promise<string> {
  const names = (await readdir(SOURCES, { recursive: true })).filter((name) => name.endsWith('.ts'));
  return (await Promise.all(names.map((name) => readFile(new URL(name, SOURCES), 'utf8')))).join('\n');
}

/** What is needed besides methods: for events, for what is in the manifest, and for downloading photos. */
const NEEDED: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
};

const EVENTS_WITHOUT_SCOPE = [
  'app_home_opened',
  'app_uninstalled',
  'tokens_revoked',
  'agent_session_stopped',
];

describe('the manifest', () => {
  it('asks for a scope of every method that is called', () => {
    for (const [method, any] of Object.entries(METHODS) as [string, readonly string[]][]) {
      if (any.length > 0)
        expect({ method, granted: any.some((scope) => scopes.includes(scope)) }).toEqual({
          method,
          granted: true,
        });
    }
  });

  it('asks for the scope of every event, and handles every event', async () => {
    const code = await sources();
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      if (!EVENTS_WITHOUT_SCOPE.includes(event)) expect(scopes).toContain(NEEDED[event]);
      expect(code).toContain(`app.event('${event === 'message.im' ? 'message' : event}'`);
    }
  });

  it('asks for nothing else', () => {
    const used = new Set<string>([
      ...Object.values(METHODS).flat(),
      ...manifest.settings.event_subscriptions.bot_events.map((event) => NEEDED[event] ?? ''),
      'commands',
      'files:read',
    ]);
    expect(scopes.filter((scope) => !used.has(scope))).toEqual([]);
    expect(new Set(scopes).size).toBe(scopes.length);
  });

  it('names the methods that the code calls, all of them and no others', async () => {
    const called = [
      ...(await sources()).matchAll(/call\(\s*(?:thread === undefined\s*\?\s*)?'([a-zA-Z.]+)'/g),
    ].map(([, method]) => method);
    expect([...new Set(called)].sort()).toEqual(Object.keys(METHODS).sort());
  });

  it('has the command and the shortcut that are answered', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/ad']);
    expect(manifest.features.shortcuts).toMatchObject([{ callback_id: PHOTO_SHORTCUT, type: 'message' }]);
  });

  it.skipIf(!haveSchemas)('fits Slack’s schema', () => {
    const file = new URL('../../../../shared/schemas/slack-manifest.schema.json', import.meta.url);
    expect(existsSync(file)).toBe(true);
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
    expect(validate(manifest) ? [] : validate.errors).toEqual([]);
  });

  it.skipIf(!haveSchemas)('has scopes of methods as Slack describes them', () => {
    for (const [method, any] of Object.entries(METHODS)) {
      const description = described(method);
      if (description === undefined) continue;
      const allowed = description.scope?.bot ?? [];
      for (const scope of any)
        expect({ method, allowed }).toEqual({ method, allowed: expect.arrayContaining([scope]) });
      if (any.length === 0) expect({ method, allowed }).toEqual({ method, allowed: [] });
    }
  });
});
