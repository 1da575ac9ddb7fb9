import type { DesignLayer, DesignLayout, HeroSource, PhotoSource } from '../ad/design.ts';
import type { Box } from '../ad/geometry.ts';

/** A block's design, and the request's photo that it knows as its first; absent = it knows them as they are. */
export interface StackedBlock {
  readonly design: DesignLayout;
  readonly photo?: number;
}

/** Designs of one width under one another, as one. */
export function stackDesigns(blocks: readonly StackedBlock[]): DesignLayout {
  const [first] = blocks;
  if (first === undefined) throw new RangeError('A page has at least one block');
  const moved = blocks.map(({ design, photo }, i) => {
    const top = blocks.slice(0, i).reduce((sum, { design: { size } }) => sum + size.height, 0);
    return movedDesign(design, top, photo);
  });
  const logo = moved.find((design) => design.logo !== undefined)?.logo;
  const parts = moved.flatMap(({ parts = [] }) => parts);
  return {
    family: first.design.family,
    size: {
      width: first.design.size.width,
      height: blocks.reduce((sum, { design: { size } }) => sum + size.height, 0),
    },
    layers: moved.flatMap(({ layers }) => layers),
    blocks: moved.flatMap((design) => design.blocks),
    productBoxes: moved.flatMap(({ productBoxes }) => productBoxes),
    ...(logo === undefined ? {} : { logo }),
    ...(parts.length === 0 ? {} : { parts }),
    why: first.design.why,
    warnings: moved.flatMap(({ warnings }) => warnings),
  };
}

function movedDesign(design: DesignLayout, top: number, photo: number | undefined): DesignLayout {
  const down = <B extends Box>(box: B): B => ({ ...box, y: box.y + top });
  return {
    ...design,
    layers: design.layers.map((layer) => ofPhoto(movedLayer(layer, down, top), photo)),
    blocks: design.blocks.map((block) => ({ ...block, box: down(block.box) })),
    productBoxes: design.productBoxes.map(down),
    ...(design.logo === undefined ? {} : { logo: down(design.logo) }),
    ...(design.parts === undefined
      ? {}
      : {
          parts: design.parts.map((part) => ({
            ...part,
            box: down(part.box),
            ...(part.sheet === undefined ? {} : { sheet: down(part.sheet) }),
          })),
        }),
  };
}

function movedLayer(layer: DesignLayer, down: (box: Box) => Box, top: number): DesignLayer {
  const moved = { ...layer, box: down(layer.box) };
  return moved.kind === 'rays' ? { ...moved, centre: { ...moved.centre, y: moved.centre.y + top } } : moved;
}

/** The layer with the request's photo in the place of the block's first. */
function ofPhoto(layer: DesignLayer, photo: number | undefined): DesignLayer {
  if (photo === undefined) return layer;
  const named = (source: PhotoSource): PhotoSource => (source === 0 ? photo : source);
  const hero = (source: HeroSource): HeroSource =>
    source.kind === 'photo' && source.photo === 0 ? { kind: 'photo', photo } : source;
  if (layer.kind === 'picture') return { ...layer, photo: named(layer.photo) };
  if (layer.kind === 'hero') return { ...layer, source: hero(layer.source) };
  return layer.kind === 'pattern' ? { ...layer, sources: layer.sources.map(hero) } : layer;
}
