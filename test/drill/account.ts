/** A conversation as the platform's server has it: one request, and what stands below it. */
export interface Conversation {
  /** The bot has acknowledged the request, or answered it with a message. */
  readonly accepted: boolean;
  /** Messages that show a finished ad. */
  readonly ads: number;
  /** Messages that say that there will be no ad. */
  readonly refusals: number;
  /** Messages that say neither. */
  readonly others: number;
  /** What stands there, each as whoever looks into a fault wants to read it. */
  readonly shown: readonly string[];
}

/** What became of all requests; each is counted once, but `stale`, which counts messages. */
export interface Account {
  readonly accepted: number;
  readonly answered: number;
  /** Accepted, and there is no message. */
  readonly lost: number;
  /** Answered by more than one message. */
  readonly doubled: number;
  /** Accepted, and what there is says that it is being made. */
  readonly stuck: number;
  /** Messages that say so beside an answer. */
  readonly stale: number;
  /** Answered by a refusal, though there was nothing wrong with the request. */
  readonly failed: number;
}

export function accountOf(all: readonly Conversation[]): Account {
  const accepted = all.filter((conversation) => conversation.accepted);
  const answers = ({ ads, refusals }: Conversation): number => ads + refusals;
  const unanswered = accepted.filter((conversation) => answers(conversation) === 0);
  const answered = accepted.filter((conversation) => answers(conversation) > 0);
  return {
    accepted: accepted.length,
    answered: answered.length,
    lost: unanswered.filter(({ others }) => others === 0).length,
    doubled: answered.filter((conversation) => answers(conversation) > 1).length,
    stuck: unanswered.filter(({ others }) => others > 0).length,
    stale: answered.reduce((sum, { others }) => sum + others, 0),
    failed: answered.filter(({ refusals }) => refusals > 0).length,
  };
}

/** Whoever was wronged: what makes an account bad. */
export const wronged = (all: readonly Conversation[]): readonly Conversation[] =>
  all.filter((conversation) => !isGood(accountOf([conversation])));

/** Whether the bot owes nothing any more. */
export const isSettled = ({ lost, stuck }: Account): boolean => lost + stuck === 0;

/** Whether nobody was wronged: stale messages are only untidy. */
export const isGood = ({ lost, doubled, stuck, failed }: Account): boolean =>
  lost + doubled + stuck + failed === 0;
