import type { Said } from '../ad/locale.ts';
import type { Frame } from './frame.ts';
import type { Stand } from './place-products.ts';
import type { ProductLayoutRequest } from './request.ts';
export function whyProducts(request: ProductLayoutRequest, frame: Frame, stands: readonly Stand[]): Said[] {
  void request;
  void frame;
  void stands;
  return [];
}
