import type { DesignLayout } from '../ad/design.ts';
import type { Face } from '../ad/face.ts';
import type { TextLayout } from '../ad/layout.ts';
import type { Place } from '../ad/place.ts';
import type { AdjustDesignRequest } from '../adjust/adjust-design.ts';
import type { AdjustSceneRequest } from '../adjust/adjust-scene.ts';
import type { DesignRequest } from '../design/design-request.ts';
import type { PictureUse } from '../design/order-picture.ts';
import type { DesignPictures } from '../design/paint/paint-design.ts';
import type { PaintPartsRequest } from '../design/scene/paint-parts.ts';
import type { PlacePartsRequest } from '../design/scene/place-parts.ts';
import type { CompositeRequest } from '../imaging/composite/composite.ts';
import type { CutOutRequest } from '../imaging/cutout/cut-out.ts';
import type { ModelViewRequest } from '../imaging/cutout/model-view.ts';
import type { RefinementCropRequest } from '../imaging/cutout/refinement-crop.ts';
import type { FinishRequest } from '../imaging/finish-picture.ts';
import type { ExaminedPhoto } from '../imaging/photo/examine-photo.ts';
import type { DecodeRequest } from '../imaging/photo/photo-reader.ts';
import type { Plane, Raster } from '../imaging/raster.ts';
import type { LayeredRequest } from '../layered/layered-file.ts';
import type { ProductAdvice } from '../layout/advised-placement.ts';
import type { CropRequest } from '../layout/crop-product.ts';
import type { TextAdvice } from '../layout/repair-text-layout.ts';
import type { ProductLayoutRequest, TextLayoutRequest } from '../layout/request.ts';
import type { LogoRequest } from '../layout/set-logo.ts';
import type { NoticeRequest } from '../layout/set-notice.ts';
import type { LoopRequest } from '../motion/compose-loop.ts';
import type { FramePartsRequest, FrameRange } from '../motion/encode-frames.ts';
import type { Loop } from '../motion/loop.ts';
import type { PrintRequest } from '../print/print-sheet.ts';
import type { JudgedFile } from '../publish/judge.ts';
import type { JudgedLoop } from '../publish/judge-loop.ts';
import type { RestyleOptions } from '../studio/restyle/restyle.ts';
import type { SceneRequest } from '../studio/scene.ts';
import type { StripRequest } from '../typography/draw-thing-strip.ts';
import { NOTHING, type OnStep } from './serve-tasks.ts';

/**
 * All that the pool's threads can do: pixel work that takes longer than the bot's event loop may be held.
 * A task imports its code when it is first asked for, so that a thread starts at once.
 *
 * Inputs and outputs are plain data; the memory of rasters, mattes and planes is shared, not copied.
 */
export const tasks = {
  /** Has a thread there, and no more. */
  [NOTHING]: async () => {},
  /** Loads what scenery needs, so that the first does not wait for it. */
  'load-scenery': async () => {
    await import('../studio/render-backdrop.ts');
  },
  /** Loads what an ad needs after that. */
  'load-the-rest': async ({ photos }: { readonly photos: boolean }) => {
    const words = [import('../layout/place-text.ts'), import('../typography/draw.ts')];
    const products = () => [
      import('../layout/place-products.ts'),
      import('../imaging/composite/composite.ts'),
    ];
    await Promise.all([...words, ...(photos ? products() : [])]);
  },
  /** Decodes a file that somebody gave us. */
  'decode-photo': async (request: DecodeRequest) =>
    (await import('../imaging/photo/photo-reader.ts')).decodeHere.decode(request),
  /** Decodes one to its end, and answers what is kept of it. */
  'keep-photo': async (photo: ExaminedPhoto) =>
    (await import('../imaging/photo/photo-reader.ts')).decodeHere.keep(photo),
  /** Takes off a photo what is around it. */
  'prepare-photo': async ({ photo, maxSide }: { readonly photo: Raster; readonly maxSide?: number }) =>
    (await import('../imaging/photo/prepare/prepare-photo.ts')).preparePhoto(photo, maxSide),
  'enlarge-small': async (product: Raster) =>
    (await import('../imaging/photo/prepare/enlarge-small.ts')).enlargeSmall(product),
  /** Loads what photos of products need to be cut out. */
  'load-cutting': async () => {
    await Promise.all([import('../imaging/cutout/model-view.ts'), import('../imaging/cutout/cut-out.ts')]);
  },
  'subject-colour': async (photo: Raster) =>
    (await import('../imaging/subject-colour.ts')).subjectColour(photo),
  'finish-picture': async (request: FinishRequest) =>
    (await import('../imaging/finish-picture.ts')).finishPicture(request),
  backdrop: async (request: SceneRequest) =>
    (await import('../studio/render-backdrop.ts')).renderBackdrop(request),
  restyle: async (options: RestyleOptions) => (await import('../studio/restyle/restyle.ts')).restyle(options),
  composite: async (request: CompositeRequest) =>
    (await import('../imaging/composite/composite.ts')).composite(request),
  'cut-out': async (request: CutOutRequest, onStep: OnStep) =>
    (await import('../imaging/cutout/cut-out.ts')).cutOut(request, onStep),
  /** What the pixels say of a photo, while a model looks at it. */
  'segment-by-rules': async (photo: Raster) =>
    (await import('../imaging/cutout/segment-by-rules.ts')).segmentMeanwhile(photo),
  /** What a model is shown of a photo. */
  'model-view': async (request: ModelViewRequest) =>
    (await import('../imaging/cutout/model-view.ts')).modelView(request),
  /** What most of a model's looks at one photo say. */
  'median-map': async (maps: readonly Plane[]) => (await import('../imaging/cutout/looks.ts')).medianOf(maps),
  /** Where a model should look at a photo once more. */
  'refinement-crop': async (request: RefinementCropRequest) =>
    (await import('../imaging/cutout/refinement-crop.ts')).refinementCrop(request),
  crop: async (cutout: CropRequest) => (await import('../layout/crop-product.ts')).cropProduct(cutout),
  'place-products': async ({ request, advice }: PlaceProductsRequest) =>
    (await import('../layout/place-products.ts')).placeProducts(request, advice),
  'place-text': async ({ request, faces }: { request: TextLayoutRequest; faces: readonly Face[] }) =>
    (await import('../layout/place-text.ts')).placeText(request, faces),
  'weigh-text-advice': async ({ request, advice, faces }: WeighTextRequest) =>
    (await import('../layout/weigh-text-advice.ts')).weighTextAdvice(request, advice, faces),
  'thing-strip': async (request: StripRequest) =>
    (await import('../typography/draw-thing-strip.ts')).drawThingStrip(request),
  'place-parts': async ({ request, faces }: { request: PlacePartsRequest; faces: readonly Face[] }) =>
    (await import('../design/scene/place-parts.ts')).placeParts(request, faces),
  'paint-parts': async ({ request, faces }: { request: PaintPartsRequest; faces: readonly Face[] }) =>
    (await import('../design/scene/paint-parts.ts')).paintParts(request, faces),
  'read-qr-in-file': async ({ bytes, content }: { readonly bytes: Uint8Array; readonly content: string }) =>
    (await import('../design/parts/read-qr.ts')).qrReadsInFile(bytes, content),
  'set-logo': async (request: LogoRequest) => (await import('../layout/set-logo.ts')).setLogo(request),
  'set-notice': async (request: NoticeRequest) =>
    (await import('../layout/set-notice.ts')).setNotice(request),
  'icon-picture': async (id: string) => (await import('../studio/icons/icon-picture.ts')).iconPicture(id),
  'compose-design': async (request: DesignRequest) =>
    (await import('../design/compose-design.ts')).findDesign(request),
  'order-picture': async ({ request, use }: OrderPictureRequest) =>
    (await import('../design/order-picture.ts')).orderPicture(request, use),
  /** Where a picture that nobody described shows what it is about. */
  'find-subject': async (image: Raster) =>
    new (await import('../layout/picture-map.ts')).PictureMap(image).subjectBox(),
  'paint-design': async ({ layout, pictures }: PaintDesignRequest) =>
    (await import('../design/paint/paint-design.ts')).paintDesign(layout, pictures),
  /** A design as somebody has moved it. */
  'adjust-design': async (request: AdjustDesignRequest) =>
    (await import('../adjust/adjust-design.ts')).adjustDesign(request),
  'adjust-scene': async (request: AdjustSceneRequest) =>
    (await import('../adjust/adjust-scene.ts')).adjustScene(request),
  /** An ad layer by layer. */
  'layered-file': async (request: LayeredRequest) =>
    (await import('../layered/layered-file.ts')).layeredFile(request),
  /** A sheet for a press. */
  'print-sheet': async (request: PrintRequest) =>
    (await import('../print/print-sheet.ts')).printSheet(request),
  /** Holds a finished file against the rules of its place. */
  'judge-file': async ({ bytes, place, overlaid }: JudgedFile) =>
    (await import('../publish/judge.ts')).judge(bytes, place, overlaid),
  'judge-loop': async ({ place, ...loop }: JudgedLoop & { readonly place?: Place }) =>
    (await import('../publish/judge-loop.ts')).judgeLoop(loop, place),
  /** Takes a finished ad apart into what moves and what does not. */
  'compose-loop': async (request: LoopRequest) =>
    (await import('../motion/compose-loop.ts')).composeLoop(request),
  'scale-loop': async ({ loop, scale }: { readonly loop: Loop; readonly scale: number }) =>
    (await import('../motion/scale-loop.ts')).scaleLoop(loop, scale),
  'loop-palette': async ({ loop, colours }: { readonly loop: Loop; readonly colours: number }) =>
    (await import('../motion/encode-frames.ts')).loopPalette(loop, colours),
  'frame-parts': async (request: FramePartsRequest) =>
    (await import('../motion/encode-frames.ts')).frameParts(request),
  'whole-frames': async (request: FrameRange) =>
    (await import('../motion/encode-frames.ts')).wholeFrames(request),
  'draw-text': async ({ image, layout, faces }: DrawRequest) =>
    (await import('../typography/draw.ts')).drawText(image, layout, faces),
} as const;

interface PlaceProductsRequest {
  readonly request: ProductLayoutRequest;
  readonly advice?: ProductAdvice;
}

interface WeighTextRequest {
  readonly request: TextLayoutRequest;
  readonly advice: TextAdvice;
  readonly faces: readonly Face[];
}

interface OrderPictureRequest {
  readonly request: DesignRequest;
  readonly use: PictureUse;
}

interface PaintDesignRequest {
  readonly layout: DesignLayout;
  readonly pictures: DesignPictures;
}

interface DrawRequest {
  readonly image: Raster;
  readonly layout: TextLayout;
  readonly faces: readonly Face[];
}

export type TaskName = keyof typeof tasks;
export type TaskInput<K extends TaskName> = Parameters<(typeof tasks)[K]>[0];
export type TaskOutput<K extends TaskName> = Awaited<ReturnType<(typeof tasks)[K]>>;
