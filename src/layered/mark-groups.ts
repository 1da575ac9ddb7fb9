import type { DesignPart } from '../ad/design-part.ts';
import type { Face } from '../ad/face.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { drawPart } from '../design/parts/paint-part.ts';
import { inBlack, paintSheet } from '../design/scene/paint-parts.ts';
import { luminance } from '../imaging/colour.ts';
import type { Raster } from '../imaging/raster.ts';
import { paintNotice } from '../typography/draw-notice.ts';
import { paintGround, paintLetters } from '../typography/paint-block.ts';
import type { Pen } from '../typography/pen.ts';
import type { Mark } from '../vector/marks.ts';
import { RecordingPen } from '../vector/recording-pen.ts';
import type { AdContent } from './ad-content.ts';
import { PART_TITLES, SLOT_TITLES } from './layer-titles.ts';

/** What belongs together of an ad's words, drawn as paths and text. */
export interface MarkGroup {
  readonly title: LocalizedText;
  readonly marks: readonly Mark[];
  /** What it letters, where it is a block of words. */
  readonly block?: TextBlock;
}

/**
 * All of an ad that is drawn with a pen, from the back to the front: words with their grounds, QR code, menu, notice.
 *
 * @param options.codesInBlack whether QR codes are in nothing but black and white, as presses print them sharpest
 */
export function markGroups(
  { text, placed, notice, finished }: AdContent,
  faces: readonly Face[],
  { codesInBlack = false }: { readonly codesInBlack?: boolean } = {},
): readonly MarkGroup[] {
  const words = (text?.blocks ?? []).map((block) => ({
    title: SLOT_TITLES[block.slot],
    block,
    marks: recorded((pen) => {
      paintGround(pen, block, faces);
      paintLetters(pen, block, faces);
    }),
  }));
  const parts = placed.map((given) => {
    const one = codesInBlack ? inBlack(given) : given;
    return {
      title: titleOf(one.part),
      marks: recorded((pen) => {
        paintSheet(pen, one);
        if (!drawPart(pen, one, faces)) throw new RangeError(`No pen draws a ${one.part.kind}`);
      }),
    };
  });
  const said =
    notice === undefined
      ? []
      : [
          {
            title: PART_TITLES.notice,
            marks: recorded((pen) =>
              paintNotice(pen, notice.text, notice.box, isLight(finished, notice.box), faces[0]),
            ),
          },
        ];
  return [...words, ...parts, ...said];
}

const titleOf = ({ kind }: DesignPart): LocalizedText =>
  kind === 'qr' || kind === 'menu' ? PART_TITLES[kind] : { ko: kind, en: kind };

function recorded(draw: (pen: Pen) => void): readonly Mark[] {
  const pen = new RecordingPen();
  draw(pen);
  return pen.marks;
}

/** Whether a notice's pill is the light one: its left end, inside of the round and before the letters. */
function isLight({ width, data }: Raster, box: NonNullable<AdContent['notice']>['box']): boolean {
  const at = 4 * (Math.round(box.y + box.height / 2) * width + Math.round(box.x + box.height / 5));
  return luminance([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]) > 0.5;
}
