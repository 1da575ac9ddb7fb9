import type { LocalizedText } from '../ad/locale.ts';
import type { FileKind, Place } from '../ad/place.ts';
import type { Raster } from '../imaging/raster.ts';
import { encodeWithin, type FileContent } from './encode-within.ts';
import { explainBare, explainCards, explainFindings } from './explain-findings.ts';
import { judge, type Overlaid } from './judge.ts';

/** What is known of a picture that is to be made a file. */
export interface PictureFacts extends FileContent {
  readonly overlaid: Overlaid;
  /** How many pictures make the set that it is of. */
  readonly pages: number;
}

/** A finished file, and what is to be told of it. */
export interface Published {
  readonly bytes: Buffer;
  readonly kind: FileKind;
  readonly warnings: readonly LocalizedText[];
}

/** Makes a picture the file that its place takes, and holds that file against the place's rules. */
export async function publish(
  image: Raster,
  place: Place,
  { overlaid, pages, ...content }: PictureFacts,
): Promise<Published> {
  const { bytes, kind, hasRecipe } = await encodeWithin(image, place, content);
  const findings = await judge(bytes, place, overlaid);
  return {
    bytes,
    kind,
    warnings: [
      ...explainBare(place),
      ...explainCards(place, pages),
      ...(hasRecipe ? [] : [NO_RECIPE]),
      ...explainFindings(findings, place),
    ],
  };
}

const NO_RECIPE: LocalizedText = {
  ko: '용량 제한 때문에 파일 안에 레시피는 넣지 않았어요.',
  en: 'The place’s size limit left no room for the recipe in the file.',
};
