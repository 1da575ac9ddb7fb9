import type { CopyMaterial } from './copy-material.ts';
import { fits } from './ledger.ts';
import { groupText, type StatementGroup, squeezed } from './statement-groups.ts';

/** The headline, and what it tells. */
export interface Headline {
  readonly text: string;
  readonly whole: readonly StatementGroup[];
  /** Told by their roots alone: what binds them stands below. */
  readonly roots: readonly StatementGroup[];
}

/** That a shop is closed or something is gone: the first that its customers must know. */
const CLOSES =
  /임시\s?휴[무업진]|문(?:을)?\s?닫(?:습니다|게\s?[돼됐되]|기로)|휴업(?:합니다|해요|\s?안내)|폐업|품절|매진|완판|소진(?:됐|되었)|\bclos(?:ed|ing)\s(?:(?:on\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|for|until|till|today|tomorrow|this|next|from|down|permanently|temporarily)\b|\bsold\sout\b|^sorry,\s(?:we(?:['’]re|\sare)\s)?out\sof\b/iu;

/** Whether a statement says so. */
const closes = ({ root }: StatementGroup): boolean =>
  (root.kind === 'notice' || root.kind === 'schedule' || root.kind === 'occasion') && CLOSES.test(root.text);

/** A closing leads its ad, however long, with whose it is. */
export function closingHeadline(
  open: readonly StatementGroup[],
  base: string | undefined,
  inBase: readonly StatementGroup[],
): Headline | undefined {
  const group = open.find(closes);
  if (group === undefined) return undefined;
  const words = groupText(group);
  const named = base === undefined || squeezed(words).includes(squeezed(base)) ? words : `${base} ${words}`;
  const text = fits(named, 'headline') ? named : words;
  if (!fits(text, 'headline')) return undefined;
  return { text, whole: [group, ...(text === named ? inBase : [])], roots: [] };
}

/** A statement with what is named, as the owner has them. */
export const inOrder = (text: string, named: readonly StatementGroup[], beside: StatementGroup): string =>
  named.every(({ index }) => beside.index < index)
    ? `${beside.root.text} ${text}`
    : `${text} ${beside.root.text}`;

/** A closing that nothing sold stands beside leads, with what it is of or whose it is. */
export function productClosing(
  text: string,
  named: readonly StatementGroup[],
  open: readonly StatementGroup[],
  { occasionKind }: CopyMaterial,
): Headline | undefined {
  if (occasionKind !== 'notice' || open.some(({ root }) => root.kind === 'price')) return undefined;
  const group = open.find(closes);
  if (group === undefined) return undefined;
  // 'Sorry, out of sourdough today' is a sentence.
  const joined = /^sorry\b/iu.test(group.root.text) ? group.root.text : inOrder(text, named, group);
  return fits(joined, 'headline')
    ? { text: joined, whole: [], roots: joined === group.root.text ? [group] : [...named, group] }
    : undefined;
}
