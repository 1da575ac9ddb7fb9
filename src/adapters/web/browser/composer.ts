import { find, tell, wordsOf } from './elements.ts';
import { addPhotos, clearPhotos, listFor, photosSent } from './photos.ts';
import { fieldsOf, Refused, send } from './send.ts';

/** Where one writes: Enter sends, photos may be dropped or pasted anywhere on the page. */
export function startComposer(): void {
  const form = find('#composer', HTMLFormElement);
  const text = find('#text', HTMLTextAreaElement);
  const list = listFor(form ?? null, 'photo');
  if (form === undefined || text === undefined || list === undefined) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    order(form, text);
  });
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.matches('[data-example]')) return;
    text.value = target.textContent?.trim() ?? '';
    text.focus();
  });
  text.addEventListener('keydown', (event) => {
    // Enter ends a syllable that is being composed; only the next one sends.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  document.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData !== null) addPhotos(picturesOf(clipboardData.files), list);
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    addPhotos(picturesOf(event.dataTransfer?.files ?? []), list);
  });
}

/** All that may be pictures; whether they are is found out where they are taken in. */
const picturesOf = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ type }) => type === '' || type.startsWith('image/'));

async function order(form: HTMLFormElement, text: HTMLTextAreaElement): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  try {
    await photosSent(form);
    if (text.value.trim() === '' && form.querySelector('input[name=photo]') === null) return text.focus();
    await send('/say', fieldsOf(form));
    const event = find('input[name=event]', HTMLInputElement, form);
    form.reset();
    form.querySelector('details')?.removeAttribute('open');
    if (event !== undefined) event.value = crypto.randomUUID?.() ?? '';
    clearPhotos(form);
    tell('');
    text.focus();
  } catch (error) {
    // What was written stays, and keeps its name: sent again, it is the same event.
    tell(error instanceof Refused ? error.message : wordsOf('notSent'));
  } finally {
    form.removeAttribute('aria-busy');
  }
}
