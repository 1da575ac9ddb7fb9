import { final, PASSING, type Refusal, repair } from '../../jobs/delivery/refusal.ts';
import type { Method } from './methods.ts';

/** What is done about a refusal, so that the message gets through in another way. */
export type Repair =
  /** The message was deleted, or may not be edited any more: it is posted anew. */
  | 'message-gone'
  /** The bot is not in that channel, or may not write there: its owner is written to. */
  | 'no-access'
  /** Nobody may answer in that thread: the message stands beside it. */
  | 'thread'
  /** The person cannot be written to: there is no way beyond that. */
  | 'cannot-dm'
  /** Slack does not like the blocks; a picture that it has not looked at yet is one reason: then in plain words. */
  | 'blocks'
  /** The mark by which the message is found again is not taken: it goes without. */
  | 'metadata'
  /** What was posted under the same id before is not there (any more): it is posted under another. */
  | 'id-used'
  /** The file is not there (any more): it is uploaded again. */
  | 'file-gone'
  /** A file is larger than is taken: it is made smaller. */
  | 'too-large'
  /** A form was opened too late, or twice: the person is asked to do it again. */
  | 'trigger-expired'
  /** It is as it should be. */
  | 'done'
  /** That is not to be had here: it goes without. */
  | 'not-offered';

type Refusals = Readonly<Record<string, Refusal<Repair>>>;

/** What every method may answer (https://docs.slack.dev/reference/methods/chat.postMessage#errors, from `access_denied`). */
const ANY: Refusals = {
  access_denied: final('delivery-workspace'),
  accesslimited: final('delivery-workspace'),
  account_inactive: final('delivery-token'),
  deprecated_endpoint: final('delivery-unknown'),
  ekm_access_denied: final('delivery-keys'),
  enterprise_is_restricted: final('delivery-workspace'),
  fatal_error: PASSING,
  feature_disabled: repair('not-offered'),
  forbidden_team: final('delivery-workspace'),
  internal_error: PASSING,
  invalid_auth: final('delivery-token'),
  method_deprecated: final('delivery-unknown'),
  missing_scope: final('delivery-scope'),
  no_permission: final('delivery-scope'),
  not_allowed_token_type: final('delivery-scope'),
  not_authed: final('delivery-token'),
  org_login_required: PASSING,
  rate_limited: PASSING,
  ratelimited: PASSING,
  request_timeout: PASSING,
  service_unavailable: PASSING,
  team_access_not_granted: final('delivery-workspace'),
  team_added_to_org: PASSING,
  token_expired: final('delivery-token'),
  token_revoked: final('delivery-token'),
  two_factor_setup_required: final('delivery-token'),
};

/** A channel, and what is not done there. */
const CHANNEL: Refusals = {
  app_access_restricted: final('delivery-workspace'),
  cannot_reply_to_message: repair('thread'),
  channel_not_found: repair('no-access'),
  channel_type_not_supported: repair('no-access'),
  duplicate_channel_not_found: repair('id-used'),
  external_channel_migrating: PASSING,
  invalid_channel: repair('no-access'),
  invalid_thread_ts: repair('thread'),
  is_archived: repair('no-access'),
  messages_tab_disabled: repair('cannot-dm'),
  not_in_channel: repair('no-access'),
  posting_to_channel_denied: repair('no-access'),
  restricted_action: repair('no-access'),
  restricted_action_non_threadable_channel: repair('thread'),
  restricted_action_read_only_channel: repair('no-access'),
  restricted_action_thread_locked: repair('thread'),
  restricted_action_thread_only_channel: repair('no-access'),
  team_not_found: final('delivery-workspace'),
  thread_locked: repair('thread'),
  thread_not_found: repair('thread'),
  user_not_in_channel: repair('no-access'),
};

/** What a message holds. */
const CONTENT: Refusals = {
  as_user_not_supported: final('delivery-unknown'),
  attachment_payload_limit_exceeded: repair('blocks'),
  draft_already_deleted: repair('message-gone'),
  draft_already_sent: repair('message-gone'),
  draft_has_conflict: PASSING,
  draft_not_found: repair('message-gone'),
  duplicate_message_not_found: repair('id-used'),
  invalid_attachments: repair('blocks'),
  invalid_blocks: repair('blocks'),
  invalid_blocks_format: repair('blocks'),
  invalid_chunks: repair('not-offered'),
  invalid_metadata_format: repair('metadata'),
  invalid_metadata_schema: repair('metadata'),
  markdown_text_conflict: repair('blocks'),
  message_limit_exceeded: PASSING,
  metadata_must_be_sent_from_app: repair('metadata'),
  metadata_too_large: repair('metadata'),
  missing_file_data: repair('file-gone'),
  msg_blocks_too_long: repair('blocks'),
  msg_blocks_too_many: repair('blocks'),
  msg_too_long: repair('blocks'),
  no_text: repair('blocks'),
  send_on_behalf_not_allowed: final('delivery-scope'),
  slack_connect_canvas_sharing_blocked: final('delivery-sharing'),
  slack_connect_file_link_sharing_blocked: final('delivery-sharing'),
  slack_connect_lists_sharing_blocked: final('delivery-sharing'),
  too_many_attachments: repair('blocks'),
  too_many_contact_cards: repair('blocks'),
};

/** A message that stands there. */
const EDIT: Refusals = {
  block_mismatch: repair('message-gone'),
  cant_broadcast_message: repair('message-gone'),
  cant_delete_message: repair('message-gone'),
  cant_update_message: repair('message-gone'),
  edit_window_closed: repair('message-gone'),
  is_inactive: repair('message-gone'),
  message_not_found: repair('message-gone'),
  no_dual_broadcast_content_update: repair('message-gone'),
  streaming_state_conflict: PASSING,
  update_failed: PASSING,
};

/** A file, wherever it goes. */
const FILE: Refusals = {
  alt_txt_too_large: final('delivery-upload'),
  blocked_file_type: final('delivery-uploads-off'),
  canvas_disabled_file_team: final('delivery-uploads-off'),
  canvas_disabled_user_team: final('delivery-uploads-off'),
  canvas_globally_disabled: final('delivery-uploads-off'),
  channels_limit_exceeded: final('delivery-uploads-off'),
  file_deleted: repair('file-gone'),
  file_is_deleted: repair('file-gone'),
  file_not_found: repair('file-gone'),
  file_share_limit_reached: final('delivery-uploads-off'),
  file_type_not_allowed: final('delivery-uploads-off'),
  file_update_failed: repair('file-gone'),
  file_upload_size_restricted: repair('too-large'),
  file_uploads_disabled: final('delivery-uploads-off'),
  file_uploads_except_images_disabled: final('delivery-uploads-off'),
  max_file_sharing_exceeded: final('delivery-uploads-off'),
  missing_argument: final('delivery-upload'),
  not_visible: repair('file-gone'),
  slack_connect_blocked_file_type: final('delivery-sharing'),
  slack_connect_clip_sharing_blocked: final('delivery-sharing'),
  slack_connect_file_upload_sharing_blocked: final('delivery-sharing'),
  snippet_too_large: repair('too-large'),
  storage_limit_reached: final('delivery-storage'),
  template_not_visible: repair('file-gone'),
  unable_to_share_files: final('delivery-sharing'),
  unknown_snippet_type: final('delivery-upload'),
  unknown_subtype: final('delivery-upload'),
};

/** A person. */
const PERSON: Refusals = {
  cannot_dm_bot: repair('cannot-dm'),
  invalid_user_combination: repair('cannot-dm'),
  method_not_supported_for_channel_type: repair('no-access'),
  not_enough_users: repair('cannot-dm'),
  too_many_users: repair('cannot-dm'),
  user_disabled: repair('cannot-dm'),
  user_not_found: repair('cannot-dm'),
  user_not_visible: repair('cannot-dm'),
  users_list_not_supplied: repair('cannot-dm'),
};

/** What an agent does, which not every workspace has. */
const AGENT: Refusals = {
  invalid_status: repair('not-offered'),
  message_not_in_streaming_state: repair('message-gone'),
  message_not_owned_by_app: repair('message-gone'),
  messaging_processing_failed: repair('not-offered'),
  missing_recipient_team_id: repair('not-offered'),
  missing_recipient_user_id: repair('not-offered'),
  not_authorized: repair('not-offered'),
  not_subscribed_to_message_stream_stopped: repair('not-offered'),
  reserved_username: repair('not-offered'),
  stopped_by_user: repair('message-gone'),
  thread_ts_not_allowed: repair('not-offered'),
  thread_ts_required: repair('not-offered'),
};

const REACTION: Refusals = {
  already_reacted: repair('done'),
  bad_timestamp: repair('not-offered'),
  invalid_name: repair('not-offered'),
  no_access: repair('no-access'),
  no_item_specified: repair('not-offered'),
  not_reactable: repair('not-offered'),
  too_many_emoji: repair('not-offered'),
  too_many_reactions: repair('not-offered'),
};

const VIEW: Refusals = {
  duplicate_external_id: repair('not-offered'),
  exchanged_trigger_id: repair('trigger-expired'),
  expired_trigger_id: repair('trigger-expired'),
  hash_conflict: PASSING,
  invalid_trigger_id: repair('trigger-expired'),
  missing_profile_id: repair('not-offered'),
  not_enabled: repair('not-offered'),
  not_implemented: repair('not-offered'),
  trigger_exchanged: repair('trigger-expired'),
  trigger_expired: repair('trigger-expired'),
  view_too_large: repair('not-offered'),
};

const POSTING: Refusals = { ...ANY, ...CHANNEL, ...CONTENT };

const STREAMING: Refusals = { ...POSTING, ...EDIT, ...PERSON, ...AGENT };

/** Looking for what was posted is done where it is allowed, and left out where it is not. */
const HISTORY: Refusals = {
  ...ANY,
  ...CHANNEL,
  missing_scope: repair('not-offered'),
  invalid_cursor: repair('not-offered'),
  invalid_ts_latest: repair('not-offered'),
  invalid_ts_oldest: repair('not-offered'),
};

/** Of what is done without where it is refused. */
function optional(refusals: Refusals): Refusals {
  return Object.fromEntries(
    Object.entries(refusals).map(([code, refusal]) => {
      const stays = refusal.is === 'passing' || (refusal.is === 'repair' && refusal.repair === 'file-gone');
      return [code, stays ? refusal : repair('not-offered')];
    }),
  );
}

/**
 * Every refusal that is known of every method that is called (https://docs.slack.dev/reference/methods); what stands not
 * here is tried six times and then counts as final.
 */
export const REFUSALS: { readonly [method in Method]: Refusals } = {
  'agents.sessions.setStatus': { ...ANY, ...CHANNEL, ...PERSON, ...AGENT },
  'assistant.threads.setStatus': { ...ANY, ...CHANNEL, ...AGENT },
  'auth.test': ANY,
  'chat.appendStream': STREAMING,
  'chat.delete': { ...ANY, ...CHANNEL, ...EDIT },
  'chat.postEphemeral': { ...POSTING, ...PERSON },
  'chat.postMessage': { ...POSTING, ...FILE },
  'chat.startStream': STREAMING,
  'chat.stopStream': { ...STREAMING, ...FILE },
  'chat.update': { ...POSTING, ...EDIT, ...FILE },
  'conversations.history': HISTORY,
  'conversations.open': { ...ANY, ...PERSON, channel_not_found: repair('cannot-dm') },
  'conversations.replies': HISTORY,
  'files.completeUploadExternal': { ...POSTING, ...FILE },
  'files.delete': {
    ...ANY,
    ...FILE,
    cant_delete_file: repair('not-offered'),
    delete_not_allowed: repair('not-offered'),
    file_deleting_disabled: repair('not-offered'),
  },
  'files.getUploadURLExternal': { ...ANY, ...FILE },
  'files.info': { ...optional({ ...ANY, ...CONTENT, ...FILE }), access_denied: repair('file-gone') },
  'reactions.add': { ...ANY, ...CHANNEL, ...EDIT, ...REACTION },
  'users.info': { ...ANY, ...PERSON },
  'views.open': { ...ANY, ...VIEW },
  'views.publish': { ...ANY, ...VIEW },
};
