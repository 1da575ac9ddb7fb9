import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';

/** All text of a message together (https://discord.com/developers/docs/components/reference#text-display). */
export const MAX_MESSAGE_TEXT = 4000;

type Components = readonly APIMessageTopLevelComponent[];

/**
 * The components with their texts cut so that all of them together are no longer than Discord takes: the long ones to
 * one length. Texts that fit stay as they are.
 */
export function fitMessage(components: Components): Components {
  const lengths: number[] = [];
  changeTexts(components, (text) => {
    lengths.push(text.length);
    return text;
  });
  const longest = maxTextLength(lengths, MAX_MESSAGE_TEXT);
  return longest === undefined ? components : changeTexts(components, (text) => cutMarkdown(text, longest));
}

/** The length to which the longest of some have to be cut, so that their sum is at most `max`; undefined for none. */
function maxTextLength(lengths: readonly number[], max: number): number | undefined {
  let left = max;
  const rising = [...lengths].sort((a, b) => a - b);
  for (const [index, length] of rising.entries()) {
    const share = Math.floor(left / (rising.length - index));
    if (length > share) return share;
    left -= length;
  }
  return undefined;
}

/** A text as Discord reads it, no longer than `max` UTF-16 units. */
export function cutMarkdown(text: string, max: number): string {
  if (text.length <= max) return text;
  // Neither half a letter of two units nor a backslash without its sign.
  const kept = text
    .slice(0, Math.max(0, max - 1))
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/(?<!\\)(?:\\\\)*\\$/, (slashes) => slashes.slice(1));
  return `${kept}…`;
}

/** The components with each of their texts changed, at whatever depth. */
function changeTexts<T>(part: T, change: (text: string) => string): T {
  if (Array.isArray(part)) return part.map((each) => changeTexts(each, change)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const component = part as T & { readonly type?: ComponentType; readonly content?: string };
  if (component.type === ComponentType.TextDisplay && component.content !== undefined) {
    return { ...component, content: change(component.content) };
  }
  const { components } = part as { readonly components?: unknown };
  return components === undefined ? part : { ...part, components: changeTexts(components, change) };
}
