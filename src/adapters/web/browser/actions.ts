import { tell, wordsOf } from './elements.ts';
import { fieldsOf, Refused, send } from './send.ts';

/** Buttons under messages: each press is an event of its own, and the page stays where it is. */
export function startActions(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.id !== 'actions') return;
    if (!(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const address = submitter.getAttribute('formaction') ?? '/press';
    const fields = fieldsOf(form, submitter);
    fields.set('event', crypto.randomUUID?.() ?? '');
    press(submitter, address, fields);
  });
}

async function press(button: HTMLButtonElement, address: string, fields: URLSearchParams): Promise<void> {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  try {
    await send(address, fields);
    tell('');
    // What comes of it is told in the conversation.
    if (document.querySelector('#messages') === null) location.assign('/');
  } catch (error) {
    tell(error instanceof Refused ? error.message : wordsOf('notSent'));
  } finally {
    button.removeAttribute('aria-busy');
  }
}
