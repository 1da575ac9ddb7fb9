import { RESTJSONErrorCodes as Code } from 'discord.js';
import { final, PASSING, type Refusal, repair } from '../../jobs/delivery/refusal.ts';

/** What is done about a refusal, so that the message gets through in another way. */
export type Repair =
  /** The interaction's token reaches nothing (any more): the bot edits or posts by itself. */
  | 'token-expired'
  /** The interaction was not answered in time, or its token is not known. */
  | 'too-late'
  /** Somebody has answered the interaction already. */
  | 'already-acknowledged'
  /** The message was deleted, or may not be edited any more: it is posted anew. */
  | 'message-gone'
  /** The message that is answered may not be referred to: it is posted plainly. */
  | 'reference'
  /** The bot may not do that there, or is not there: its owner is written to. */
  | 'no-access'
  /** The person takes no direct messages from the bot: there is no way beyond that. */
  | 'cannot-dm'
  /** A file is larger than is taken: it is made smaller. */
  | 'too-large'
  /** That is not to be had here: it goes without. */
  | 'not-offered';

/**
 * Every refusal that is known of the calls that are made, by Discord's code (https://discord.com/developers/docs/topics/
 * opcodes-and-status-codes#json); what stands not here is tried six times and then counts as final.
 */
export const REFUSALS: Readonly<Record<number, Refusal<Repair>>> = {
  [Code.UnknownApplication]: final('delivery-token'),
  [Code.UnknownChannel]: repair('no-access'),
  [Code.UnknownGuild]: repair('no-access'),
  [Code.UnknownMember]: repair('cannot-dm'),
  [Code.UnknownMessage]: repair('message-gone'),
  [Code.UnknownUser]: repair('cannot-dm'),
  [Code.UnknownEmoji]: repair('not-offered'),
  [Code.UnknownWebhook]: repair('token-expired'),
  [Code.UnknownInteraction]: repair('too-late'),
  [Code.ExplicitContentCannotBeSentToTheDesiredRecipient]: repair('no-access'),
  [Code.NotAuthorizedToPerformThisActionOnThisApplication]: repair('no-access'),
  [Code.ActionCannotBePerformedDueToSlowmodeRateLimit]: PASSING,
  [Code.AnnouncementEditLimitExceeded]: repair('message-gone'),
  [Code.UnderMinimumAge]: repair('no-access'),
  [Code.ChannelSendRateLimit]: PASSING,
  [Code.ServerSendRateLimit]: PASSING,
  [Code.MaximumNumberOfWebhooksReached]: repair('no-access'),
  [Code.MaximumNumberOfReactionsReached]: repair('not-offered'),
  [Code.MaximumNumberOfGroupDMsReached]: repair('cannot-dm'),
  [Code.MaximumNumberOfAttachmentsInAMessageReached]: repair('too-large'),
  [Code.MaximumThreadParticipantsReached]: repair('no-access'),
  [Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: repair('message-gone'),
  [Code.MaximumNumberOfWebhooksPerGuildReached]: repair('no-access'),
  [Code.Unauthorized]: final('delivery-token'),
  [Code.VerifyYourAccount]: final('delivery-blocked'),
  [Code.OpeningDirectMessagesTooFast]: PASSING,
  [Code.SendMessagesHasBeenTemporarilyDisabled]: PASSING,
  [Code.RequestEntityTooLarge]: repair('too-large'),
  [Code.FeatureTemporarilyDisabledServerSide]: PASSING,
  [Code.UserBannedFromThisGuild]: repair('no-access'),
  [Code.ConnectionHasBeenRevoked]: final('delivery-token'),
  [Code.ApplicationInteractionFailedToSend]: repair('token-expired'),
  [Code.CannotSendAMessageInAForumChannel]: repair('no-access'),
  [Code.InteractionHasAlreadyBeenAcknowledged]: repair('already-acknowledged'),
  [Code.ServiceResourceIsBeingRateLimited]: PASSING,
  [Code.ThereAreNoTagsAvailableThatCanBeSetByNonModerators]: repair('no-access'),
  [Code.TagRequiredToCreateAForumPostInThisChannel]: repair('no-access'),
  [Code.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages]: repair('token-expired'),
  [Code.CloudflareIsBlockingYourRequest]: PASSING,
  [Code.MissingAccess]: repair('no-access'),
  [Code.InvalidAccountType]: repair('cannot-dm'),
  [Code.CannotExecuteActionOnDMChannel]: repair('no-access'),
  [Code.CannotEditMessageAuthoredByAnotherUser]: repair('message-gone'),
  [Code.CannotSendMessagesToThisUser]: repair('cannot-dm'),
  [Code.CannotSendMessagesInNonTextChannel]: repair('no-access'),
  [Code.ChannelVerificationLevelTooHighForYouToGainAccess]: repair('no-access'),
  [Code.MissingPermissions]: repair('no-access'),
  [Code.InvalidToken]: final('delivery-token'),
  [Code.InvalidMFALevel]: final('delivery-blocked'),
  [Code.CannotExecuteActionOnSystemMessage]: repair('message-gone'),
  [Code.CannotExecuteActionOnThisChannelType]: repair('no-access'),
  [Code.MissingRequiredOAuth2Scope]: repair('no-access'),
  [Code.InvalidWebhookToken]: repair('token-expired'),
  [Code.InvalidRecipients]: repair('cannot-dm'),
  [Code.FileUploadedExceedsMaximumSize]: repair('too-large'),
  [Code.InvalidFileUploaded]: final('delivery-upload'),
  [Code.InvalidGuild]: repair('no-access'),
  [Code.InvalidMessageType]: repair('message-gone'),
  [Code.CannotEditStickersWithinMessage]: repair('message-gone'),
  [Code.InvalidActionOnArchivedThread]: repair('no-access'),
  [Code.ServerNotAvailableInYourLocation]: repair('no-access'),
  [Code.ProvidedFileIsInvalid]: final('delivery-upload'),
  [Code.ProvidedFileTypeIsInvalid]: final('delivery-upload'),
  [Code.FailedToResizeAssetBelowTheMaximumSize]: repair('too-large'),
  [Code.UploadedFileNotFound]: PASSING,
  [Code.VoiceMessagesCannotBeEdited]: repair('message-gone'),
  [Code.TheUserAccountMustFirstBeVerified]: final('delivery-blocked'),
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: repair('cannot-dm'),
  [Code.TwoFactorAuthenticationIsRequired]: final('delivery-blocked'),
  [Code.ReactionWasBlocked]: repair('not-offered'),
  [Code.UserCannotUseBurstReactions]: repair('not-offered'),
  [Code.IndexNotYetAvailable]: PASSING,
  [Code.ApplicationNotYetAvailable]: PASSING,
  [Code.APIResourceOverloaded]: PASSING,
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: repair('reference'),
  [Code.ThreadLocked]: repair('no-access'),
  [Code.MaximumActiveThreads]: repair('no-access'),
  [Code.MaximumActiveAnnouncementThreads]: repair('no-access'),
  [Code.CannotReferenceAMessageWithoutPermissionToReadMessageHistory]: repair('reference'),
  [Code.NSFWChannelMessageReferenceNotAllowed]: repair('reference'),
  [Code.CannotForwardMessageWithUnreadableContent]: repair('reference'),
  [Code.MessageWasBlockedByAutomaticModeration]: repair('no-access'),
  [Code.TitleWasBlockedByAutomaticModeration]: repair('no-access'),
  [Code.WebhooksPostedToForumChannelsMustHaveAThreadNameOrThreadId]: repair('token-expired'),
  [Code.WebhookServicesCannotBeUsedInForumChannels]: repair('token-expired'),
  [Code.MessageBlockedByHarmfulLinksFilter]: repair('no-access'),
  [Code.AccessToFileUploadsHasBeenLimitedForThisGuild]: repair('no-access'),
  // The bot's owner reads of it in the developer portal: the bot was flagged for spam (no name in the library).
  20026: final('delivery-blocked'),
};
