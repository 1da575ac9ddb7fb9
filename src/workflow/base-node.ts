import type { WorkNote } from '../ad/result.ts';
import type { Engines, Lane } from '../engines/ports.ts';
import { type Random, seededRandom } from '../imaging/random.ts';
import type { Raster } from '../imaging/raster.ts';
import type { RenderPool } from '../workers/render-pool.ts';
import { fingerprint } from './cache/fingerprint.ts';
import type { ResultCache } from './cache/result-cache.ts';
import type { Lanes } from './lanes.ts';
import type { NodeRecord } from './node-record.ts';

/** What a node may reach while it works, and nothing else. */
export interface NodeContext {
  readonly signal: AbortSignal;
  readonly engines: Engines;
  readonly render: RenderPool;
  /** The same numbers for the same inputs. */
  readonly random: Random;
  progress(step: number, steps: number, preview?: Raster): void;
  /** Adds to the report. */
  readonly note: (note: WorkNote) => void;
  /** Keeps the result out of the cache: the next run may do better. */
  readonly doNotCache: () => void;
  log(message: string): void;
}

/** What the workflow hands to `execute`. */
export interface Execution {
  readonly signal: AbortSignal;
  readonly engines: Engines;
  readonly render: RenderPool;
  readonly lanes: Lanes;
  readonly cache?: ResultCache;
  readonly record: NodeRecord;
  log(message: string): void;
}

/**
 * One step of a workflow: named inputs in, named outputs out. Inputs and outputs are plain data and pictures,
 * so that a result can be kept under the hash of what it was made from.
 */
export abstract class BaseNode<I extends object, O extends object> {
  /** Class name of the seeds: 'TextOverlayNode'. */
  abstract readonly name: string;
  /** Raised whenever the same inputs would give another result than before: old results are then not used. */
  abstract readonly version: number;
  /** False for nodes that do something outside, such as saving. */
  readonly cacheable: boolean = true;

  abstract process(inputs: I, context: NodeContext): Promise<O>;

  /** Which queue the node waits in. */
  lane(_engines: Engines): Lane {
    return 'cpu';
  }

  /** What the result depends on besides the inputs: name and model of the engine that makes it. */
  identity(_engines: Engines): string {
    return '';
  }

  /** Refuses inputs that types alone cannot. */
  protected check(_inputs: I): void {}

  /**
   * Runs the node once: from the cache where its result lies there, else in its lane. What happens is written to
   * the record, an error together with the sizes of the inputs.
   *
   * @throws whatever `process` throws, or the signal's reason
   */
  async execute(inputs: I, execution: Execution): Promise<O> {
    const { signal, engines, lanes, record } = execution;
    const cache = this.cacheable ? execution.cache : undefined;
    try {
      signal.throwIfAborted();
      this.check(inputs);
      const key = fingerprint([this.name, this.version, this.identity(engines), inputs]);
      // The key holds the hash of everything that `process` depends on, and a node's outputs are of type O.
      const known = (await cache?.get(key)) as O | undefined;
      if (known !== undefined) {
        record.fromCache();
        return known;
      }
      record.queued();
      let lasting = true;
      const outputs = await lanes.run(
        this.lane(engines),
        async () => {
          signal.throwIfAborted();
          record.started();
          const made = await this.process(inputs, {
            signal,
            engines,
            render: execution.render,
            random: seededRandom(Number.parseInt(key.slice(0, 8), 16)),
            progress: (step, steps, preview) => record.step(step, steps, preview),
            note: (note) => record.note(note),
            doNotCache: () => {
              lasting = false;
            },
            log: execution.log,
          });
          signal.throwIfAborted();
          return made;
        },
        signal,
      );
      record.done();
      if (lasting) await cache?.set(key, outputs);
      return outputs;
    } catch (error) {
      record.failed(error, inputs);
      throw error;
    }
  }
}
