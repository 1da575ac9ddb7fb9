import { find, tell, wordsOf } from './elements.ts';
import { fieldsOf, Refused, send } from './send.ts';

/** Forms that a button asks with: in a window above the page, which keeps its place. */
export function startDialogs(): void {
  const dialog = find('#dialog', HTMLDialogElement);
  if (dialog === undefined) return;
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest('a[data-dialog]');
    if (link instanceof HTMLAnchorElement) {
      event.preventDefault();
      show(dialog, link.href);
    } else if (event.target.closest('[data-close]') !== null && dialog.open) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener('submit', (event) => {
    const { target: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    submit(dialog, form);
  });
}

async function show(dialog: HTMLDialogElement, address: string): Promise<void> {
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const form = page.querySelector('form[data-form]');
    if (form === null) {
      tell(page.querySelector('[role=alert]')?.textContent ?? wordsOf('notSent'));
      return;
    }
    dialog.replaceChildren(document.adoptNode(form));
    dialog.setAttribute('aria-label', form.querySelector('h1')?.textContent ?? '');
    dialog.showModal();
  } catch {
    // Without a window it is a page.
    location.assign(address);
  }
}

async function submit(dialog: HTMLDialogElement, form: HTMLFormElement): Promise<void> {
  try {
    await send(form.getAttribute('action') ?? '', fieldsOf(form));
    dialog.close();
    if (document.querySelector('#messages') === null) location.assign('/');
  } catch (error) {
    const words = error instanceof Refused ? error.message : wordsOf('notSent');
    const said = form.querySelector('[role=alert]') ?? form.appendChild(document.createElement('p'));
    said.setAttribute('role', 'alert');
    said.className = 'warnings';
    said.textContent = words;
  }
}
