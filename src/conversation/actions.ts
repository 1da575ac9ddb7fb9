import type { AdCopy } from '../ad/copy.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { isInRange, MAX_PHOTOS, REQUEST_RANGES } from '../ad/parse/request-limits.ts';
import type { VaryStrength } from '../jobs/job/variation.ts';

/** What can be done with a job from its message. Pictures count from 0. */
export type Action =
  | { readonly kind: 'regenerate' }
  /** A name of the style; absent = the one that follows in the list. */
  | { readonly kind: 'style'; readonly style?: string }
  /** Another design family. */
  | { readonly kind: 'family' }
  | { readonly kind: 'lettering' }
  /** Without `copy` the adapter asks for the words first. */
  | { readonly kind: 'words'; readonly copy?: AdCopy }
  /** Without `asked` the adapter asks for them first. */
  | { readonly kind: 'parts'; readonly asked?: AskedParts }
  | { readonly kind: 'sizes'; readonly picture: number }
  /** The same ad, moving. */
  | { readonly kind: 'motion' }
  | { readonly kind: 'vary'; readonly picture: number; readonly strength: VaryStrength }
  /** Another thing of a photo, counted from 1 as in a request; photos count from 0. */
  | { readonly kind: 'pick'; readonly photo: number; readonly pick: number }
  /** Laid out by hand, on a page. */
  | { readonly kind: 'adjust' }
  | { readonly kind: 'why' }
  /** The job's message once more. */
  | { readonly kind: 'show' }
  | { readonly kind: 'undo' }
  /** Another try at a job that failed or was cancelled. */
  | { readonly kind: 'retry' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'remove' }
  /** Cancels what is under way, deletes what is finished: the cross as a reaction. */
  | { readonly kind: 'drop' };

/** Parts of an ad as somebody fills them in: an empty one is left out of the ad. */
export interface AskedParts {
  /** A link or a text. */
  readonly qr: string;
  readonly badge: string;
  /** Lines of 'name price'. */
  readonly menu: string;
}

export type ActionKind = Action['kind'];

/** How actions look: the same emoji as the reaction that stands for it, where one does. */
export const ACTION_LABELS: {
  readonly [kind in ActionKind]: { readonly emoji: string; readonly title: LocalizedText };
} = {
  regenerate: { emoji: '🔁', title: { ko: '다시 만들기', en: 'Again' } },
  style: { emoji: '🎨', title: { ko: '다른 스타일', en: 'Style' } },
  family: { emoji: '🪄', title: { ko: '다른 느낌', en: 'Another look' } },
  lettering: { emoji: '🔡', title: { ko: '글자 다시', en: 'Text layout' } },
  words: { emoji: '✏️', title: { ko: '문구 바꾸기', en: 'Edit text' } },
  parts: { emoji: '🧩', title: { ko: 'QR·메뉴·배지', en: 'QR, menu, badge' } },
  sizes: { emoji: '📐', title: { ko: '모든 크기', en: 'All sizes' } },
  motion: { emoji: '🎬', title: { ko: '움직이게', en: 'Make it move' } },
  vary: { emoji: '✨', title: { ko: '비슷하게', en: 'Vary' } },
  pick: { emoji: '👉', title: { ko: '다른 것 쓰기', en: 'Use another' } },
  adjust: { emoji: '🖐️', title: { ko: '직접 옮기기', en: 'Move things' } },
  why: { emoji: '💡', title: { ko: '왜 이렇게?', en: 'Why?' } },
  show: { emoji: '🖼️', title: { ko: '다시 보기', en: 'Show' } },
  undo: { emoji: '↩️', title: { ko: '이전 그림', en: 'Previous' } },
  retry: { emoji: '🔄', title: { ko: '다시 시도', en: 'Try again' } },
  cancel: { emoji: '❌', title: { ko: '취소', en: 'Cancel' } },
  remove: { emoji: '🗑️', title: { ko: '삭제', en: 'Delete' } },
  drop: { emoji: '❌', title: { ko: '취소·삭제', en: 'Cancel or delete' } },
};

export interface ReactionShortcut {
  readonly emoji: string;
  /** As Slack and the terminal call it, without colons. */
  readonly name: string;
  readonly action: Action;
}

/** Reactions that stand for actions, in the order in which they are offered. */
export const REACTIONS: readonly ReactionShortcut[] = [
  { emoji: '🔁', name: 'repeat', action: { kind: 'regenerate' } },
  { emoji: '🎨', name: 'art', action: { kind: 'style' } },
  { emoji: '🔡', name: 'abcd', action: { kind: 'lettering' } },
  { emoji: '📐', name: 'triangular_ruler', action: { kind: 'sizes', picture: 0 } },
  { emoji: '1️⃣', name: 'one', action: { kind: 'vary', picture: 0, strength: 'weak' } },
  { emoji: '2️⃣', name: 'two', action: { kind: 'vary', picture: 1, strength: 'weak' } },
  { emoji: '3️⃣', name: 'three', action: { kind: 'vary', picture: 2, strength: 'weak' } },
  { emoji: '4️⃣', name: 'four', action: { kind: 'vary', picture: 3, strength: 'weak' } },
  { emoji: '💡', name: 'bulb', action: { kind: 'why' } },
  { emoji: '↩️', name: 'leftwards_arrow_with_hook', action: { kind: 'undo' } },
  { emoji: '❌', name: 'x', action: { kind: 'drop' } },
];

/** The action of a reaction, by its emoji or its name; skin tones and variation selectors do not count. */
export function actionOfReaction(reaction: string): Action | undefined {
  const plain = (text: string): string => text.replaceAll(/[\ufe0e\ufe0f]|::skin-tone-\d|^:|:$/gu, '');
  const wanted = plain(reaction);
  return REACTIONS.find(({ emoji, name }) => plain(emoji) === wanted || name === wanted)?.action;
}

/** Raised when ids are written differently; old ids are still read. */
const VERSION = '1';

/** The id of a button: version, job and action, and nothing that could go out of date. At most 40 characters. */
export function actionId(job: string, action: Action): string {
  const parts: (string | number)[] = [VERSION, job, action.kind];
  if (action.kind === 'style' && action.style !== undefined) parts.push(action.style);
  if (action.kind === 'sizes') parts.push(action.picture);
  if (action.kind === 'vary') parts.push(action.picture, action.strength);
  if (action.kind === 'pick') parts.push(action.photo, action.pick);
  return parts.join('/');
}

/** Reads what actionId wrote; undefined for anything else. */
export function parseActionId(id: string): { readonly job: string; readonly action: Action } | undefined {
  const [version, job = '', kind, first, second] = id.split('/');
  if (version !== VERSION || !/^[0-9a-z]{6}$/.test(job)) return undefined;
  const action = readAction(kind, first, second);
  return action && { job, action };
}

const PLAIN_KINDS = [
  'regenerate',
  'family',
  'lettering',
  'words',
  'parts',
  'motion',
  'adjust',
  'why',
  'show',
  'undo',
  'retry',
  'cancel',
  'remove',
  'drop',
] as const;

function readAction(kind = '', first?: string, second?: string): Action | undefined {
  const plain = PLAIN_KINDS.find((known) => known === kind);
  if (plain !== undefined) return { kind: plain };
  if (kind === 'style') {
    return first === undefined ? { kind } : { kind, style: first };
  }
  if (kind === 'pick') return readPick(first, second);
  const picture = Number(first);
  if (first === undefined || !Number.isInteger(picture) || picture < 0 || picture > 99) return undefined;
  if (kind === 'sizes') return { kind, picture };
  if (kind === 'vary' && (second === 'weak' || second === 'strong'))
    return { kind, picture, strength: second };
  return undefined;
}

function readPick(first = '', second = ''): Action | undefined {
  if (!/^\d$/.test(first) || !/^\d$/.test(second)) return undefined;
  const [photo, pick] = [Number(first), Number(second)];
  return photo < MAX_PHOTOS && isInRange(pick, REQUEST_RANGES.pick)
    ? { kind: 'pick', photo, pick }
    : undefined;
}
