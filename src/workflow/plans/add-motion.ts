import type { DesignLayout } from '../../ad/design.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Recipe } from '../../ad/recipe.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignPictures } from '../../design/paint/paint-design.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { loopKindFor } from '../../publish/fit-loop.ts';
import { LoopFileNode } from '../nodes/loop-file.ts';
import { MotionNode } from '../nodes/motion.ts';
import { SaveLoopNode } from '../nodes/save-loop.ts';
import type { Ref } from '../ref.ts';
import type { MotionHandles, PlanInput } from './plan.ts';

/** A finished ad, and what it was made of. */
interface Finished {
  readonly still: Ref<Raster>;
  readonly lettered: Ref<Raster>;
  readonly words: Ref<TextLayout> | undefined;
  readonly recipe: Ref<Recipe | undefined>;
  /** A design and what it shows, or a scene. */
  readonly design?: DesignLayout;
  readonly heroes?: Ref<DesignPictures['heroes']> | DesignPictures['heroes'];
  readonly photos?: Ref<DesignPictures['photos']> | DesignPictures['photos'];
  readonly image?: Ref<Raster>;
  readonly background?: Ref<Raster> | undefined;
  readonly product?: Ref<Matte> | undefined;
}

/** Has an ad move that was asked to: one motion, and the files that are asked for, else the one that its place takes. */
export function addMotion(
  { workflow, request, faces, motions, loopKind, pictures, place, name }: PlanInput,
  { recipe, ...picture }: Finished,
): MotionHandles | undefined {
  const { motion: asked, motionFiles = [loopKindFor(place, loopKind)] } = request;
  // Whoever named no file is to see it move even where no video can be made.
  const instead = request.motionFiles === undefined ? 'gif' : undefined;
  // Paper stands still.
  if (asked === undefined || place?.print !== undefined) return undefined;
  const { loop: first, why } = workflow.add(new MotionNode(faces, motions), {
    ...defined(picture),
    asked,
    ...defined({ safe: place?.safe?.is }),
  });
  // One file after another: each takes the threads, and memory for its frames.
  let loop = first;
  const loops = motionFiles.map((kind) => {
    const { file, made, frames, size, warnings } = workflow.add(new LoopFileNode(), {
      loop,
      kind,
      recipe,
      ...defined({ place, instead }),
    });
    const kept = workflow.add(new SaveLoopNode(pictures), {
      loop,
      kind: made,
      file,
      frames,
      size,
      ...defined({ place, name }),
    });
    loop = kept.loop;
    return { saved: kept.saved, warnings: [warnings, kept.warnings] };
  });
  return { why, loops };
}
