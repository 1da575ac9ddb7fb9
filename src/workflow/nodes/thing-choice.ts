import type { Face } from '../../ad/face.ts';
import type { ThingChoice } from '../../ad/result.ts';
import type { Thing } from '../../imaging/cutout/cutout.ts';
import { thingTitles } from '../../imaging/cutout/things/thing-titles.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { PictureStore } from '../../storage/picture-store.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs {
  readonly photos: readonly Raster[];
  /** What was found in each photo. */
  readonly things: readonly (readonly Thing[])[];
  /** Which of them were cut out, by index. */
  readonly picked: readonly (readonly number[])[];
  /** Whether the cut-outs are in the ad, and not the photos as they are. */
  readonly kind: 'cut-out' | 'photo-card';
}

interface Outputs {
  /** Absent where each photo shows one thing. */
  readonly choice?: ThingChoice;
}

/** Where photos show several things, draws and keeps a strip of them, of which people choose. */
export class ThingChoiceNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'ThingChoiceNode';
  readonly version = 1;
  override readonly cacheable = false;
  readonly #pictures: PictureStore;
  readonly #faces: readonly Face[];

  constructor(pictures: PictureStore, faces: readonly Face[]) {
    super();
    this.#pictures = pictures;
    this.#faces = faces;
  }

  async process({ photos, things, picked, kind }: Inputs, context: NodeContext): Promise<Outputs> {
    const several = photos.flatMap((photo, index) => {
      const found = things[index] ?? [];
      if (found.length < 2) return [];
      return [{ photo, index, found, picked: kind === 'cut-out' ? (picked[index] ?? []) : [] }];
    });
    if (several.length === 0) return {};
    const rows = several.map(({ photo, found, picked: chosen }) => ({
      photo,
      boxes: found.map(({ box }) => box),
      picked: chosen,
    }));
    const image = await context.render.run(
      'thing-strip',
      { rows, faces: this.#faces },
      { signal: context.signal },
    );
    return {
      choice: {
        photos: several.map(({ index, found, picked: chosen }) => ({
          photo: index,
          titles: thingTitles(found),
          picked: chosen,
        })),
        strip: await this.#pictures.save(image, 'choice'),
      },
    };
  }
}
