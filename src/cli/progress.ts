import type { Locale } from '../ad/locale.ts';
import { labelOf } from '../ad/node-label.ts';
import type { NodeEvent, OnNodeEvent } from '../workflow/node-event.ts';
import type { Io } from './io.ts';

const BAR_WIDTH = 24;

/**
 * Tells how an ad goes on: on a terminal as one bar that is drawn over, elsewhere as a line for each node that is
 * done. `end` leaves the terminal's line clean.
 *
 * @param prefix of one ad among many, of which only the bar is shown: elsewhere a line for each ad says enough
 */
export function showProgress(io: Io, locale: Locale, prefix = ''): { onEvent: OnNodeEvent; end(): void } {
  const done = new Set<number>();
  const line = (event: NodeEvent): string | undefined => {
    const label = labelOf(event.node)[locale];
    switch (event.type) {
      case 'cached':
        return `${label} — ${locale === 'ko' ? '전에 한 것을 씀' : 'reused'}`;
      case 'done':
        return `${label} — ${Math.round(event.milliseconds)} ms`;
      default:
        return undefined;
    }
  };
  return {
    onEvent(event) {
      if (event.type === 'done' || event.type === 'cached') done.add(event.index);
      if (!io.tty) {
        const text = prefix === '' ? line(event) : undefined;
        if (text !== undefined) io.err(text);
        return;
      }
      if (event.type === 'queued' || event.type === 'preview') return;
      const share = event.type === 'step' ? event.step / event.steps : 0;
      const filled = Math.round(((done.size + share) / event.total) * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      io.draw(`${prefix}${bar} ${done.size}/${event.total} ${labelOf(event.node)[locale]}`);
    },
    end() {
      if (io.tty) io.draw('');
    },
  };
}
