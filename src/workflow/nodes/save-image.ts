import type { Face } from '../../ad/face.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Place } from '../../ad/place.ts';
import type { Recipe } from '../../ad/recipe.ts';
import type { AdFile, SavedImage } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import { encodePng } from '../../imaging/encode-png.ts';
import type { Raster } from '../../imaging/raster.ts';
import { XMP_KEYWORD, xmpPacket } from '../../imaging/xmp.ts';
import type { AdContent } from '../../layered/ad-content.ts';
import type { PrintRequest } from '../../print/print-sheet.ts';
import { explainFindings } from '../../publish/explain-findings.ts';
import {
  type FinishedAd,
  isUnsaid,
  overlaidOn,
  qrOn,
  recipeFrom,
  titleOf,
} from '../../publish/finished-ad.ts';
import { labelsOf } from '../../publish/labels.ts';
import { publish } from '../../publish/publish.ts';
import type { PictureKind, PictureStore } from '../../storage/picture-store.ts';
import { BaseNode, type NodeContext } from '../base-node.ts';

interface Inputs extends FinishedAd {
  readonly image: Raster;
  readonly kind: PictureKind;
  /** Where it goes, which decides what file it becomes; absent = a PNG. */
  readonly place?: Place;
  /** The picture that this one was made from. */
  readonly origin?: SavedImage;
  /** What it was drawn from, where its file holds it layer by layer. */
  readonly content?: AdContent;
  /** Of the file, without its ending; by default the picture is named after its pixels. */
  readonly name?: string;
}

interface Outputs {
  readonly saved: SavedImage;
  /** What the file carries. */
  readonly recipe?: Recipe;
  /** What its place would not take, and what was left off for it. */
  readonly warnings: readonly LocalizedText[];
}

/** Keyword of the recipe in a PNG's text. */
export const RECIPE_KEYWORD = 'Recipe';

/** Writes a picture to the disk, named after its pixels; an ad with its labels, and as its place wants it. */
export class SaveImageNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'SaveImageNode';
  readonly version = 1;
  override readonly cacheable = false;
  readonly #pictures: PictureStore;

  readonly #faces: readonly Face[];

  /** @param faces the faces that ads may be set in; none where what is saved has no words */
  constructor(pictures: PictureStore, faces: readonly Face[] = []) {
    super();
    this.#pictures = pictures;
    this.#faces = faces;
  }

  async process(inputs: Inputs, context: NodeContext): Promise<Outputs> {
    const { image, kind, origin, name, place } = inputs;
    const recipe = recipeFrom(inputs);
    const { saved, warnings } =
      recipe === undefined
        ? { saved: await this.#pictures.save(image, kind, {}, name), warnings: [] }
        : place === undefined
          ? { saved: await this.#saveLabelled(inputs, recipe), warnings: [] }
          : await this.#saveForPlace(inputs, recipe, place, context);
    const layered = await this.#saveLayers(inputs, saved, recipe, context);
    const files = [...(saved.files ?? []), ...layered.files];
    return {
      saved: {
        ...saved,
        ...defined({ origin: origin?.path, files: files.length === 0 ? undefined : files }),
      },
      ...defined({ recipe }),
      warnings: [
        ...warnings,
        ...layered.warnings,
        ...(recipe !== undefined && isUnsaid(inputs, recipe) ? [UNSAID] : []),
      ],
    };
  }

  /** The files that were asked for besides, in which somebody can go on working on the ad. */
  async #saveLayers(
    { content, place }: Inputs,
    { path }: SavedImage,
    recipe: Recipe | undefined,
    { render, signal }: NodeContext,
  ): Promise<{ readonly files: readonly AdFile[]; readonly warnings: readonly LocalizedText[] }> {
    const kinds = recipe?.request.layers ?? [];
    if (recipe === undefined || kinds.length === 0) return { files: [], warnings: [] };
    if (content === undefined) return { files: [], warnings: [NO_LAYERS] };
    const labels = labelsOf(recipe, place);
    const about = {
      title: titleOf(recipe),
      alt: labels.alt,
      language: recipe.request.locale,
      xmp: xmpPacket(labels),
    };
    const files: AdFile[] = [];
    for (const kind of kinds) {
      const bytes = await render.run(
        'layered-file',
        { content, kind, faces: this.#faces, about },
        { signal },
      );
      files.push(await this.#pictures.saveBeside(path, kind, bytes));
    }
    return { files, warnings: [] };
  }

  #saveLabelled({ image, kind, name }: Inputs, recipe: Recipe): Promise<SavedImage> {
    const text = { [XMP_KEYWORD]: xmpPacket(labelsOf(recipe)), [RECIPE_KEYWORD]: JSON.stringify(recipe) };
    return this.#pictures.save(image, kind, text, name);
  }

  async #saveForPlace(
    inputs: Inputs,
    recipe: Recipe,
    place: Place,
    context: NodeContext,
  ): Promise<Pick<Outputs, 'saved' | 'warnings'>> {
    const { image, name, content } = inputs;
    if (place.print !== undefined && content !== undefined)
      return this.#saveSheet(inputs, recipe, place, { content, sheet: place.print.is }, context);
    const { bytes, kind, warnings } = await publish(image, place, {
      pages: recipe.request.page?.of ?? 1,
      labels: labelsOf(recipe, place),
      recipe: { keyword: RECIPE_KEYWORD, text: JSON.stringify(recipe) },
      overlaid: overlaidOn(inputs),
    });
    const saved = await this.#pictures.saveFile(bytes, kind, image, name);
    const code = qrOn(inputs, recipe);
    const { render, signal } = context;
    const reads =
      code === undefined || (await render.run('read-qr-in-file', { bytes, content: code }, { signal }));
    return { saved, warnings: reads ? warnings : [...warnings, UNREAD] };
  }

  /** As a document for a press, and a picture of it beside it that can be looked at anywhere. */
  async #saveSheet(
    inputs: Inputs,
    recipe: Recipe,
    place: Place,
    printed: Pick<PrintRequest, 'content' | 'sheet'>,
    { render, signal }: NodeContext,
  ): Promise<Pick<Outputs, 'saved' | 'warnings'>> {
    const { image, name } = inputs;
    const labels = labelsOf(recipe, place);
    const { locale } = recipe.request;
    const { bytes, warnings } = await render.run(
      'print-sheet',
      {
        ...printed,
        faces: this.#faces,
        about: {
          title: `${titleOf(recipe)} (${place.names[locale]})`,
          language: locale,
          xmp: xmpPacket({ ...labels, recipe: JSON.stringify(recipe) }),
        },
      },
      { signal },
    );
    const judged = { bytes, place, overlaid: overlaidOn(inputs) };
    const findings = await render.run('judge-file', judged, { signal });
    const saved = await this.#pictures.saveFile(bytes, 'pdf', image, name);
    const text = { [XMP_KEYWORD]: xmpPacket(labels), [RECIPE_KEYWORD]: JSON.stringify(recipe) };
    const shown = await this.#pictures.saveBeside(saved.path, 'png', await encodePng(image, text));
    return {
      saved: { ...saved, files: [shown] },
      warnings: [
        ...warnings,
        ...explainFindings(findings, place),
        ...(recipe.request.motion === undefined ? [] : [ON_PAPER]),
      ],
    };
  }
}

const NO_LAYERS: LocalizedText = {
  ko: '글자가 없는 사진 한 장이라 나눌 레이어가 없어요. 그림 파일만 저장했어요.',
  en: 'This is one picture without text, so there are no layers to save: only the picture was.',
};

const ON_PAPER: LocalizedText = {
  ko: '종이에 찍는 것이라 움직이는 그림은 만들지 않았어요.',
  en: 'This goes on paper, so nothing moves: there is no file in motion.',
};

const UNREAD: LocalizedText = {
  ko: '올릴 곳의 용량 제한 때문에 작아진 파일에서 QR 코드가 읽히지 않아요. QR 코드 없이 쓰거나 더 큰 파일을 받는 곳에 올려 주세요.',
  en: 'The QR code cannot be read in the file, which the place’s size limit made coarse. Do without it there, or use a place that takes larger files.',
};

const UNSAID: LocalizedText = {
  ko: 'AI 모델이 그린 그림인데 글자를 넣지 않는 그림이라, 그 표시는 파일 정보에만 적었어요. 올릴 때 글로 함께 알려 주세요.',
  en: 'An AI model drew in this picture. It takes no text, so only the file’s metadata says it: please say so where you post it.',
};
