import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import type { Size } from '../../ad/geometry.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Brand } from '../../ad/request.ts';
import { defined } from '../../collections/defined.ts';
import type { ComposedDesign } from '../../design/compose-design.ts';
import type { DesignFamily, HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly brief: Brief;
  readonly brand?: Brand;
  /** What its QR code says. */
  readonly qr?: string;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
  readonly size: Size;
  readonly seed: number;
  /** Which of the families that suit is taken, 0 – 2³²−1. */
  readonly choice: number;
  /** The one that was asked for; absent = whichever suits best. */
  readonly asked?: string;
  readonly families: readonly DesignFamily[];
  /** Those of the ads that this one is to differ from. */
  readonly others: readonly string[];
  /** Names of the shop's trade and of its family of trades. */
  readonly trades: readonly string[];
  /** What was decided before: it is taken where it is of this size. */
  readonly decided?: DesignLayout;
}

interface Outputs {
  /** Absent where no family takes the request. */
  readonly design?: DesignLayout;
  /** What is told where none does. */
  readonly warnings: readonly LocalizedText[];
}

/** Decides an ad's design: which family takes it, where everything stands, and in which colours. */
export class DesignNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'DesignNode';
  readonly version = 2;
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
    if (holds) return { design: decided, warnings: [] };
    const found = await this.#find(inputs, context);
    return 'design' in found ? { design: found.design, warnings: [] } : { warnings: found.warnings };
  }

  async #find(inputs: Omit<Inputs, 'decided'>, context: NodeContext): Promise<ComposedDesign> {
    const { brief, brand, qr, heroes, pictures, size, seed, choice, families, others, asked } = inputs;
    return context.render.run(
      'compose-design',
      {
        size,
        copy: brief.copy,
        statements: brief.statements,
        ...defined({ shopName: brand?.shopName, qr }),
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
        trades: inputs.trades,
        seed: choice,
        ...defined({ asked }),
        others,
        families,
        faces: this.#faces,
      },
      { signal: context.signal },
    );
  }
}
