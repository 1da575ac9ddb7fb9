import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ADAPTERS = new URL('../../src/adapters/', import.meta.url).pathname;

/**
 * The files of an adapter, and the names that whoever knows one adapter looks for in the same file of another. What a
 * platform cannot do is absent, not different; a job that two platforms have has one name.
 */
const SHAPE: Readonly<Record<string, readonly string[]>> = {
  // The adapter as the app starts and ends it.
  'adapter.ts': [],
  // The line over which the platform tells what happens, and what keeps the library alive on it.
  'connection.ts': ['Connection', 'createConnection'],
  'payload-guard.ts': [],
  'request-guard.ts': [],
  'acknowledgements.ts': ['Acknowledgements'],
  // The platform's calls, and what their failures mean.
  'api.ts': [],
  'methods.ts': [],
  'failure.ts': ['FailureKind', 'failureOf', 'isFailure'],
  'refusals.ts': ['REFUSALS', 'Repair'],
  'retry-transient.ts': [],
  'identity.ts': [],
  'signing.ts': [],
  'rate-limits.ts': [],
  'visitor-address.ts': [],
  // Ads that are laid out by hand, and links to do it from elsewhere.
  'benches.ts': [],
  'adjust-links.ts': [],
  'bolt-logger.ts': [],
  // Where a message goes, as it is stored.
  'address.ts': ['Address', 'readAddress', 'writeAddress'],
  'snowflake.ts': [],
  'transcript.ts': [],
  'message-id.ts': [],
  'numbered-files.ts': [],
  // Photos as people send them.
  'photos.ts': [],
  // A reply as a message.
  'markdown.ts': ['plainText'],
  'render-reply.ts': ['renderReply'],
  'render/attachments.ts': [],
  'render/buttons.ts': [],
  'render/fit-message.ts': [],
  'render/message-text.ts': [],
  'render/progress.ts': [],
  // Pages, where the adapter shows its own.
  'render/html.ts': [],
  'render/icon.ts': [],
  'render/page-icons.ts': [],
  'render/labels.ts': [],
  'render/page.ts': [],
  'render/chat-page.ts': [],
  'render/gallery-page.ts': [],
  'render/ad-page.ts': [],
  'render/form-page.ts': [],
  'render/adjust-page.ts': [],
  'render/stored-message.ts': [],
  // What such a page runs in a browser.
  'browser/page.ts': [],
  'browser/elements.ts': [],
  'browser/send.ts': [],
  'browser/actions.ts': [],
  'browser/dialogs.ts': [],
  'browser/photos.ts': [],
  'browser/composer.ts': [],
  'browser/stream.ts': [],
  'browser/adjust.ts': [],
  'browser/adjusting.ts': [],
  'browser/laid-out.ts': [],
  'browser/piece-handles.ts': [],
  'browser/edit-in-place.ts': [],
  // What makes the platform know the commands.
  'registration/application-commands.ts': [],
  'registration/command-options.ts': [],
  'registration/register-commands.ts': [],
  // What comes in: which handler answers it, what that is given, what it becomes for the conversation.
  'inbound/listeners.ts': [],
  'inbound/adjust.ts': [],
  'inbound/byte-range.ts': [],
  'inbound/context.ts': ['InboundContext', 'Received'],
  'inbound/events.ts': ['PlatformEvent', 'inboundEventOf'],
  'inbound/member.ts': ['memberOf'],
  'inbound/user-directory.ts': [],
  'inbound/permissions.ts': [],
  'inbound/in-flight.ts': [],
  'inbound/read-interaction.ts': [],
  'inbound/find-handler.ts': [],
  'inbound/interaction-handler.ts': [],
  'inbound/interactions.ts': [],
  'inbound/acknowledge.ts': [],
  'inbound/respond.ts': [],
  'inbound/find-original.ts': [],
  'inbound/answer-late.ts': [],
  // What was written while nobody listened.
  'inbound/catch-up.ts': ['CatchUp'],
  'inbound/addressed.ts': [],
  // Messages that were posted as the process was killed.
  'inbound/stale-messages.ts': [],
  // Its handlers.
  'inbound/commands.ts': [],
  'inbound/autocomplete.ts': [],
  'inbound/buttons.ts': [],
  'inbound/submissions.ts': [],
  'inbound/shortcuts.ts': [],
  'inbound/messages.ts': [],
  'inbound/reactions.ts': [],
  'inbound/home.ts': [],
  'inbound/pages.ts': [],
  'inbound/seen-jobs.ts': [],
  'inbound/files.ts': [],
  'inbound/assets.ts': [],
  'inbound/sign-in.ts': [],
  'inbound/agent-sessions.ts': [],
  'inbound/forms/command-form.ts': ['commandForm'],
  'inbound/forms/words-form.ts': ['filledCopy'],
  'inbound/forms/parts-form.ts': ['filledParts'],
  'inbound/forms/fields.ts': ['FieldContext', 'formField'],
  'inbound/forms/values.ts': ['filledValues'],
  'inbound/forms/metadata.ts': [],
  'inbound/forms/open-form.ts': [],
  // What goes out: messages that show jobs, and answers that do not.
  'outbound/delivery.ts': [],
  'outbound/post.ts': ['post'],
  'outbound/find-posted.ts': ['findPosted'],
  'outbound/direct-message.ts': ['openDirectMessage'],
  'outbound/notify.ts': [],
  'outbound/reactions.ts': ['offerReactions'],
  'outbound/pictures.ts': [],
  'outbound/uploads.ts': [],
  'outbound/streams.ts': [],
  'outbound/agent-sessions.ts': [],
  'outbound/screen.ts': [],
};

/** What every adapter has. */
const NEEDED = [
  'adapter.ts',
  'photos.ts',
  'render-reply.ts',
  'inbound/listeners.ts',
  'inbound/context.ts',
  'inbound/commands.ts',
  'inbound/buttons.ts',
  'inbound/reactions.ts',
  'outbound/delivery.ts',
];

const platforms = readdirSync(ADAPTERS);

/** The sources of a platform's adapter, by their names there. */
function filesOf(platform: string): readonly string[] {
  return readdirSync(join(ADAPTERS, platform), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
}

function exportsOf(platform: string, file: string): readonly string[] {
  const source = readFileSync(join(ADAPTERS, platform, file), 'utf8');
  const declared = source.matchAll(/^export (?:async )?(?:class|const|function|interface|type) (\w+)/gm);
  return [...declared].map(([, name = '']) => name);
}

describe.each(platforms)('the adapter for %s', (platform) => {
  const files = filesOf(platform);

  it('has no file whose name another adapter would not use for the same', () => {
    expect(files.filter((file) => SHAPE[file] === undefined)).toEqual([]);
  });

  it('has what every adapter has', () => {
    expect(files).toEqual(expect.arrayContaining(NEEDED));
  });

  it.each(files.filter((file) => (SHAPE[file] ?? []).length > 0))(
    'has in %s what others have there',
    (file) => {
      expect(exportsOf(platform, file)).toEqual(expect.arrayContaining([...(SHAPE[file] ?? [])]));
    },
  );
});

it('names no file that no adapter has', () => {
  const known = new Set(platforms.flatMap(filesOf));
  expect(Object.keys(SHAPE).filter((file) => !known.has(file))).toEqual([]);
});
