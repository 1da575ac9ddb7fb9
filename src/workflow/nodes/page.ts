import type { Brief } from '../../ad/brief.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { PageOrder } from '../../ad/page.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { Palette } from '../../ad/scene.ts';
import { pageBrief } from '../../pages/page-brief.ts';
import { BaseNode } from '../base-node.ts';

interface Inputs {
  /** Of the whole request. */
  readonly brief: Brief;
  readonly page: PageOrder;
  readonly request: Pick<AdRequest, 'parts' | 'brand' | 'copy' | 'photos'>;
}

/** As those of the node that reads the request. */
interface Outputs extends Brief {
  readonly brief: Brief;
  readonly palette: Palette;
  readonly sceneWhy: readonly LocalizedText[];
}

/** Decides what stands on one of a request's pages. */
export class PageNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'PageNode';
  readonly version = 1;

  async process({ brief: whole, page, request }: Inputs): Promise<Outputs> {
    const brief = pageBrief(whole, page, request);
    return { ...brief, brief, palette: brief.scene.palette, sceneWhy: brief.sceneWhy ?? [] };
  }
}
