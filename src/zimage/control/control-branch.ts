import type { Graph, Value } from '../../onnx/graph.ts';
import { Layers, type Rotation } from '../../onnx/layers.ts';
import { add, multiply } from '../../onnx/ops/elementwise.ts';
import { concat } from '../../onnx/ops/shape.ts';
import type { Target } from '../../onnx/target.ts';
import type { WeightSource } from '../../onnx/weights.ts';
import { type BlockConfig, Blocks } from '../blocks.ts';
import type { ControlConfig } from './control-config.ts';

/** Whose way of using the refiner's hints: the authors' and ComfyUI's, or diffusers'. */
export type HintStyle = 'original' | 'diffusers';

/** A ControlNet as a graph is built with it. */
export interface Control {
  readonly config: ControlConfig;
  readonly weights: WeightSource;
  /**
   * `original`: the hints that a ControlNet from 2.0 on gives to the noise refiner stay in the picture's own stream.
   * `diffusers`: only the ControlNet itself sees them, and the picture is refined without.
   */
  readonly hints: HintStyle;
}

/** What the branch shares with the transformer. */
export interface Shared {
  readonly config: BlockConfig & { readonly patch: number };
  readonly target: Target;
  readonly modulation: Value;
  readonly imageRotation: Rotation;
  /** Of picture and caption. */
  readonly rotation: Rotation;
  readonly tap?: ((name: string, value: Value) => void) | undefined;
}

/** The blocks of a ControlNet beside those of the transformer, whose weights stay as they are. */
export class ControlBranch {
  readonly #graph: Graph;
  readonly #layers: Layers;
  readonly #blocks: Blocks;
  readonly #control: Control;
  readonly #shared: Shared;
  readonly #scale: Value;
  readonly #padded: (embedded: Value) => Value;
  #stream: Value;
  #refinerHints: readonly Value[] = [];
  #layerHints: readonly Value[] = [];

  /** @param padded fills rows beyond the picture with the transformer's own token */
  constructor(graph: Graph, control: Control, shared: Shared, padded: (embedded: Value) => Value) {
    this.#graph = graph;
    this.#control = control;
    this.#shared = shared;
    this.#padded = padded;
    this.#layers = new Layers(graph, shared.target, control.weights);
    this.#blocks = new Blocks(this.#layers, shared.config);
    const { patch, dim } = shared.config;
    const rows = shared.imageRotation.cos.shape[1]!;
    const tokens = graph.input('control', 'f32', [rows, patch ** 2 * control.config.channels]);
    this.#scale = this.#layers.toStream(graph.input('control_scale', 'f32', [1]));
    const name = `control_all_x_embedder.${patch}-1`;
    this.#stream = this.#padded(this.#layers.linear(tokens, name, dim, { bias: true }));
    shared.tap?.('control.embedded', this.#stream);
  }

  /** Whether the picture's own stream takes the refiner's hints. */
  get reachesBase(): boolean {
    return this.#control.hints === 'original' || this.#refinerHints.length === 0;
  }

  /** Reads the picture's embedded tokens. @param x as they go into the noise refiner */
  readPicture(x: Value): void {
    const { kind, layers, refinerLayers } = this.#control.config;
    const { imageRotation, modulation } = this.#shared;
    if (kind === '1.0') {
      for (let i = 0; i < refinerLayers; i++) {
        const name = `control_noise_refiner.${i}`;
        this.#stream = this.#blocks.modulated(this.#stream, name, imageRotation, modulation);
      }
    } else {
      const [stem, count] =
        kind === '2.0' ? ['control_layers', layers] : ['control_noise_refiner', refinerLayers];
      this.#refinerHints = this.#run(x, stem, count, imageRotation);
    }
    this.#shared.tap?.('control.refined', this.#stream);
  }

  /** Reads the whole sequence. @param image refined, with the hints so far */
  readSequence(image: Value, caption: Value): void {
    this.#stream = concat(this.#graph, [this.#stream, caption], 0);
    const both = concat(this.#graph, [image, caption], 0);
    this.#layerHints = this.#run(both, 'control_layers', this.#control.config.layers, this.#shared.rotation);
  }

  afterRefiner(x: Value, layer: number): Value {
    return this.#hinted(x, this.#refinerHints, this.#control.config.refinerPlaces.indexOf(layer));
  }

  afterLayer(x: Value, layer: number): Value {
    return this.#hinted(x, this.#layerHints, this.#control.config.places.indexOf(layer));
  }

  /** Runs blocks over the branch's stream; the first one takes in `x`. @returns a hint of each */
  #run(x: Value, stem: string, count: number, rotation: Rotation): Value[] {
    const layers = this.#layers;
    const { dim } = this.#shared.config;
    const hints: Value[] = [];
    for (let j = 0; j < count; j++) {
      const name = `${stem}.${j}`;
      if (j === 0) {
        const before = layers.linear(this.#stream, `${name}.before_proj`, dim, { bias: true });
        this.#stream = add(this.#graph, layers.toStream(before), x);
      }
      this.#stream = this.#blocks.modulated(this.#stream, name, rotation, this.#shared.modulation);
      const hint = layers.toStream(layers.linear(this.#stream, `${name}.after_proj`, dim, { bias: true }));
      this.#shared.tap?.(`${rotation === this.#shared.rotation ? 'hint.layer' : 'hint.refiner'}.${j}`, hint);
      hints.push(hint);
    }
    return hints;
  }

  #hinted(x: Value, hints: readonly Value[], index: number): Value {
    const hint = hints[index];
    return hint === undefined ? x : add(this.#graph, x, multiply(this.#graph, hint, this.#scale));
  }
}
