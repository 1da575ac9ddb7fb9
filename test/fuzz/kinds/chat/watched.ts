import type { Answer } from '../../../../src/conversation/command/define-command.ts';
import type { Conversation } from '../../../../src/conversation/conversation.ts';
import type { Told } from '../../input.ts';

/** What was answered to somebody. */
export interface WatchedAnswer {
  readonly kind: Answer['kind'];
  readonly wrong: string | undefined;
  readonly said: readonly Told[];
}

/** A conversation, and what is said in it. */
export interface Watched {
  readonly conversation: Conversation;
  readonly answers: WatchedAnswer[];
  /** Calls that were not answered yet. */
  readonly underWay: number;
  /** Drops the answers so far. */
  forget(): void;
}

/** Watches who is answered what through a conversation, without being noticed. */
export function watched(conversation: Conversation): Watched {
  const answers: WatchedAnswer[] = [];
  let underWay = 0;
  const proxy = new Proxy(conversation, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...inputs: readonly unknown[]): unknown => {
        const result: unknown = value.apply(target, inputs);
        if (!(result instanceof Promise)) return result;
        underWay++;
        return result
          .then((answer: unknown) => {
            if (isAnswer(answer)) answers.push(answerOf(answer));
            return answer;
          })
          .finally(() => {
            underWay--;
          });
      };
    },
  });
  return {
    conversation: proxy,
    answers,
    get underWay() {
      return underWay;
    },
    forget() {
      answers.length = 0;
    },
  };
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function answerOf(answer: Answer): WatchedAnswer {
  if (answer.kind !== 'reply') return { kind: answer.kind, wrong: undefined, said: [] };
  const { reply, wrong } = answer;
  const more = [
    reply.text ?? '',
    ...reply.warnings,
    ...reply.entries.flatMap(({ title, text }) => [title, text]),
  ];
  return {
    kind: 'reply',
    wrong,
    said: [
      { text: reply.title, error: wrong !== undefined },
      ...more.map((text) => ({ text, error: false })),
    ],
  };
}
