import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../src/imaging/random.ts';
import type { Conversation } from '../account.ts';
import type { Platform } from '../platform.ts';

interface Line {
  readonly n: number;
  readonly kind: string;
  readonly job?: string;
  readonly stage?: string;
  readonly text: string;
}

/** A chat in the terminal; what was said there stands in its file. */
export async function openTerminalPlatform(random: Random, folder: string): Promise<Platform> {
  return {
    name: 'terminal',
    environment: {},
    readySign: '광고를 만들어 드려요',
    // What somebody says, what is posted and what is changed are lines of one file.
    records: /^terminal\/transcript\.jsonl$/,
    lacks: ['acknowledging', 'posted', 'uploading', 'editing'],
    onMoment: () => false,
    faults: [],
    ask(n, bot) {
      const order = `카페 신메뉴 딸기라떼 ${n}`;
      bot?.type(random() < 0.5 ? order : `/ad make ${order}`);
    },
    conversations: () => conversationsOf(linesIn(join(folder, 'terminal', 'transcript.jsonl'))),
    close: async () => {},
  };
}

/** Whole lines alone: the bot may be writing. */
function linesIn(path: string): readonly Line[] {
  const text = readFileSync(path, 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** What stands in the chat of each job: a line that shows nothing of it was not accepted. */
function conversationsOf(lines: readonly Line[]): readonly Conversation[] {
  const jobs = new Map<string, Map<number, Line>>();
  for (const line of lines) {
    if (line.job === undefined) continue;
    const messages = jobs.get(line.job) ?? new Map<number, Line>();
    jobs.set(line.job, messages.set(line.n, line));
  }
  return [...jobs.values()].map((messages) => {
    const shown = [...messages.values()];
    const ads = shown.filter(({ stage }) => stage === 'done').length;
    const refusals = shown.filter(({ stage }) => stage === 'failed').length;
    return {
      accepted: true,
      ads,
      refusals,
      others: shown.length - ads - refusals,
      shown: shown.map(({ text }) => text),
    };
  });
}
