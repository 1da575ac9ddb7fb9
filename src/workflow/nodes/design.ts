import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import type { Size } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Brand } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignFamily, HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly brief: Brief;
  readonly brand?: Brand;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
  readonly size: Size;
  readonly seed: number;
  /** The one that was asked for; absent = whichever suits best. */
  readonly asked?: string;
  readonly families: readonly DesignFamily[];
  /** What was decided before: it is taken where it is of this size. */
  readonly decided?: DesignLayout;
}

interface Outputs {
  readonly design: DesignLayout;
  /** What it letters. */
  readonly textLayout: TextLayout;
}

/** Decides an ad's design: which family takes it, where everything stands, and in which colours. */
export class DesignNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'DesignNode';
  readonly version = 1;
  readonly #faces: readonly Face[];

  /** @param faces the faces that designs may be set in */
  constructor(faces: readonly Face[]) {
    super();
    this.#faces = faces;
  }

  override identity(): string {
    return this.#faces.map((face) => face.name).join();
  }

  async process({ decided, ...inputs }: Inputs, context: NodeContext): Promise<Outputs> {
    const { width, height } = inputs.size;
    const holds = decided?.size.width === width && decided.size.height === height;
    const design = holds ? decided : await this.#compose(inputs, context);
    return { design, textLayout: lettersOf(design) };
  }

  async #compose(inputs: Omit<Inputs, 'decided'>, context: NodeContext): Promise<DesignLayout> {
    const { brief, brand, heroes, pictures, size, seed, families, asked } = inputs;
    return context.render.run(
      'compose-design',
      {
        size,
        copy: brief.copy,
        statements: brief.statements,
        ...defined({ shopName: brand?.shopName }),
        face: brief.face,
        brandFace: brand?.face !== undefined,
        colours: {
          palette: brief.scene.palette,
          brand: brand?.colours ?? [],
          seed,
          ...defined({ product: brief.scene.productColour, season: brief.scene.season }),
        },
        heroes,
        pictures,
        occasion: brief.occasion ?? 'everyday',
        trades: [
          brief.industry,
          ...(brief.tradeClass === undefined ? [] : [brief.tradeClass.middle, brief.tradeClass.large]),
        ],
        ...defined({ asked }),
        families,
        faces: this.#faces,
      },
      { signal: context.signal },
    );
  }
}

/** The words of a design, as they are drawn. Why they stand there is told with the design. */
const lettersOf = ({ family, size, blocks }: DesignLayout): TextLayout => ({
  size,
  underlays: [],
  blocks,
  why: [],
  warnings: [],
  decidedBy: `design ${family}`,
});
