import type { Delivered, Delivery, DeliveryAttempt } from '../../../jobs/delivery/delivery.ts';
import { filesOf, type Reply } from '../../../jobs/delivery/reply.ts';
import type { Log } from '../../../jobs/log.ts';
import type { JobMessage } from '../../../jobs/store/job-store.ts';
import { renderProgress, renderReply } from '../render-reply.ts';
import type { Transcript } from '../transcript.ts';
import { type Graphics, pictureSequence } from './pictures.ts';
import type { Screen } from './screen.ts';

export interface TerminalDeliveryParts {
  readonly transcript: Transcript;
  readonly screen: Screen;
  readonly graphics: Graphics;
  /** Least milliseconds between two lines of progress. */
  readonly pace: number;
  readonly log: Log;
}

/** Shows jobs in the terminal's chat: messages in the transcript, progress on the screen alone. */
export function terminalDelivery(parts: TerminalDeliveryParts): Delivery {
  const { transcript, screen, pace } = parts;
  return {
    platform: 'terminal',
    editRate: { interval: pace },
    placeOnly: (address) => address,
    async show(jobMessage, reply, attempt) {
      const known =
        jobMessage.messageId === undefined ? transcript.byKey(jobMessage.key) : Number(jobMessage.messageId);
      if (attempt.live) {
        if (known !== undefined) screen.live(known, renderProgress(reply, known));
        return { messageId: String(known) };
      }
      return known === undefined
        ? post(parts, jobMessage, reply)
        : edit(parts, known, jobMessage, reply, attempt);
    },
  };
}

async function post(parts: TerminalDeliveryParts, jobMessage: JobMessage, reply: Reply): Promise<Delivered> {
  const { transcript } = parts;
  // The number is part of the text, and known before the line is written: numbers are given in order.
  const text = renderReply(reply, transcript.last + 1);
  const n = await transcript.post({ key: jobMessage.key, job: jobMessage.job, stage: reply.stage, text });
  await print(parts, n, reply, text);
  return { messageId: String(n) };
}

async function edit(
  parts: TerminalDeliveryParts,
  n: number,
  jobMessage: JobMessage,
  reply: Reply,
  { signal }: DeliveryAttempt,
): Promise<Delivered> {
  const { transcript, screen } = parts;
  signal.throwIfAborted();
  const text = renderReply(reply, n);
  if (transcript.textOf(n) !== text) {
    await transcript.edit(n, { job: jobMessage.job, stage: reply.stage, text });
    screen.live(n, undefined);
    await print(parts, n, reply, text);
  }
  return { messageId: String(n) };
}

async function print(
  { screen, graphics, log }: TerminalDeliveryParts,
  n: number,
  reply: Reply,
  text: string,
): Promise<void> {
  screen.print(text);
  for (const { path } of filesOf(reply)) {
    const sequence = await pictureSequence(path, graphics).catch((error: unknown) => {
      log.warn({ message: n }, 'a picture could not be shown', error);
      return '';
    });
    if (sequence !== '') screen.print(sequence);
  }
}
