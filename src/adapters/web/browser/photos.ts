import { find, tell } from './elements.ts';
import { sentence } from './send.ts';

/** Photos are sent as soon as they are chosen, so that the words need not wait for them; each has its place in a list. */
export function startPhotos(): void {
  document.addEventListener('change', (event) => {
    const { target: input } = event;
    if (!(input instanceof HTMLInputElement) || input.dataset.upload === undefined) return;
    const list = listFor(input.form, input.dataset.upload);
    if (list !== undefined) addPhotos(input.files ?? [], list);
    // The same file may be chosen again.
    input.value = '';
  });
}

/** The list of a form's photos for one of its fields. */
export function listFor(form: HTMLFormElement | null, name: string): HTMLElement | undefined {
  return form === null ? undefined : find(`ul.photos[data-for="${CSS.escape(name)}"]`, HTMLElement, form);
}

export function addPhotos(files: Iterable<File>, list: HTMLElement): void {
  for (const file of files) {
    const item = itemOf(file, list);
    list.append(item);
    upload(file, item, list.dataset.for ?? 'photo');
  }
}

/** Resolves when no photo of the form is on its way any more. */
export async function photosSent(form: HTMLFormElement): Promise<void> {
  while (form.querySelector('ul.photos [aria-busy=true]') !== null)
    await new Promise((resolve) => setTimeout(resolve, 60));
}

/** Takes the photos of a form away, once they are in an order. */
export function clearPhotos(form: HTMLFormElement): void {
  for (const item of form.querySelectorAll('ul.photos li')) item.remove();
}

function itemOf(file: File, { dataset }: HTMLElement): HTMLLIElement {
  const item = document.createElement('li');
  item.setAttribute('aria-busy', 'true');
  const picture = document.createElement('img');
  picture.alt = file.name;
  picture.src = URL.createObjectURL(file);
  picture.addEventListener('error', () => picture.removeAttribute('src'));
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = '✕';
  remove.setAttribute('aria-label', `${dataset.remove ?? ''}: ${file.name}`);
  remove.addEventListener('click', () => {
    URL.revokeObjectURL(picture.src);
    item.remove();
  });
  item.append(picture, remove);
  return item;
}

async function upload(file: File, item: HTMLElement, field: string): Promise<void> {
  try {
    const response = await fetch(`/photos?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      body: file,
      headers: { accept: 'application/json', 'x-token': document.body.dataset.token ?? '' },
    });
    if (!response.ok) throw new Error(await sentence(response));
    const answer: unknown = await response.json();
    const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
    const kept = document.createElement('input');
    kept.type = 'hidden';
    kept.name = field;
    kept.value = String(id);
    item.append(kept);
    tell('');
  } catch (error) {
    item.remove();
    tell(error instanceof Error ? error.message : '');
  } finally {
    item.removeAttribute('aria-busy');
  }
}
