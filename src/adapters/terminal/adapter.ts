import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Locale } from '../../ad/locale.ts';
import { BoundedMap } from '../../collections/bounded-map.ts';
import type { Conversation } from '../../conversation/conversation.ts';
import { say } from '../../errors/say.ts';
import type { Place } from '../../jobs/job/job.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Log } from '../../jobs/log.ts';
import { truncateText } from '../../text/clean-text.ts';
import { answerLine } from './inbound/listeners.ts';
import { terminalDelivery } from './outbound/delivery.ts';
import type { Graphics } from './outbound/pictures.ts';
import { plainScreen, terminalScreen } from './outbound/screen.ts';
import { renderReply } from './render-reply.ts';
import { Transcript } from './transcript.ts';

export interface TerminalParts {
  readonly conversation: Conversation;
  readonly jobs: Jobs;
  /** Where the chat is written down. */
  readonly folder: string;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WriteStream | NodeJS.WritableStream;
  readonly graphics: Graphics;
  readonly locale: Locale;
  readonly log: Log;
  /** Said at the start. */
  readonly greeting: readonly string[];
}

export interface TerminalAdapter {
  /** Resolves when there is nobody to talk with any more: `/quit`, Ctrl-C, or the input's end and all answered. */
  readonly ended: Promise<void>;
  /** Takes no more lines. */
  close(): void;
  /** To be called last: the chat's file. */
  finish(): Promise<void>;
  /** There is always somebody at the other end. */
  notReadyReason(): undefined;
}

const PLACE: Place = { platform: 'terminal', workspace: 'terminal', channel: 'terminal' };

/** Reactions that can be taken away again. */
const MAX_REACTIONS = 1_000;

/** Milliseconds between two lines of progress: a terminal draws over them, elsewhere they pile up. */
const PROGRESS_PAUSE = { terminal: 100, plain: 1000 } as const;

/** A chat in the terminal, with the same commands, replies and reactions as on the platforms. */
export async function startTerminal(parts: TerminalParts): Promise<TerminalAdapter> {
  const { conversation, jobs, input, output, graphics, locale, log } = parts;
  const transcript = await Transcript.open(join(parts.folder, 'transcript.jsonl'));
  const terminal = isTerminal(output) && input.isTTY === true;
  const lines = createInterface({ input, output: terminal ? output : undefined, terminal, prompt: '> ' });
  const screen = terminal ? terminalScreen(output, lines) : plainScreen(output);
  jobs.connect(
    terminalDelivery({
      transcript,
      screen,
      graphics: terminal ? graphics : 'none',
      pace: terminal ? PROGRESS_PAUSE.terminal : PROGRESS_PAUSE.plain,
      log,
    }),
  );
  for (const line of parts.greeting) screen.print(line);

  let over: (rest: Promise<void>) => void = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const reactions = new BoundedMap<string, string>(MAX_REACTIONS);
  let answering = Promise.resolve();
  const answer = async (line: string): Promise<void> => {
    // What was said gets a number before it is acted upon: the number names the event.
    const n = await transcript.writeInput(line);
    const answered = await answerLine(
      line,
      {
        key: `terminal:line:${n}`,
        place: PLACE,
        member: { id: 'terminal', locale, admin: true, roles: [] },
        replyTo: { address: '{}' },
      },
      { conversation, transcript, reactions },
    );
    if (answered.kind === 'reply') screen.print(renderReply(answered.reply));
  };
  lines.on('line', (typed) => {
    // Paths are files' own names, letter by letter; the values of options are cleaned where they are checked.
    const line = truncateText(typed).trim();
    if (line === '/quit' || line === '/exit') lines.close();
    else if (line !== '') {
      answering = answering
        .then(() => answer(line))
        .catch((error: unknown) => {
          log.error({}, 'no answer', error);
          screen.print(say(error, locale));
        });
    }
    if (terminal) lines.prompt();
  });
  lines.on('SIGINT', () => lines.close());
  lines.on('close', () => {
    if (terminal) output.write('\n');
    // A person who leaves finds the rest at the next start; a pipe that ends wants its answers first.
    over(answering.then(() => (terminal ? undefined : allAnswered(jobs))));
  });
  if (terminal) lines.prompt();
  return {
    ended,
    close: () => lines.close(),
    finish: () => transcript.close(),
    notReadyReason: () => undefined,
  };
}

async function allAnswered(jobs: Jobs): Promise<void> {
  for (;;) {
    const { jobs: counts, undelivered } = await jobs.stats();
    if (counts.queued + counts.running + counts.made + undelivered === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function isTerminal(output: TerminalParts['output']): output is NodeJS.WriteStream {
  return 'isTTY' in output && output.isTTY === true;
}
