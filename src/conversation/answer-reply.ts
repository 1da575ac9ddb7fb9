import type { Locale } from '../ad/locale.ts';
import { askedShape } from '../ad/parse/asked-picture.ts';
import { parseRequest } from '../ad/parse/parse-request.ts';
import { checkLength } from '../ad/parse/request-fields.ts';
import { TEXT_LIMITS } from '../ad/parse/request-limits.ts';
import { requestInput } from '../ad/parse/request-options.ts';
import type { AdRequest } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import type { Job } from '../jobs/job/job.ts';
import { trimEndWhere } from '../text/trim-end.ts';
import { ACTION_LABELS, type Action } from './actions.ts';
import { availableActions } from './available-actions.ts';
import type { Answer, CommandContext } from './command/define-command.ts';
import { textReply } from './command/text-reply.ts';
import { performAction } from './perform-action.ts';
import { isSmallTalk } from './small-talk.ts';

/** What is asked for by the words on its button. */
const BY_LABEL: readonly Action[] = [
  { kind: 'regenerate' },
  { kind: 'family' },
  { kind: 'style' },
  { kind: 'lettering' },
  { kind: 'sizes', picture: 0 },
  { kind: 'motion' },
  { kind: 'vary', picture: 0, strength: 'weak' },
  { kind: 'why' },
  { kind: 'show' },
  { kind: 'undo' },
];

/** What stands around a button's words where somebody writes them. */
const POLITE =
  /^please\s|(?:으로|로)?\s?(?:(?:해|만들어)\s?(?:줘|주세요|줘요)|부탁\S{0,5})?(?:\splease)?$/giu;

const MARK = /[\s\p{P}\p{S}]/u;

/** Longest wish, in UTF-16 units, that is taken for one on the last ad without being an answer to it. */
const MAX_ASIDE = 24;

/** Milliseconds for which people still speak of the last ad. */
const STILL_MEANT = 30 * 60_000;

/** How something was said to the bot. */
export interface SaidWhere {
  /** In answer to a message of its own, without calling it. */
  readonly reply: boolean;
  /** To it alone: without being an answer to one message it may be of the last ad there. */
  readonly direct: boolean;
}

/**
 * What is written in answer to a message of the bot's, or after one in a conversation with it: the words of a button, an
 * ad to be made, a wish for the ad that it shows, or only talk, which is answered and makes nothing. Where it answers no
 * message, only what can be nothing else is talk.
 *
 * @param order makes an ad of the words, as if they had called the bot
 * @throws UserError where they may not have it; as performAction and `order`
 */
export async function answerReply(
  text: string,
  said: SaidWhere,
  { jobs, vocabulary, member, intentOf }: CommandContext,
  order: () => Promise<Answer>,
): Promise<Answer> {
  const answered = said.reply ? await jobs.jobOfMessage('see') : undefined;
  const answersOne = said.reply && (answered !== undefined || !said.direct);
  const job = answersOne || text.length > MAX_ASIDE ? answered : await lastHere(said, jobs);
  const shown = job?.removed === true ? undefined : job;
  const named = actionNamed(text);
  if (shown !== undefined && named !== undefined)
    return performAction(shown, named, member.locale, jobs, vocabulary);
  // Nothing is shown that could be wished otherwise or praised: it orders, whatever it is read as.
  if (shown === undefined && !answersOne && !isSmallTalk(text)) return order();
  switch (await intentOf(text, shown?.variants[0]?.request.text)) {
    case 'order':
      return order();
    case 'talk':
      return answersOne || isSmallTalk(text) ? talkedTo(shown, member.locale, vocabulary) : order();
    case 'wish': {
      if (shown === undefined) return order();
      await jobs.require(shown, 'vary');
      const variants = shown.variants.map(({ request }) => ({
        request: withWish(request, text, vocabulary.requestRules),
      }));
      return { kind: 'job', job: await jobs.submit({ variants }) };
    }
  }
}

/** The ad that a conversation is about. */
async function lastHere({ direct }: SaidWhere, jobs: CommandContext['jobs']): Promise<Job | undefined> {
  if (!direct) return undefined;
  const [last] = await jobs.history({ whose: 'here', max: 1 });
  return last !== undefined && Date.now() - last.createdAt < STILL_MEANT ? last : undefined;
}

function actionNamed(text: string): Action | undefined {
  const said = trimEndWhere(text.trimStart(), MARK).replaceAll(POLITE, '').toLowerCase();
  if (said.length < 2) return undefined;
  return BY_LABEL.find(({ kind }) =>
    Object.values(ACTION_LABELS[kind].title).some((label) =>
      `${label.toLowerCase()} `.startsWith(`${said} `),
    ),
  );
}

/** The request with one wish more, which wins over what was wished before. @throws UserError `too-long` */
function withWish(
  request: AdRequest,
  wish: string,
  rules: CommandContext['vocabulary']['requestRules'],
): AdRequest {
  const text = `${request.text}\n${wish}`;
  checkLength(text, TEXT_LIMITS.text);
  const { defaultPlace: _, ...own } = rules;
  const { format, place, motion, motionFiles } = parseRequest(requestInput({ text: wish }), own);
  const moved = { ...request, text, ...defined({ place, motion, motionFiles }) };
  if (place !== undefined) return { ...moved, format };
  if (askedShape(wish.normalize('NFKC')) === undefined) return moved;
  const { place: before, ...anywhere } = moved;
  return { ...anywhere, format };
}

function talkedTo(job: Job | undefined, locale: Locale, vocabulary: CommandContext['vocabulary']): Answer {
  const title = {
    ko: '말씀 고마워요! 새 광고는 알릴 것을 적어 주시면 만들어요. 예: 딸기라떼 4,500원',
    en: 'Thanks for writing! Tell me what to advertise and I make an ad of it, e.g. strawberry latte $4.50',
  }[locale];
  if (job === undefined || job.pictures.length === 0)
    return { kind: 'reply', reply: textReply(locale, title) };
  const text = {
    ko: '이 광고는 아래 단추나 “더 밝게”, “세로로” 같은 답장으로 바꿀 수 있어요.',
    en: 'Change this ad with the buttons below, or by a reply such as “make it brighter”.',
  }[locale];
  const actions = availableActions(job, 'done', vocabulary);
  return { kind: 'reply', reply: textReply(locale, title, { text, job: job.id, actions }) };
}
