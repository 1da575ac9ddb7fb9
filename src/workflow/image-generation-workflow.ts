import { setMaxListeners } from 'node:events';
import type { Report } from '../ad/result.ts';
import { defined } from '../collections/defined.ts';
import type { Engines } from '../engines/ports.ts';
import type { RenderPool } from '../workers/render-pool.ts';
import type { BaseNode } from './base-node.ts';
import type { ResultCache } from './cache/result-cache.ts';
import { immediateLanes, type Lanes } from './lanes.ts';
import type { OnNodeEvent } from './node-event.ts';
import { NodeRecord } from './node-record.ts';
import {
  handlesIn,
  type Ref,
  type Refs,
  refsIn,
  refsOf,
  resolved,
  valuesOf,
  type WiredInputs,
} from './ref.ts';

/** What a run works with. */
export interface WorkflowServices {
  readonly engines: Engines;
  readonly render: RenderPool;
  /** By default nothing waits. */
  readonly lanes?: Lanes;
  /** By default nothing is kept. */
  readonly cache?: ResultCache;
  readonly signal?: AbortSignal;
  readonly onEvent?: OnNodeEvent;
  readonly log?: (message: string) => void;
}

/** What becomes of handles in records and lists once the workflow has run. */
export type Values<W> =
  W extends Ref<infer T>
    ? T
    : W extends readonly (infer E)[]
      ? readonly Values<E>[]
      : W extends object
        ? { readonly [K in keyof W]: Values<W[K]> }
        : W;

interface Step {
  readonly node: BaseNode<object, object>;
  readonly inputs: object;
  readonly record: NodeRecord;
  /** Nodes whose outputs this one takes. */
  readonly needs: readonly number[];
}

/**
 * A graph of nodes, built by calls: `const cut = workflow.add(new BackgroundRemovalNode(), { photo })`. A node can
 * only take handles that exist already, so the order of adding is an order of running and no cycle can be
 * written. Each node runs once. Where what is to be done hangs on a result, the workflow runs in stages: nodes that are
 * added between two runs may take what the first was asked for.
 */
export class ImageGenerationWorkflow {
  readonly #steps: Step[] = [];
  /** How many nodes it will have at least, for whoever shows how far it is. */
  #expected = 0;
  #onEvent: OnNodeEvent | undefined;
  /** The first node that has not run. */
  #next = 0;
  #isRunning = false;
  readonly #results = new Results();
  #totalTime = 0;

  /** Says that so many nodes will be added behind those that are there, when it is known which. */
  expect(more: number): void {
    this.#expected = this.#steps.length + more;
  }

  /** Adds a node; its outputs are handles for later nodes and for `run`. */
  add<I extends object, O extends object>(node: BaseNode<I, O>, inputs: WiredInputs<NoInfer<I>>): Refs<O> {
    const index = this.#steps.length;
    const needs = new Set(Object.values(inputs).flatMap((value) => refsIn(value).map((ref) => ref.node)));
    this.#steps.push({
      // The inputs that belong to this node are resolved for it below; the pairing was checked by the call's types.
      node: node as BaseNode<object, object>,
      inputs,
      record: new NodeRecord(
        node.name,
        index,
        () => Math.max(this.#steps.length, this.#expected),
        (event) => this.#onEvent?.(event),
      ),
      needs: [...needs],
    });
    return refsOf<O>(index);
  }

  /**
   * Runs every node that has not run, as soon as its inputs are there, and returns the wanted outputs: handles in a record or list,
   * nested as the caller likes. A result that nothing needs
   * any more is let go. When a node fails the others are stopped.
   *
   * @throws what the first failing node threw, or the signal's reason
   */
  async run<W extends object>(wanted: W, services: WorkflowServices): Promise<Values<W>> {
    if (this.#isRunning) throw new Error('A workflow runs one stage after another');
    const first = this.#next;
    const stage = this.#steps.slice(first);
    const results = this.#results;
    results.expect(
      [...stage.flatMap(({ needs }) => needs), ...handlesIn(wanted).map(({ node }) => node)],
      first,
    );
    this.#isRunning = true;
    this.#next = this.#steps.length;
    const startedAt = performance.now();
    this.#onEvent = services.onEvent;
    const stop = new AbortController();
    const signal =
      services.signal === undefined ? stop.signal : AbortSignal.any([services.signal, stop.signal]);
    // Every node that waits or works listens to it, and so does every task of its threads.
    setMaxListeners(0, signal);
    const running: Promise<void>[] = [];
    for (const [i, step] of stage.entries()) {
      const needed = step.needs.map((need) => running[need - first]);
      running.push(this.#runStep(first + i, Promise.all(needed), results, services, signal, stop));
    }
    const outcomes = await Promise.allSettled(running);
    this.#isRunning = false;
    this.#totalTime += performance.now() - startedAt;
    if (outcomes.some((outcome) => outcome.status === 'rejected')) {
      throw stop.signal.aborted ? stop.signal.reason : services.signal?.reason;
    }
    // `valuesOf` puts in the place of each handle what its type says; the shape stays.
    return valuesOf(wanted, (ref) => results.valueOf(ref)) as Values<W>;
  }

  /** How it went, node by node in the order of adding. */
  report(): Report {
    return {
      total_time: Math.round(this.#totalTime),
      nodes: this.#steps.map((step) => step.record.report()),
    };
  }

  async #runStep(
    index: number,
    needed: Promise<unknown>,
    results: Results,
    services: WorkflowServices,
    signal: AbortSignal,
    stop: AbortController,
  ): Promise<void> {
    const step = this.#steps[index] as Step;
    try {
      await needed;
    } catch (error) {
      step.record.skipped();
      throw error;
    }
    const inputs = Object.fromEntries(
      Object.entries(step.inputs).map(([name, value]) => [
        name,
        resolved(value, (ref) => results.valueOf(ref)),
      ]),
    );
    try {
      const outputs = await step.node.execute(inputs, {
        signal,
        engines: services.engines,
        render: services.render,
        lanes: services.lanes ?? immediateLanes,
        ...defined({ cache: services.cache }),
        record: step.record,
        log: services.log ?? (() => {}),
      });
      results.add(index, outputs);
    } catch (error) {
      if (!signal.aborted) stop.abort(error);
      throw error;
    }
    for (const need of step.needs) results.release(need);
  }
}

/** The outputs of nodes that have run, each kept for as long as somebody will take it. */
class Results {
  readonly #outputs = new Map<number, object>();
  readonly #takers = new Map<number, number>();

  /**
   * @param taken nodes whose outputs will be taken, one entry for each time; what is not released stays
   * @param first the first node that has not run
   */
  expect(taken: readonly number[], first: number): void {
    for (const node of taken) {
      if (node < first && !this.#outputs.has(node))
        throw new Error('A stage takes of former ones only what they were asked for');
      this.#takers.set(node, (this.#takers.get(node) ?? 0) + 1);
    }
  }

  add(index: number, outputs: object): void {
    if ((this.#takers.get(index) ?? 0) > 0) this.#outputs.set(index, outputs);
  }

  valueOf(ref: Ref<unknown>): unknown {
    return Reflect.get(this.#outputs.get(ref.node) ?? {}, ref.port);
  }

  release(index: number): void {
    const left = (this.#takers.get(index) ?? 0) - 1;
    this.#takers.set(index, left);
    if (left === 0) this.#outputs.delete(index);
  }
}
