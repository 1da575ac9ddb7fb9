import type { Locale } from '../../ad/locale.ts';
import type { Raster } from '../../imaging/raster.ts';

/** How a job stands, or `notice` for what is about no job. */
export type ReplyStage = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'removed' | 'notice';

/** What a person reads, on every platform: plain text without markup, in one language. */
export interface Reply {
  readonly stage: ReplyStage;
  readonly locale: Locale;
  /** Short id of the job that it shows. */
  readonly job?: string;
  /** One line. */
  readonly title: string;
  /** Sentences under it; lines are parted by `\n`. */
  readonly text?: string;
  readonly progress?: ReplyProgress;
  readonly pictures: readonly ReplyPicture[];
  /** Where a photo shows several things: which of them is used, and how to have another. */
  readonly choice?: ReplyChoice;
  readonly reasoning?: {
    /** How the request was read, in one line: a misreading is to be seen at once. */
    readonly reading?: string;
    /** The two reasons that matter most, in one line. */
    readonly short: string;
    readonly long: readonly string[];
  };
  readonly warnings: readonly string[];
  /** Engine, seed, format …: for small print. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly actions: readonly ReplyAction[];
  /** Lines of a list, such as a history. */
  readonly entries: readonly ReplyEntry[];
  /** Meant for the person who asked alone, where the platform can do that. */
  readonly private: boolean;
}

interface ReplyProgress {
  /** 0–1. */
  readonly fraction: number;
  /** What is done on the way, in order, as far as it is known. */
  readonly steps?: readonly { readonly title: string; readonly state: 'waiting' | 'running' | 'done' }[];
  /** How the picture looks so far. */
  readonly preview?: Raster;
}

export interface ReplyChoice {
  readonly text: string;
  /** A small picture of each thing with its number. */
  readonly strip: ReplyPicture;
  /** Buttons beside it, at most `MAX_CHOICE_ACTIONS`. */
  readonly actions: readonly ReplyAction[];
}

/** What finds room in a message beside all else that it can have. */
export const MAX_CHOICE_ACTIONS = 10;

export interface ReplyPicture {
  /** Short name by which people call it: `7k3f9q` or `7k3f9q.2`. */
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** What is on it, for those who do not see it. */
  readonly alt: string;
  /** The same ad in motion, a file each. */
  readonly loops?: readonly ReplyPicture[];
  /** Paths of its ad's files that chats do not show: a PDF for a press, its layers. */
  readonly documents?: readonly string[];
}

/** All pictures of a reply that are files with it. */
export function filesOf({ pictures, choice }: Pick<Reply, 'pictures' | 'choice'>): readonly ReplyPicture[] {
  return choice === undefined ? pictures : [...pictures, choice.strip];
}

export interface ReplyAction {
  /** What comes back when it is chosen; holds nothing but version, job and action, so it works for ever. */
  readonly id: string;
  readonly label: string;
  readonly emoji: string;
  readonly tone: 'primary' | 'plain' | 'danger';
  /** One of several to choose from: these are shown together, as a menu where there is no room. */
  readonly group?: string;
}

export interface ReplyEntry {
  readonly title: string;
  readonly text: string;
  readonly job?: string;
}
