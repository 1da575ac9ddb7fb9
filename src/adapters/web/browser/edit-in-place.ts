/** Lets somebody write where the words stand. @param done told of what they have written, where it is something else */
export function editInPlace(
  handle: HTMLElement,
  words: string,
  label: string,
  done: (words: string) => void,
): void {
  const field = document.createElement('textarea');
  field.className = 'in-place';
  field.value = words;
  field.setAttribute('aria-label', label);
  field.rows = Math.min(8, words.split('\n').length);
  field.style.left = handle.style.left;
  field.style.top = handle.style.top;
  field.style.minWidth = handle.style.width;
  let isOver = false;
  const end = (keep: boolean): void => {
    if (isOver) return;
    isOver = true;
    const written = field.value.trim();
    field.remove();
    handle.focus({ preventScroll: true });
    if (keep && written !== words) done(written);
  };
  field.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') end(false);
    // Enter ends a syllable that is being composed; Shift+Enter breaks the line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    end(true);
  });
  field.addEventListener('pointerdown', (event) => event.stopPropagation());
  field.addEventListener('blur', () => end(true));
  handle.parentElement?.append(field);
  field.focus({ preventScroll: true });
  field.select();
}
