import type { Face } from '../ad/face.ts';
import type { LayeredKind } from '../ad/place.ts';
import type { AdContent } from './ad-content.ts';
import { adLayers } from './ad-layers.ts';
import { writePsd } from './write-psd.ts';
import { type LayeredAbout, writeSvg } from './write-svg.ts';

export interface LayeredRequest {
  readonly content: AdContent;
  readonly kind: LayeredKind;
  readonly faces: readonly Face[];
  readonly about: LayeredAbout;
}

/** An ad as a file in which somebody can go on working on it, layer by layer. */
export async function layeredFile({ content, kind, faces, about }: LayeredRequest): Promise<Uint8Array> {
  const layers = adLayers(content, faces);
  if (kind === 'psd') return writePsd(content.size, layers, content.finished, about);
  return Buffer.from(await writeSvg(content.size, layers, about));
}
