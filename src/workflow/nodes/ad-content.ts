import type { DesignLayout } from '../../ad/design.ts';
import type { PlacedPart } from '../../ad/design-part.ts';
import type { Box } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Locale } from '../../ad/locale.ts';
import { NOTICE } from '../../ad/notice.ts';
import { defined } from '../../collections/defined.ts';
import type { HeroMaterial, PictureMaterial } from '../../design/design-request.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { AdContent } from '../../layered/ad-content.ts';
import { BaseNode } from '../base-node.ts';

interface Inputs {
  /** A design with what it shows; absent = `picture` is what lies behind the words. */
  readonly design?: DesignLayout;
  readonly heroes?: readonly HeroMaterial[];
  readonly photos?: readonly PictureMaterial[];
  /** The ad before its words. */
  readonly picture: Raster;
  readonly text?: TextLayout;
  /** In the order in which they are drawn. */
  readonly placed: readonly PlacedPart[];
  readonly morePlaced?: readonly PlacedPart[];
  readonly logo?: Raster;
  readonly logoBox?: Box | undefined;
  readonly beforeLogo: Raster;
  readonly notice?: Box | undefined;
  readonly locale: Locale;
  readonly finished: Raster;
}

interface Outputs {
  readonly content: AdContent;
}

/** Brings together all that an ad was drawn from, for those files that hold it layer by layer. */
export class AdContentNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'AdContentNode';
  readonly version = 1;
  override readonly cacheable = false;

  async process(inputs: Inputs): Promise<Outputs> {
    const { design, heroes = [], photos = [], picture, text, placed, morePlaced = [] } = inputs;
    const { logo, logoBox, beforeLogo, notice, locale, finished } = inputs;
    const { width, height } = picture;
    return {
      content: {
        size: { width, height },
        ground:
          design === undefined
            ? { kind: 'picture', image: picture }
            : { kind: 'design', layout: design, pictures: { heroes, photos } },
        placed: [...placed, ...morePlaced],
        finished,
        ...defined({
          text,
          logo:
            logo === undefined || logoBox === undefined
              ? undefined
              : { image: logo, box: logoBox, before: beforeLogo },
          notice: notice && { text: NOTICE[locale], box: notice },
        }),
      },
    };
  }
}
