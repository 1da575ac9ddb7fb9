import type { NodeReport, WorkNote } from '../ad/result.ts';
import { defined } from '../collections/defined.ts';
import { kindOf } from '../errors/say.ts';
import { isPicture, type Raster } from '../imaging/raster.ts';
import type { NodeEvent, OnNodeEvent } from './node-event.ts';

type EventDetail = NodeEvent extends infer E
  ? E extends NodeEvent
    ? Omit<E, 'node' | 'index' | 'total'>
    : never
  : never;

/** The log of one node: states follow waiting → running → done | failed | cancelled, or waiting → skipped. */
export class NodeRecord {
  readonly name: string;
  readonly #index: number;
  readonly #total: () => number;
  readonly #emit: OnNodeEvent;
  #status: NodeReport['status'] = 'waiting';
  #startedAt = 0;
  #time = 0;
  #cached = false;
  #error: NodeReport['error'];
  readonly #notes: WorkNote[] = [];

  constructor(name: string, index: number, total: () => number, emit: OnNodeEvent) {
    this.name = name;
    this.#index = index;
    this.#total = total;
    this.#emit = emit;
  }

  queued(): void {
    this.#report({ type: 'queued' });
  }

  started(): void {
    this.#status = 'running';
    this.#startedAt = performance.now();
    this.#report({ type: 'started' });
  }

  step(step: number, steps: number, preview?: Raster): void {
    this.#report({ type: 'step', step, steps });
    if (preview !== undefined) this.#report({ type: 'preview', image: preview });
  }

  note(note: WorkNote): void {
    this.#notes.push(note);
  }

  done(): void {
    this.#stop('done');
    this.#report({ type: 'done', milliseconds: this.#time });
  }

  fromCache(): void {
    this.#cached = true;
    this.#status = 'done';
    this.#report({ type: 'cached' });
  }

  failed(error: unknown, inputs: object): void {
    this.#stop(kindOf(error) === 'cancelled' ? 'cancelled' : 'failed');
    const message = error instanceof Error ? error.message : String(error);
    this.#error = { message, inputs: sizesOf(inputs) };
    this.#report({ type: 'failed', error });
  }

  /** A node that will not run, since one that it needs has failed. */
  skipped(): void {
    this.#status = 'skipped';
  }

  report(): NodeReport {
    return {
      name: this.name,
      time: Math.round(this.#time),
      status: this.#status,
      ...defined({
        cached: this.#cached ? true : undefined,
        error: this.#error,
        notes: this.#notes.length === 0 ? undefined : [...this.#notes],
      }),
    };
  }

  #stop(status: NodeReport['status']): void {
    if (this.#status === 'running') this.#time = performance.now() - this.#startedAt;
    this.#status = status;
  }

  #report(detail: EventDetail): void {
    this.#emit({ ...detail, node: this.name, index: this.#index, total: this.#total() } as NodeEvent);
  }
}

/** What went in, in sizes: enough to look for a bug, nothing that a person wrote. */
function sizesOf(inputs: object): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, sizeOf(value)]));
}

function sizeOf(value: unknown): string {
  if (value === undefined || value === null) return 'absent';
  if (typeof value === 'string') return `${value.length} characters`;
  if (typeof value !== 'object') return typeof value;
  if (isPicture(value)) return `${value.width}×${value.height}`;
  if (Array.isArray(value)) return `[${value.map(sizeOf).join(', ')}]`;
  const pictures = Object.entries(value).filter(([, part]) => isPicture(part));
  if (pictures.length === 0) return `${Object.keys(value).length} fields`;
  return pictures.map(([name, part]) => `${name} ${sizeOf(part)}`).join(', ');
}
