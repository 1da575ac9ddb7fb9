import { SingleFlight } from '../collections/single-flight.ts';
import type { AdapterSlot } from '../onnx/layers.ts';
import { openSession, type Session } from '../onnx/session.ts';
import type { Target } from '../onnx/target.ts';
import type { Checkpoint } from './checkpoint.ts';
import { buildComponent, COMPONENT_NAMES, type ComponentName } from './components.ts';
import type { ControlNet } from './control/open-control-net.ts';

/**
 * What stays loaded between uses: everything but the VAE's encoder, or only what is at work, for devices that
 * cannot hold all of it at once.
 */
export type Residency = 'all' | 'one-at-a-time';

export interface ComponentOptions {
  readonly target: Target;
  readonly residency: Residency;
  /** Whether the transformer takes adapters (LoRA). */
  readonly adaptable: boolean;
  /** A ControlNet that the transformer works with; pictures then need something to follow. */
  readonly control?: ControlNet;
}

export interface LoadedComponent {
  readonly session: Session;
  readonly slots: readonly AdapterSlot[];
}

/** Parts that are let go of after each use: quick to load, and wanted by few pictures. */
const PASSING: readonly ComponentName[] = ['encoder'];

/**
 * The loaded parts of a checkpoint, for all pipelines together: each is loaded once, when it is first used, however
 * many ask for it at the same time.
 */
export class SharedComponents {
  readonly checkpoint: Checkpoint;
  readonly options: ComponentOptions;
  readonly #loaded = new SingleFlight<ComponentName, LoadedComponent>();
  /** Uses under way. */
  readonly #users = new Map<ComponentName, number>();
  readonly #sessions = new Set<Session>();
  #slots: readonly AdapterSlot[] | undefined;
  #busy = 0;
  #loads = 0;

  constructor(checkpoint: Checkpoint, options: ComponentOptions) {
    this.checkpoint = checkpoint;
    this.options = options;
  }

  /** Milliseconds inside onnxruntime so far, of sessions that were released too. Loading is not counted. */
  get busy(): number {
    let busy = this.#busy;
    for (const session of this.#sessions) busy += session.busy;
    return busy;
  }

  /** Every place of the transformer that takes an adapter. Loads nothing. */
  get slots(): readonly AdapterSlot[] {
    const { target, adaptable, control } = this.options;
    this.#slots ??= (['caption', 'denoiser'] as const).flatMap(
      (name) => buildComponent(this.checkpoint, name, target, adaptable, control).slots,
    );
    return this.#slots;
  }

  /** How often a component was loaded. */
  get loads(): number {
    return this.#loads;
  }

  /**
   * Lends a component to `work`, loading it if need be.
   *
   * @throws EngineFailure when it cannot be loaded; the next use tries again
   */
  async use<T>(name: ComponentName, work: (component: LoadedComponent) => Promise<T>): Promise<T> {
    this.#users.set(name, this.#usersOf(name) + 1);
    try {
      return await work(await this.#loaded.run(name, () => this.#load(name)));
    } finally {
      this.#users.set(name, this.#usersOf(name) - 1);
      const passing = this.options.residency === 'one-at-a-time' || PASSING.includes(name);
      if (this.#usersOf(name) === 0 && passing) await this.#drop(name);
    }
  }

  /** Gives back the memory of the components that are not at work. @param names absent = of all */
  async release(names: readonly ComponentName[] = COMPONENT_NAMES): Promise<void> {
    for (const name of names) if (this.#usersOf(name) === 0) await this.#drop(name);
  }

  #usersOf(name: ComponentName): number {
    return this.#users.get(name) ?? 0;
  }

  async #load(name: ComponentName): Promise<LoadedComponent> {
    const { target, adaptable, control } = this.options;
    const { graph, slots } = buildComponent(this.checkpoint, name, target, adaptable, control);
    this.#loads++;
    const session = await openSession(graph, target.provider);
    this.#sessions.add(session);
    return { session, slots };
  }

  async #drop(name: ComponentName): Promise<void> {
    const component = await this.#loaded.forget(name)?.catch(() => undefined);
    if (component === undefined) return;
    this.#busy += component.session.busy;
    this.#sessions.delete(component.session);
    await component.session.release();
  }
}
