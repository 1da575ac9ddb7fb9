import type { DesignLayout } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import { ANY_MOTION, type NamedMotion } from '../../ad/motion.ts';
import type { Insets } from '../../ad/place.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignPictures } from '../../design/paint/paint-design.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import type { Loop } from '../../motion/loop.ts';
import type { DesignedPicture, ScenePicture } from '../../motion/picture.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  /** The finished ad. */
  readonly still: Raster;
  /** As it was with its words and before anything else was set on it. */
  readonly lettered: Raster;
  readonly words?: TextLayout;
  /** What the words lie on. */
  readonly design?: DesignLayout;
  readonly heroes?: DesignPictures['heroes'];
  readonly photos?: DesignPictures['photos'];
  readonly image?: Raster;
  readonly background?: Raster;
  readonly product?: Matte;
  /** A key of the motions, or ANY_MOTION. */
  readonly asked: string;
  readonly safe?: Insets;
}

interface Outputs {
  readonly loop: Loop;
  readonly why: readonly LocalizedText[];
}

/** Decides how an ad moves. */
export class MotionNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'MotionNode';
  readonly version = 1;
  /** What it makes is all of the ad's pictures once more, in a third of a second. */
  override readonly cacheable = false;
  readonly #faces: readonly Face[];
  readonly #motions: readonly NamedMotion[];

  constructor(faces: readonly Face[], motions: readonly NamedMotion[]) {
    super();
    this.#faces = faces;
    this.#motions = motions;
  }

  async process(
    { asked, still, lettered, words, safe, ...shown }: Inputs,
    context: NodeContext,
  ): Promise<Outputs> {
    const motion = this.#motionFor(asked, words);
    const loop = await context.render.run(
      'compose-loop',
      {
        still,
        lettered,
        picture: pictureOf(shown),
        score: motion,
        faces: this.#faces,
        ...defined({ words, safe }),
      },
      { signal: context.signal },
    );
    return { loop, why: [motion.why] };
  }

  /** Where none is asked for, an offer is lively and all else is calm: the second and the first of the list. */
  #motionFor(asked: string, words: TextLayout | undefined): NamedMotion {
    const [calm, lively = calm] = this.#motions;
    const isOffer = words?.blocks.some(({ slot }) => slot === 'badge') ?? false;
    const found =
      asked === ANY_MOTION ? (isOffer ? lively : calm) : this.#motions.find(({ key }) => key === asked);
    const motion = found ?? calm;
    if (motion === undefined) throw new RangeError('There are no motions');
    return motion;
  }
}

function pictureOf({
  design,
  heroes = [],
  photos = [],
  image,
  background,
  product,
}: Pick<Inputs, 'design' | 'heroes' | 'photos' | 'image' | 'background' | 'product'>):
  | DesignedPicture
  | ScenePicture {
  if (design !== undefined) return { kind: 'design', design, pictures: { heroes, photos } };
  if (image === undefined) throw new RangeError('A moving ad is made of a design or of a scene');
  return { kind: 'scene', image, ...defined({ background, product }) };
}
