import { Adjusting } from './adjusting.ts';
import { editInPlace } from './edit-in-place.ts';
import { find, tell } from './elements.ts';
import { type Fault, type LaidOut, Layouts, type Piece, post } from './laid-out.ts';
import { PieceHandles } from './piece-handles.ts';
import { sentence } from './send.ts';

/** The page on which an ad is laid out by hand. */
export function startAdjust(): void {
  const form = find('#adjust', HTMLFormElement);
  const sheet = find('#sheet', HTMLImageElement);
  const over = find('#pieces', HTMLElement);
  if (form === undefined || sheet === undefined || over === undefined) return;
  const { base = '' } = form.dataset;
  const adjusting = new Adjusting();
  let laid: LaidOut | undefined;
  /** Faults that were told of when saving was asked for. */
  let told: readonly Fault[] = [];
  const fields = (): URLSearchParams => {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') all.append(name, value);
    all.set('adjustment', JSON.stringify(adjusting.now));
    return all;
  };
  const layouts = new Layouts(`${base}/preview`, fields, show, (words) => {
    find('.bench', HTMLElement)?.removeAttribute('aria-busy');
    tell(words);
  });
  const nameOf = ({ kind, text }: Piece): string =>
    kind === 'words' ? text : ((kind === 'product' ? form.dataset.product : form.dataset.photo) ?? '');
  const handles = new PieceHandles(over, { adjusting, changed, edit, nameOf });

  function changed(): void {
    told = [];
    setTools();
    layouts.want();
  }

  function show(next: LaidOut): void {
    laid = next;
    if (sheet !== undefined) sheet.src = next.picture;
    find('.bench', HTMLElement)?.removeAttribute('aria-busy');
    tell(next.warnings.join(' '));
    // While more is asked for, what is dragged stays under the finger.
    if (!layouts.busy) handles.show(next);
    find('#reasons', HTMLElement)?.replaceChildren(...next.why.map((why) => itemOf(why)));
    const family = find('#choose-family', HTMLSelectElement);
    if (family !== undefined && next.family !== undefined) family.value = next.family;
    showFaults(next.faults);
    if (form !== undefined) form.dataset.shown = String(Number(form.dataset.shown ?? 0) + 1);
  }

  function showFaults(faults: readonly Fault[]): void {
    const fine = document.createElement('p');
    fine.className = 'fine';
    fine.textContent = form?.dataset.fine ?? '';
    const list = document.createElement('ul');
    list.className = 'warnings';
    list.append(...faults.map(({ said }) => itemOf(said)));
    const shown = find('#faults', HTMLElement);
    const next = faults.length === 0 ? fine : list;
    if (shown !== undefined && shown.textContent !== next.textContent) shown.replaceChildren(next);
    const save = find('[data-tool=save]', HTMLButtonElement);
    if (save !== undefined)
      save.textContent = (told.length > 0 ? form?.dataset.anyway : form?.dataset.save) ?? '';
  }

  function setTools(): void {
    const able = { undo: adjusting.canUndo, redo: adjusting.canRedo };
    for (const [tool, is] of Object.entries(able)) {
      const button = find(`[data-tool=${tool}]`, HTMLButtonElement);
      if (button !== undefined) button.setAttribute('aria-disabled', String(!is));
    }
    const { family, place, colours } = adjusting.now;
    for (const [name, value] of Object.entries({ family, place })) {
      const menu = find(`#choose-${name}`, HTMLSelectElement);
      if (menu !== undefined && value !== undefined) menu.value = value;
    }
    const own = find('#own-colours', HTMLInputElement);
    if (own !== undefined) own.checked = colours !== undefined;
    find('#swatches', HTMLElement)?.toggleAttribute('hidden', colours === undefined);
  }

  function edit(piece: Piece): void {
    const { slot } = piece;
    const handle = handles.elementOf(piece.id);
    if (slot === undefined || handle === undefined || laid === undefined) return;
    const { copy } = laid;
    editInPlace(handle, copy[slot] ?? '', form?.dataset.words ?? '', (words) => {
      adjusting.settle({ copy: { ...copy, [slot]: words } });
      changed();
    });
  }

  async function save(): Promise<void> {
    if (form === undefined) return;
    const all = fields();
    for (const { kind, piece } of told) all.append('accepted', `${kind}:${piece}`);
    tell(form.dataset.saving ?? '');
    try {
      const response = await post(`${base}/save`, all);
      if (!response.ok) throw new Error(await sentence(response));
      const answer = (await response.json()) as { readonly job?: string; readonly faults?: readonly Fault[] };
      if (answer.faults !== undefined) {
        told = answer.faults;
        showFaults(told);
        tell('');
        find('#faults', HTMLElement)?.scrollIntoView({ block: 'nearest' });
        return;
      }
      adjusting.settle();
      saved = true;
      if (!base.startsWith('/ads/')) return tell(form.dataset.saved ?? '');
      await untilMade(answer.job ?? '');
    } catch (error) {
      tell(error instanceof Error ? error.message : '');
    }
  }

  const tools: Readonly<Record<string, () => void>> = {
    smaller: handles.smaller,
    larger: handles.larger,
    words: () => handles.chosen !== undefined && edit(handles.chosen),
    undo: () => step(() => adjusting.undo()),
    redo: () => step(() => adjusting.redo()),
    reset: () => step(() => adjusting.reset()),
    save,
  };
  const step = (work: () => void): void => {
    work();
    changed();
  };
  let saved = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('click', ({ target }) => {
    const tool = target instanceof Element ? target.closest<HTMLElement>('[data-tool]') : null;
    if (tool === null || tool.getAttribute('aria-disabled') === 'true') return;
    tools[tool.dataset.tool ?? '']?.();
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement && target.dataset.change !== undefined) {
      // On another sheet, or in another design, all stands elsewhere.
      step(() => adjusting.settle({ moves: {}, [target.dataset.change ?? '']: target.value || undefined }));
    } else if (
      target instanceof HTMLInputElement &&
      (target.id === 'own-colours' || target.type === 'color')
    ) {
      const own = find('#own-colours', HTMLInputElement)?.checked === true;
      const chosen = [...form.querySelectorAll<HTMLInputElement>('#swatches input')].map(
        ({ value }) => value,
      );
      const { colours: _, ...rest } = adjusting.now;
      step(() => adjusting.settle({ ...rest, colours: own ? chosen : undefined } as Partial<typeof rest>));
    }
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    step(() => (event.shiftKey ? adjusting.redo() : adjusting.undo()));
  });
  addEventListener('beforeunload', (event) => {
    if (adjusting.canUndo && !saved) event.preventDefault();
  });
  setTools();
  layouts.want();
}

/** Milliseconds between two looks at whether it is made, and how often it is looked. */
const PAUSE = 300;
const LOOKS = 200;

/** Shows the ad that was saved, once it is made. */
async function untilMade(job: string): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    const response = await fetch(`/ads/${job}`, { method: 'GET', headers: { accept: 'text/html' } });
    if (response.ok) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  location.assign(`/ads/${job}`);
}

function itemOf(words: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = words;
  return item;
}
