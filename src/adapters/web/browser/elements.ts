/** The one element of a kind that a selector finds below another. */
export function find<T extends Element>(
  selector: string,
  kind: abstract new () => T,
  within: ParentNode = document,
): T | undefined {
  const found = within.querySelector(selector);
  return found instanceof kind ? found : undefined;
}

/** A piece of a page as the server wrote it, which has escaped all that people wrote. */
export function pieceOf(html: string): Element | undefined {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild ?? undefined;
}

/** Tells in a line what goes wrong or goes on; '' takes it away. */
export function tell(words: string): void {
  const state = find('#state', HTMLElement);
  if (state !== undefined && state.textContent !== words) state.textContent = words;
}

/** A sentence of the page's, which the server has written in its person's language. */
export const wordsOf = (name: string): string => find('#state', HTMLElement)?.dataset[name] ?? '';
