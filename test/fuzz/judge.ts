import type { Input, Told } from './input.ts';
import { LIMITS } from './limits.ts';
import type { Thrown } from './runner/protocol.ts';
import type { Observation } from './runner/runner.ts';

export const VERDICTS = ['crash', 'hang', 'memory', 'hold', 'unclear', 'fault'] as const;

/**
 * What is wrong: the process would have died; it took over two seconds; too much memory; the event loop was held; what
 * was said, or thrown, is nothing for people; a platform would not take the answer, or a bug of ours was logged.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Finding {
  readonly verdict: Verdict;
  /** The same for inputs that show the same fault. */
  readonly signature: string;
  /** For whoever mends it. */
  readonly detail: string;
}

export interface JudgeOptions {
  /** Whether the event loop matters. */
  readonly live: boolean;
  /** How many times over a limit of time may be gone: 1, or more on a machine that others keep busy. */
  readonly room: number;
  /** Raw words, in lower case, of inputs that came before: lists and histories say them again. */
  readonly earlier?: ReadonlySet<string>;
}

/** What is wrong with how an input ended; undefined where nothing is. */
export function judge(
  input: Input,
  observation: Observation,
  { live, room, earlier = NOTHING }: JudgeOptions,
): Finding | undefined {
  const finding = (verdict: Verdict, place: string, detail: string): Finding => ({
    verdict,
    signature: `${verdict} ${input.way} ${place}`.replaceAll(/\s+/g, ' ').slice(0, 160),
    detail,
  });
  switch (observation.ended) {
    case 'hung':
      return finding('hang', observation.stage, `more than ${LIMITS.work} ms at "${observation.stage}"`);
    case 'swelled':
      return finding(
        'memory',
        observation.stage,
        `far more than ${mb(LIMITS.memory)} at "${observation.stage}"`,
      );
    case 'died':
      return finding('crash', placeOf(observation.error), told(observation.error));
    case 'thrown':
    case 'done': {
      const { hold, memory, work } = observation.measured;
      if (memory > LIMITS.memory) return finding('memory', '', `${mb(memory)} above rest`);
      if (work > room * LIMITS.work) return finding('hang', '', `${Math.round(work)} ms of processor time`);
      if (observation.ended === 'thrown') {
        return finding('unclear', placeOf(observation.error), told(observation.error));
      }
      const { said, faults, result } = observation.outcome;
      if (live && hold > room * LIMITS.hold)
        return finding('hold', '', `the event loop held for ${Math.round(hold)} ms`);
      const [fault] = faults;
      if (fault !== undefined) return finding('fault', plainOf(fault), fault);
      for (const each of said) {
        const why = unclear(each, input, earlier);
        if (why !== undefined) return finding('unclear', `${result} ${why}`, `${why}: ${shown(each.text)}`);
      }
      return undefined;
    }
  }
}

/** Words of libraries and of the language that no person should read. */
const RAW: readonly RegExp[] = [
  /\blib(?:vips|png|jpeg|heif|webp|tiff|xml|rsvg)\w*/i,
  /\bvips\w*/i,
  /\bspng\b/i,
  /\bsharp\b/,
  /\bat position \d+/i,
  /\bunexpected (?:token|end of|non-whitespace)/i,
  /\bin JSON\b/,
  /\bE(?:NOENT|ACCES|PERM|ISDIR|NOTDIR|INVAL|MFILE|NAMETOOLONG|EXIST|ROFS|ILSEQ|CONNREFUSED)\b/,
  /\bERR_[A-Z_]+/,
  /\bundefined\b/,
  /\[object \w+\]/,
  /\bNaN\b/,
  /\b(?:Type|Range|Syntax|Reference)Error\b/,
  /\bZodError\b|\binvalid_type\b/,
  /\n\s+at .+:\d+/,
  /node_modules/,
  /\bnull\b/,
];

const CONTROL = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

const LONE = /\p{Surrogate}/u;

const NOTHING: ReadonlySet<string> = new Set();

/** Raw words that somebody wrote themselves. */
export function rawWordsIn({ bytes }: Input): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return RAW.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([word]) => word.trim().toLowerCase()),
  );
}

/** Why a text is not one clear sentence. Raw words that stand in the input, or in one before, are people's own. */
function unclear({ text, error }: Told, input: Input, earlier: ReadonlySet<string>): string | undefined {
  if (text.trim() === '') return error ? 'empty' : undefined;
  if (CONTROL.test(text)) return 'control characters';
  if (LONE.test(text)) return 'a lone surrogate';
  if (error && text.length > LIMITS.sentence) return 'too long';
  const own = Buffer.from(input.bytes).toString('latin1').toLowerCase();
  for (const pattern of RAW) {
    const word = pattern.exec(text)?.[0].trim();
    if (word === undefined || own.includes(word.toLowerCase()) || earlier.has(word.toLowerCase())) continue;
    return `raw words (${word.slice(0, 40)})`;
  }
  return undefined;
}

/** The product's own line in a stack, or where there is none the error's name and words. */
function placeOf({ name, message, stack }: Thrown): string {
  const line = /\(?((?:src|commands)\/[^\s:)]+)(?::\d+)*/.exec(
    stack.replaceAll(/\S*?\/(?=(?:src|commands)\/)/g, ''),
  )?.[1];
  return `${name} ${line ?? plainOf(message)}`;
}

function told({ name, message, stack }: Thrown): string {
  const lines = stack.split('\n').filter((line) => /\/(?:src|commands)\//.test(line));
  return [`${name}: ${shown(message)}`, ...lines.slice(0, 3).map((line) => line.trim())].join(' ');
}

/** Without what differs from one input to the next. */
function plainOf(text: string): string {
  return text
    .replaceAll(/\d+/g, 'N')
    .replaceAll(/"[^"]*"|'[^']*'/g, '…')
    .slice(0, 80);
}

/** A text for a terminal. */
function shown(text: string): string {
  const cut = text.length > 100 ? `${text.slice(0, 100)}… (${text.length} characters)` : text;
  return JSON.stringify(cut).replaceAll(/\p{C}/gu, (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`);
}

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
