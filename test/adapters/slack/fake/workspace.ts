import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Json, wrongBlocks, wrongView } from './block-rules.ts';
import { ClosedPlaces } from './closed-places.ts';

export const BOT_TOKEN = 'xoxb-1111-2222-fakefakefake';
export const APP_TOKEN = 'xapp-1-A0-1111-fakefakefake';
export const BOT_USER = 'U0BOT';
export const TEAM = 'T0SHOP';

/** A message as it stands in a channel. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  text: string;
  blocks: readonly Json[];
  readonly metadata: Json | undefined;
  /** Everything that it has shown before. */
  readonly before: (readonly Json[])[];
  deleted: boolean;
  readonly reactions: string[];
  /** It is being written bit by bit. */
  streaming?: boolean;
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  bytes: Buffer | undefined;
  complete: boolean;
  deleted: boolean;
  /** Looks at it until Slack knows what it is. */
  looks: number;
  readonly shares: Record<string, { ts: string }[]>;
}

interface Person {
  readonly locale: string;
  readonly name: string;
  readonly admin: boolean;
  /** The workspace that they are of, where Slack tells. */
  readonly team?: string;
}

/** The scopes that the manifest asks for. */
function grantedScopes(): readonly string[] {
  const manifest = parse(
    readFileSync(new URL('../../../../slack-manifest.yaml', import.meta.url), 'utf8'),
  ) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot;
}

/** What a Slack workspace holds, and what its methods do to it. `wrong` tells what Slack would not take. */
export abstract class Workspace {
  readonly wrong: string[] = [];
  readonly messages: FakeMessage[] = [];
  /** What people have written, whether the bot was told or not. */
  readonly written: {
    readonly channel: string;
    readonly ts: string;
    readonly thread: string | undefined;
    readonly user: string;
    readonly text: string;
  }[] = [];
  readonly files = new Map<string, FakeFile>();
  readonly ephemeral: {
    channel: string;
    user: string;
    thread: string | undefined;
    blocks: readonly Json[];
  }[] = [];
  readonly views: Json[] = [];
  readonly homes = new Map<string, Json>();
  readonly responses: Json[] = [];
  readonly people = new Map<string, Person>([
    ['UMINJI', { locale: 'ko-KR', name: '민지', admin: false }],
    ['UANNE', { locale: 'en-US', name: 'Anne', admin: false }],
    ['UBOSS', { locale: 'ko-KR', name: '사장님', admin: true }],
  ]);
  /** Channels that the bot is in; direct channels it always is. */
  readonly joined = new Set(['C0SHOP', 'G0SECRET']);
  readonly closed = new ClosedPlaces();
  /** Photos that people have sent, by id. */
  readonly photos = new Map<string, { bytes: Buffer; name: string; type: string }>();
  readonly scopes = new Set(grantedScopes());
  /**
   * Whether what is posted under one id twice is posted once. Slack's documentation tells of it by the errors of
   * chat.postMessage alone; a Slack that forgets ids, or takes none, is to be tried as well.
   */
  remembersIds = true;
  /** What was posted under which id. */
  readonly #ids = new Map<string, FakeMessage>();
  /** How often Slack looks at a file before it knows that it is a picture. */
  looks = 0;
  #serial = 0;

  /** Where its files are. */
  abstract get url(): string;

  serial(): number {
    return ++this.#serial;
  }

  /** A moment as Slack names messages by it; each is another. */
  ts(): string {
    return `${1_790_000_000 + this.serial()}.000100`;
  }

  /** A photo that somebody has sent, as payloads tell of it. */
  photo(bytes: Buffer, name = 'latte.jpg', type = 'image/jpeg'): Json {
    const id = `F0PHOTO${this.serial()}`;
    this.photos.set(id, { bytes, name, type });
    return this.photoInfo(id);
  }

  photoInfo(id: string): Json {
    const { bytes, name, type } = this.photos.get(id)!;
    const url = `${this.url}/files-pri/${TEAM}-${id}/${encodeURIComponent(name)}`;
    return {
      id,
      name,
      mimetype: type,
      filetype: type.split('/')[1],
      size: bytes.length,
      mode: 'hosted',
      url_private: url,
      url_private_download: url,
    };
  }

  check(what: string, wrong: readonly string[]): boolean {
    this.wrong.push(...wrong.map((each) => `${what}: ${each}`));
    return wrong.length === 0;
  }

  do(method: string, sent: Readonly<Record<string, string>>): Json {
    const channel = sent.channel ?? '';
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: BOT_USER, bot_id: 'B0BOT', team_id: TEAM, user: 'ads', team: 'Shop' };
      case 'users.info': {
        const person = this.people.get(sent.user ?? '');
        if (person === undefined) return { ok: false, error: 'user_not_found' };
        const { locale, name, admin, team } = person;
        const profile = { display_name: name };
        return {
          ok: true,
          user: { id: sent.user, name: 'login', profile, locale, is_admin: admin, team_id: team },
        };
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${(sent.users ?? '').slice(1)}` } };
      case 'chat.postMessage':
        return this.#post(channel, sent);
      case 'chat.startStream':
        return this.#startStream(channel, sent);
      case 'chat.appendStream':
      case 'chat.stopStream': {
        const message = this.#message(channel, sent.ts);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        if (message.streaming !== true) return { ok: false, error: 'message_not_in_streaming_state' };
        message.text += this.#markdown(method, sent);
        message.streaming = method === 'chat.appendStream';
        return { ok: true, channel, ts: sent.ts, message: { ts: sent.ts } };
      }
      case 'chat.update': {
        const message = this.#message(channel, sent.ts);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        if (message.streaming === true) return { ok: false, error: 'streaming_state_conflict' };
        const closed = this.#refusal(channel, undefined);
        if (closed !== undefined) return closed;
        const wrong = this.#blocks(method, sent);
        if (wrong !== undefined) return wrong;
        message.before.push(message.blocks);
        message.text = sent.text ?? '';
        message.blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
        return { ok: true, channel, ts: sent.ts, text: message.text };
      }
      case 'chat.delete': {
        const message = this.#message(channel, sent.ts);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        message.deleted = true;
        return { ok: true, channel, ts: sent.ts };
      }
      case 'chat.postEphemeral': {
        const closed = this.#refusal(channel, sent.thread_ts);
        if (closed !== undefined) return closed;
        const wrong = this.#blocks(method, sent);
        if (wrong !== undefined) return wrong;
        const blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
        this.ephemeral.push({ channel, user: sent.user ?? '', thread: sent.thread_ts, blocks });
        return { ok: true, message_ts: this.ts() };
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const kind = { C: 'channels:history', G: 'groups:history', D: 'im:history' }[channel.charAt(0)] ?? '';
        if (!this.scopes.has(kind)) return { ok: false, error: 'missing_scope', needed: kind };
        const own = this.messages
          .filter((message) => !message.deleted)
          .map((message) => ({ ...message, user: BOT_USER, bot_id: 'B0BOT' }));
        // Only these are as old as they say: what the bot posts is, by its clock, of another year.
        const theirs = this.written
          .filter(({ ts }) => ts > (sent.oldest ?? ''))
          .map((message) => ({ ...message, metadata: undefined }));
        const messages = [...own, ...theirs]
          .filter((message) => message.channel === channel)
          .filter(({ thread }) => (method === 'conversations.history' ? !thread : thread === sent.ts))
          .sort((a, b) => (a.ts < b.ts ? -1 : 1))
          .map(({ ts, text, metadata, ...more }) => ({
            type: 'message',
            ts,
            text,
            metadata,
            user: more.user,
            thread_ts: more.thread,
            ...('bot_id' in more ? { bot_id: more.bot_id } : {}),
          }));
        return { ok: true, messages: messages.reverse().slice(0, Number(sent.limit)) };
      }
      case 'files.getUploadURLExternal': {
        const id = `F0AD${this.serial()}`;
        const file = { id, name: sent.filename ?? '', alt: sent.alt_txt ?? '', looks: this.looks };
        this.files.set(id, { ...file, bytes: undefined, complete: false, deleted: false, shares: {} });
        return { ok: true, upload_url: `${this.url}/upload/${id}`, file_id: id };
      }
      case 'files.completeUploadExternal':
        return this.#complete(sent);
      case 'files.info':
        return this.#info(sent.file ?? '');
      case 'files.delete': {
        const file = this.files.get(sent.file ?? '');
        if (file === undefined) return { ok: false, error: 'file_not_found' };
        file.deleted = true;
        return { ok: true };
      }
      case 'reactions.add': {
        const message = this.#message(channel, sent.timestamp);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        if (message.reactions.includes(sent.name ?? '')) return { ok: false, error: 'already_reacted' };
        message.reactions.push(sent.name ?? '');
        return { ok: true };
      }
      case 'views.open':
      case 'views.publish': {
        const view = JSON.parse(sent.view ?? '{}') as Json;
        if (!this.check(method, wrongView(view))) return { ok: false, error: 'invalid_arguments' };
        if (method === 'views.publish') this.homes.set(sent.user_id ?? '', view);
        else
          this.views.push({ ...view, id: `V0${this.serial()}`, hash: `${this.serial()}.hash`, opened: true });
        return { ok: true, view: { id: 'V0' } };
      }
      default:
        return { ok: true };
    }
  }

  #mayWrite(channel: string): boolean {
    return channel.startsWith('D') || this.joined.has(channel);
  }

  /** How what is written there is refused; undefined where it is not. */
  #refusal(channel: string, thread: string | undefined): Json | undefined {
    const absent = channel.startsWith('G') ? 'channel_not_found' : 'not_in_channel';
    const error = this.#mayWrite(channel) ? this.closed.refusal(channel, thread) : absent;
    return error === undefined ? undefined : { ok: false, error };
  }

  #message(channel: string, ts: string | undefined): FakeMessage | undefined {
    return this.messages.find(
      (message) => message.channel === channel && message.ts === ts && !message.deleted,
    );
  }

  /** An answer where the blocks would be refused: by their form, or because a file is not there yet. */
  #blocks(method: string, sent: Readonly<Record<string, string>>): Json | undefined {
    const blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
    if (!this.check(method, wrongBlocks(blocks, 'message'))) return { ok: false, error: 'invalid_blocks' };
    if (!sent.text) this.wrong.push(`${method}: no text to fall back to`);
    if ((sent.text ?? '').length > 4000) this.wrong.push(`${method}: text over 4000`);
    for (const block of blocks) {
      const { id } = (block.slack_file ?? {}) as Json;
      if (id === undefined) continue;
      const file = this.files.get(String(id));
      if (file === undefined || !file.complete || file.deleted || file.looks > 0) {
        return { ok: false, error: 'invalid_blocks' };
      }
    }
    return undefined;
  }

  #post(channel: string, sent: Readonly<Record<string, string>>): Json {
    const closed = this.#refusal(channel, sent.thread_ts);
    if (closed !== undefined) return closed;
    const wrong = this.#blocks('chat.postMessage', sent);
    if (wrong !== undefined) return wrong;
    const { client_msg_id: id } = sent;
    const former = id === undefined || !this.remembersIds ? undefined : this.#ids.get(id);
    if (former !== undefined) return postedBefore(former, channel);
    const ts = this.ts();
    const message: FakeMessage = {
      channel,
      ts,
      thread: sent.thread_ts,
      text: sent.text ?? '',
      blocks: JSON.parse(sent.blocks ?? '[]') as Json[],
      metadata: sent.metadata === undefined ? undefined : (JSON.parse(sent.metadata) as Json),
      before: [],
      deleted: false,
      reactions: [],
    };
    this.messages.push(message);
    if (id !== undefined) this.#ids.set(id, message);
    return { ok: true, channel, ts, message: { ts } };
  }

  /** In channels Slack wants to know whom it is for; it is always an answer in a thread. */
  #startStream(channel: string, sent: Readonly<Record<string, string>>): Json {
    if (!this.#mayWrite(channel)) return { ok: false, error: 'not_in_channel' };
    const toOne = sent.recipient_user_id !== undefined && sent.recipient_team_id !== undefined;
    if (!channel.startsWith('D') && !toOne) this.wrong.push('chat.startStream: for whom?');
    if (sent.thread_ts === undefined) this.wrong.push('chat.startStream: answers nothing');
    const ts = this.ts();
    this.messages.push({
      channel,
      ts,
      thread: sent.thread_ts,
      text: this.#markdown('chat.startStream', sent),
      blocks: [],
      metadata: undefined,
      before: [],
      deleted: false,
      reactions: [],
      streaming: true,
    });
    return { ok: true, channel, ts };
  }

  #markdown(method: string, { markdown_text: text = '' }: Readonly<Record<string, string>>): string {
    if (text.length > 12_000) this.wrong.push(`${method}: markdown_text over 12000`);
    return text;
  }

  #complete(sent: Readonly<Record<string, string>>): Json {
    const listed = JSON.parse(sent.files ?? '[]') as { id: string }[];
    const files = listed.map(({ id }) => this.files.get(id));
    if (files.some((file) => file?.bytes === undefined)) return { ok: false, error: 'file_not_found' };
    const channel = sent.channel_id;
    const closed = channel === undefined ? undefined : this.#refusal(channel, sent.thread_ts);
    if (closed !== undefined) return closed;
    if (channel !== undefined && sent.blocks !== undefined) {
      this.check('files.completeUploadExternal', wrongBlocks(JSON.parse(sent.blocks), 'message'));
    }
    const ts = this.ts();
    for (const file of files) {
      file!.complete = true;
      if (channel !== undefined) file!.shares[channel] = [{ ts }];
    }
    if (channel !== undefined) {
      this.messages.push({
        channel,
        ts,
        thread: sent.thread_ts,
        text: sent.initial_comment ?? '',
        blocks: [
          ...(JSON.parse(sent.blocks ?? '[]') as Json[]),
          ...listed.map(({ id }) => ({ type: 'shared', id })),
        ],
        metadata: undefined,
        before: [],
        deleted: false,
        reactions: [],
      });
    }
    return { ok: true, files: listed.map(({ id }) => ({ id })) };
  }

  #info(id: string): Json {
    if (this.photos.has(id)) return { ok: true, file: this.photoInfo(id) };
    const file = this.files.get(id);
    if (file === undefined || !file.complete || file.deleted) return { ok: false, error: 'file_not_found' };
    const ready = file.looks === 0;
    if (!ready) file.looks--;
    const seen = ready ? { mimetype: 'image/png', filetype: 'png', original_w: 24, original_h: 24 } : {};
    return { ok: true, file: { id, name: file.name, ...seen, shares: { private: file.shares } } };
  }
}

/** What is said to whom posts under an id that something else stands under. */
function postedBefore({ channel, ts, deleted }: FakeMessage, wanted: string): Json {
  if (channel !== wanted) return { ok: false, error: 'duplicate_channel_not_found' };
  if (deleted) return { ok: false, error: 'duplicate_message_not_found' };
  return { ok: true, channel, ts, message: { ts } };
}
