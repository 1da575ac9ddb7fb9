import { find, pieceOf, tell, wordsOf } from './elements.ts';

/** Milliseconds after which a line that was lost is told of: most are back before. */
const PATIENCE = 2_500;

/** Listens for what happens on this page; a line that was lost goes on where it broke. */
export function startStream(): void {
  const list = find('#messages', HTMLElement);
  if (list === undefined) return;
  let lost: ReturnType<typeof setTimeout> | undefined;
  let last = document.body.dataset.last ?? '0';
  let source: EventSource | undefined;
  const open = (): void => {
    source?.close();
    source = new EventSource(`/events?after=${last}`);
    source.addEventListener('open', () => {
      clearTimeout(lost);
      lost = undefined;
      document.body.classList.remove('offline');
      if (find('#state', HTMLElement)?.textContent === wordsOf('offline')) tell('');
    });
    source.addEventListener('error', () => {
      lost ??= setTimeout(() => {
        document.body.classList.add('offline');
        tell(wordsOf('offline'));
        // A browser that has given up is called back.
        if (source?.readyState === EventSource.CLOSED) open();
        lost = undefined;
      }, PATIENCE);
    });
    for (const kind of ['message', 'progress'] as const) {
      source.addEventListener(kind, ({ data, lastEventId }: MessageEvent<string>) => {
        // A line's opening has no data.
        if (data === '') return;
        if (lastEventId !== '') last = lastEventId;
        const { id, html } = JSON.parse(data) as { readonly id: number; readonly html: string };
        show(list, id, html, kind);
      });
    }
  };
  open();
  // A telephone that slept may think that its line is open.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && source?.readyState !== EventSource.OPEN) open();
  });
  scrollToEnd();
}

function show(list: HTMLElement, id: number, html: string, kind: 'message' | 'progress'): void {
  const piece = pieceOf(html);
  if (piece === undefined) return;
  const atEnd = isAtEnd();
  const before = document.getElementById(`m${id}`);
  find('.welcome', HTMLElement)?.setAttribute('hidden', '');
  if (before === null) list.append(piece);
  else if (kind === 'progress' && goOn(before, piece)) return;
  else before.replaceWith(piece);
  if (atEnd) scrollToEnd();
}

/** Brings only what moves up to date, so that whoever is on a button of it stays there. */
function goOn(before: Element, piece: Element): boolean {
  if (before.getAttribute('data-stage') !== piece.getAttribute('data-stage')) return false;
  const parts = ['h2', '.progress'].map(
    (part) => [before.querySelector(part), piece.querySelector(part)] as const,
  );
  if (parts.some(([old, now]) => old === null || now === null)) return false;
  for (const [old, now] of parts) if (now !== null) old?.replaceWith(now);
  return true;
}

const isAtEnd = (): boolean => innerHeight + scrollY >= document.documentElement.scrollHeight - 400;

/** Shows the last message: from its beginning, where it is longer than the room above the place where one writes. */
function scrollToEnd(): void {
  const last = find('#messages > li:last-child', HTMLElement);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const long = (last?.offsetHeight ?? 0) > innerHeight - (find('#composer', HTMLElement)?.offsetHeight ?? 0);
  last?.scrollIntoView({ block: long ? 'start' : 'end', behavior: calm ? 'auto' : 'smooth' });
  // Pictures that are just coming make it longer.
  for (const picture of last?.querySelectorAll('img') ?? [])
    if (!picture.complete) picture.addEventListener('load', scrollToEnd, { once: true });
}
