import type { Adjusting } from './adjusting.ts';
import type { LaidOut, Piece } from './laid-out.ts';

/** Steps of keys: shares of the sheet, and of a piece's size. */
const STEP = 0.01;
const FAR = 0.05;
const RESIZE = 1.05;

const LEAST = 0.2;
const MOST = 5;

export interface Held {
  readonly adjusting: Adjusting;
  /** Something has been changed; `settled` = no more is on its way. */
  changed(): void;
  edit(piece: Piece): void;
  /** What a piece is called. */
  nameOf(piece: Piece): string;
}

/** The pieces as handles over the picture: to be dragged, or moved with keys. */
export class PieceHandles {
  readonly #over: HTMLElement;
  readonly #held: Held;
  #laid: LaidOut | undefined;
  #chosen = '';

  constructor(over: HTMLElement, held: Held) {
    this.#over = over;
    this.#held = held;
    over.addEventListener('keydown', (event) => this.#key(event));
    over.addEventListener('pointerdown', (event) => this.#grab(event));
    over.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && target.dataset.piece !== undefined)
        this.choose(target.dataset.piece);
    });
    over.addEventListener('dblclick', () => {
      if (this.chosen !== undefined) this.#held.edit(this.chosen);
    });
  }

  get chosen(): Piece | undefined {
    return this.#laid?.pieces.find(({ id }) => id === this.#chosen);
  }

  elementOf(id: string): HTMLElement | undefined {
    return [...this.#over.children].find(
      (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.piece === id,
    );
  }

  choose(id: string): void {
    this.#chosen = id;
    for (const child of this.#over.children)
      child.classList.toggle('chosen', child instanceof HTMLElement && child.dataset.piece === id);
  }

  /** Sets the handles on what has been laid out; those that stay keep the focus. */
  show(laid: LaidOut): void {
    this.#laid = laid;
    const faulty = new Set(laid.faults.map(({ piece }) => piece));
    const kept = new Set(laid.pieces.map(({ id }) => id));
    for (const child of [...this.#over.children])
      if (child instanceof HTMLElement && !kept.has(child.dataset.piece ?? '')) child.remove();
    // The largest lie below, so that what lies on them can be had.
    const pieces = [...laid.pieces].sort((a, b) => sizeOf(b) - sizeOf(a));
    for (const [depth, piece] of pieces.entries()) {
      const handle = this.elementOf(piece.id) ?? this.#add(piece);
      const { box } = piece;
      const { width, height } = laid.size;
      handle.style.left = `${(100 * box.x) / width}%`;
      handle.style.top = `${(100 * box.y) / height}%`;
      handle.style.width = `${(100 * box.width) / width}%`;
      handle.style.height = `${(100 * box.height) / height}%`;
      handle.style.zIndex = String(depth + 1);
      handle.style.translate = '';
      handle.style.scale = '';
      handle.classList.toggle('faulty', faulty.has(piece.id));
      const name = this.#held.nameOf(piece);
      handle.setAttribute('aria-label', name);
      handle.title = name;
    }
  }

  #add({ id, kind }: Piece): HTMLElement {
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.className = `piece ${kind}`;
    handle.dataset.piece = id;
    if (id === this.#chosen) handle.classList.add('chosen');
    const corner = document.createElement('span');
    corner.className = 'corner';
    handle.append(corner);
    this.#over.append(handle);
    return handle;
  }

  resize(by: number): void {
    const id = this.#chosen;
    if (id === '') return;
    const { adjusting } = this.#held;
    const scale = bounded(adjusting.moveOf(id).scale * by);
    adjusting.settle(adjusting.moved(id, { scale }));
    this.#held.changed();
  }

  larger = (): void => this.resize(RESIZE);
  smaller = (): void => this.resize(1 / RESIZE);

  #key(event: KeyboardEvent): void {
    const { chosen } = this;
    if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? FAR : STEP;
    const ways: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const way = ways[event.key];
    if (way !== undefined) {
      const { adjusting } = this.#held;
      const { x, y } = adjusting.moveOf(chosen.id);
      adjusting.settle(adjusting.moved(chosen.id, { x: inSight(x + way[0]), y: inSight(y + way[1]) }));
      this.#held.changed();
    } else if (event.key === '+' || event.key === '=') this.larger();
    else if (event.key === '-' || event.key === '_') this.smaller();
    else if ((event.key === 'Enter' || event.key === 'F2') && chosen.slot !== undefined)
      this.#held.edit(chosen);
    else return;
    event.preventDefault();
  }

  #grab(event: PointerEvent): void {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-piece]') : null;
    if (handle === null || event.button !== 0) return;
    event.preventDefault();
    const id = handle.dataset.piece ?? '';
    handle.focus({ preventScroll: true });
    this.choose(id);
    const { adjusting } = this.#held;
    const start = adjusting.moveOf(id);
    const sheet = this.#over.getBoundingClientRect();
    const own = handle.getBoundingClientRect();
    const isCorner = event.target instanceof Element && event.target.classList.contains('corner');
    const pans = handle.classList.contains('picture');
    const from = { x: event.clientX, y: event.clientY };
    handle.setPointerCapture(event.pointerId);
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (isCorner) {
        const middle = { x: own.left + own.width / 2, y: own.top + own.height / 2 };
        const reach = Math.hypot(clientX - middle.x, clientY - middle.y);
        const factor = reach / Math.max(1, Math.hypot(from.x - middle.x, from.y - middle.y));
        adjusting.pass(adjusting.moved(id, { scale: bounded(start.scale * factor) }));
        if (!pans) handle.style.scale = String(factor);
      } else {
        adjusting.pass(
          adjusting.moved(id, {
            x: inSight(start.x + x / sheet.width),
            y: inSight(start.y + y / sheet.height),
          }),
        );
        if (!pans) handle.style.translate = `${x}px ${y}px`;
      }
      this.#held.changed();
    };
    const end = (): void => {
      handle.removeEventListener('pointermove', move);
      adjusting.settle();
      this.#held.changed();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end, { once: true });
    handle.addEventListener('pointercancel', end, { once: true });
  }
}

const sizeOf = ({ box }: Piece): number => box.width * box.height;
const bounded = (scale: number): number => Math.round(1000 * Math.min(MOST, Math.max(LEAST, scale))) / 1000;
const inSight = (share: number): number => Math.round(10_000 * Math.min(1.5, Math.max(-1.5, share))) / 10_000;
