import type { Answer } from '../../../conversation/command/define-command.ts';
import { splitWords } from '../../../conversation/command/parse-options.ts';
import type { InboundEvent } from '../../../conversation/inbound-event.ts';
import { UserError } from '../../../errors/user-error.ts';
import { handleButton } from './buttons.ts';
import { handleCommand } from './commands.ts';
import type { InboundContext } from './context.ts';
import { handleReaction } from './reactions.ts';

/**
 * Answers a line: `/ad make …` (or the text alone), `:repeat: 3` for a reaction on message 3, `:-repeat: 3` to take it
 * away, `#3 why` for what the buttons do.
 */
export async function answerLine(
  line: string,
  event: InboundEvent,
  context: InboundContext,
): Promise<Answer> {
  return context.conversation.answer(event, async (session) => {
    const received = { session, context };
    const reaction = /^:(-?)([\w+-]+): *#?(\d+)?$/u.exec(line);
    if (reaction !== null) {
      const [, minus, name = '', message] = reaction;
      const removed = minus === '-';
      return handleReaction({
        ...received,
        name,
        removed,
        message: messageOf(message, context),
        key: event.key,
      });
    }
    const button = /^#(\d+)\s+(\S.*)$/u.exec(line);
    if (button !== null) {
      const [, message, typed = ''] = button;
      return handleButton({
        ...received,
        words: splitWords(typed),
        message: messageOf(message, context),
      });
    }
    const [first = '', ...rest] = splitWords(line);
    if (!first.startsWith('/')) return handleCommand({ ...received, name: 'make', words: splitWords(line) });
    const [name = 'help', ...words] = first === '/ad' || first === '/광고' ? rest : [first.slice(1), ...rest];
    return handleCommand({ ...received, name, words });
  });
}

/** The message that is meant: the one with that number, else the last one that shows a job. */
function messageOf(typed: string | undefined, { transcript }: InboundContext): number {
  const message = typed === undefined ? transcript.lastJobMessage : Number(typed);
  if (message === undefined) throw new UserError('job-unknown', { name: '#' });
  return message;
}
