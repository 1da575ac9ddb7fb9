import { defined } from '../../collections/defined.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { NodeEvent } from '../../workflow/node-event.ts';
import type { Duration } from '../store/job-store.ts';

/** One step on the way to a picture. */
interface NodeProgress {
  readonly node: string;
  readonly state: 'waiting' | 'running' | 'done';
}

/** How far a job is. */
export interface Progress {
  /** 0–1, never less than it was. */
  readonly fraction: number;
  /** The node at work: `Text2ImageNode`. */
  readonly node?: string;
  /** Of that node, where it counts its steps. */
  readonly step?: { readonly done: number; readonly of: number };
  /** The nodes of the picture that comes out next, in the order of its workflow, as far as they are known. */
  readonly nodes?: readonly NodeProgress[];
  /** How many of the job's pictures are done. */
  readonly pictures: { readonly done: number; readonly of: number };
  /** How the picture looks so far, where the engine tells. */
  readonly preview?: Raster;
}

interface RunningNode {
  readonly node: string;
  readonly index: number;
  readonly step?: { readonly done: number; readonly of: number };
}

/** One variant: what its nodes have reported. */
class VariantProgress {
  readonly #shares: readonly number[];
  /** The workflow's nodes as a former run had them; none once another one is heard of. */
  #expected: readonly string[];
  readonly #seen = new Map<number, string>();
  readonly #atWork = new Set<number>();
  readonly #done: number[] = [];
  #fraction = 0;
  #running: RunningNode | undefined;

  constructor(duration: Duration | undefined) {
    this.#shares = duration?.nodes.map(({ milliseconds }) => milliseconds) ?? [];
    this.#expected = duration?.nodes.map(({ name }) => name) ?? [];
  }

  get running(): RunningNode | undefined {
    return this.#running;
  }

  get fraction(): number {
    return this.#fraction;
  }

  get nodes(): readonly NodeProgress[] {
    const known: Iterable<[number, string]> =
      this.#expected.length > 0 ? this.#expected.entries() : [...this.#seen].sort(([a], [b]) => a - b);
    return [...known].map(([index, node]) => {
      const state = this.#done[index] === 1 ? 'done' : this.#atWork.has(index) ? 'running' : 'waiting';
      return { node, state };
    });
  }

  finish(): void {
    this.#fraction = 1;
    this.#running = undefined;
  }

  add(event: NodeEvent): void {
    this.#seen.set(event.index, event.node);
    if (this.#expected.length !== event.total || this.#expected[event.index] !== event.node) {
      this.#expected = [];
    }
    switch (event.type) {
      case 'started':
        this.#atWork.add(event.index);
        this.#running = { node: event.node, index: event.index };
        break;
      case 'step':
        this.#running = {
          node: event.node,
          index: event.index,
          step: { done: event.step, of: event.steps },
        };
        this.#set(event, event.steps === 0 ? 0 : event.step / event.steps);
        break;
      case 'done':
      case 'cached':
        if (this.#running?.index === event.index) this.#running = undefined;
        this.#set(event, 1);
        break;
    }
  }

  /** Nodes count by their share of the time; while that is not known, each counts the same. */
  #set({ index, total }: NodeEvent, done: number): void {
    this.#done[index] = Math.max(this.#done[index] ?? 0, done);
    const known = this.#shares.length === total;
    let all = 0;
    let made = 0;
    for (let node = 0; node < total; node++) {
      const share = known ? (this.#shares[node] ?? 0) + 1 : 1;
      all += share;
      made += share * (this.#done[node] ?? 0);
    }
    // The last hundredth is the writing down.
    this.#fraction = Math.max(this.#fraction, Math.min(0.99, made / all));
  }
}

/** A job's progress over all its variants. */
export class JobProgress {
  readonly #variants: readonly VariantProgress[];
  #preview: Raster | undefined;

  constructor(variants: number, duration: Duration | undefined) {
    this.#variants = Array.from({ length: variants }, () => new VariantProgress(duration));
  }

  add(variant: number, event: NodeEvent): void {
    this.#variants[variant]?.add(event);
    if (event.type === 'preview') this.#preview = event.image;
  }

  finish(variant: number): void {
    this.#variants[variant]?.finish();
    this.#preview = undefined;
  }

  /** The nodes told of are those of the variant that is furthest: it is the next to come out. */
  get current(): Progress {
    const variants = [...this.#variants];
    const done = variants.filter((variant) => variant.fraction === 1).length;
    const next = furthestOf(variants.filter((variant) => variant.fraction < 1));
    const furthest = furthestOf(variants.filter((variant) => variant.running !== undefined))?.running;
    const nodes = next?.nodes ?? [];
    return {
      fraction: variants.reduce((sum, variant) => sum + variant.fraction, 0) / Math.max(1, variants.length),
      pictures: { done, of: variants.length },
      ...defined({
        nodes: nodes.length === 0 ? undefined : nodes,
        node: furthest?.node,
        step: furthest?.step,
        preview: this.#preview,
      }),
    };
  }
}

function furthestOf(variants: readonly VariantProgress[]): VariantProgress | undefined {
  return variants.reduce<VariantProgress | undefined>(
    (best, variant) => (best === undefined || variant.fraction > best.fraction ? variant : best),
    undefined,
  );
}
