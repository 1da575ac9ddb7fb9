import type { NameOf } from './scene.ts';

/** A look that an ad can have. */
export type StyleName = NameOf<'style'>;
