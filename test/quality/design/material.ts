import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Brief } from '../../../src/ad/brief.ts';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import type { AdRequest } from '../../../src/ad/request.ts';
import { defined } from '../../../src/collections/defined.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import type { BackgroundRemover } from '../../../src/engines/ports.ts';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { preparePhoto } from '../../../src/imaging/photo/prepare/prepare-photo.ts';
import type { Matte, Raster } from '../../../src/imaging/raster.ts';
import { subjectColour } from '../../../src/imaging/subject-colour.ts';
import { cropProduct } from '../../../src/layout/crop-product.ts';
import type { Mood } from '../../../src/presets/mood.ts';
import type { Presets } from '../../../src/presets/presets.ts';
import {
  DesignMaterialNode,
  type DesignMaterialOutputs,
} from '../../../src/workflow/nodes/design-material.ts';
import { context } from './context.ts';
import type { JudgedRequest } from './requests.ts';

/** What an ad is made of: words alone (with an icon where one stands for them), the whole photo, or the cut-out. */
export const MATERIALS = ['none', 'photo', 'cut-out'] as const;

export type Material = (typeof MATERIALS)[number];

/** A request read, and its photo cut out, once for all ads that are made of it. */
export interface Prepared {
  readonly request: AdRequest;
  readonly brief: Brief;
  /** The brief's. */
  readonly mood?: Mood;
  /** Names of the shop's trade and of its family of trades. */
  readonly trades: readonly string[];
  readonly material: DesignMaterialOutputs;
  /** The photo with nothing but its subject; absent = it has none, or nobody can say where. */
  readonly subject?: Raster;
}

const DAY = new Date('2026-11-30T03:00:00Z');

/** Longer side that photos are reduced to. */
const SIDE = 1400;

/** A cut-out that is less sure than this tells nothing of where the subject is. */
const SURE = 0.5;

/** Reads requests and cuts photos out, each when it is first asked for. */
export class MaterialStore {
  readonly #presets: Presets;
  readonly #remover: BackgroundRemover;
  readonly #known = new Map<string, Promise<Prepared | undefined>>();
  readonly #photos = new Map<string, ReturnType<MaterialStore['cut']>>();

  constructor(presets: Presets, remover: BackgroundRemover) {
    this.#presets = presets;
    this.#remover = remover;
  }

  /** @returns undefined where a request has no such material */
  prepared(judged: JudgedRequest, material: Material): Promise<Prepared | undefined> {
    const key = `${material} ${judged.text}`;
    const found = this.#known.get(key) ?? this.#prepare(judged, material);
    this.#known.set(key, found);
    return found;
  }

  async #prepare(judged: JudgedRequest, material: Material): Promise<Prepared | undefined> {
    const { text, photo, shopName, qr } = judged;
    if (material !== 'none' && photo === undefined) return undefined;
    const cut = photo === undefined || material === 'none' ? undefined : await this.#cutOnce(photo);
    const request = parseRequest(
      {
        text,
        photos: cut === undefined ? [] : [{ sha256: 'a'.repeat(64) }],
        seed: 7,
        ...(shopName === undefined ? {} : { brand: { shopName } }),
        ...(qr === undefined ? {} : { parts: { qr } }),
      },
      this.#presets.requestRules,
    );
    const writer = createPromptWriter({ presets: this.#presets, now: () => DAY });
    const written = await writer.write(request, { signal: context.signal });
    const brief =
      cut === undefined
        ? written
        : { ...written, scene: { ...written.scene, productColour: subjectColour(cut.photo) } };
    const shown = await new DesignMaterialNode().process(
      {
        photos: cut === undefined ? [] : [cut.photo],
        products: cut === undefined ? [] : [cut.product],
        confidences: cut === undefined ? [] : [cut.confidence],
        cutEdges: cut === undefined ? [] : [cut.cutEdges],
        things: cut === undefined ? [] : [cut.things],
        picked: cut === undefined ? [] : [cut.picked],
        ...defined({ hero: brief.hero }),
      },
      context,
    );
    // Without a cut-out that can be trusted there is only the photo, and that is another material.
    if (material === 'cut-out' && shown.heroes.length === 0) return undefined;
    const heroes = material === 'photo' ? [] : shown.heroes;
    const sure = cut !== undefined && cut.confidence >= SURE;
    return {
      request,
      brief,
      trades: tradesOf(brief, this.#presets),
      material: { ...shown, heroes },
      ...(sure ? { subject: withMatte(cut.photo, cut.matte) } : {}),
      ...defined({ mood: brief.mood === undefined ? undefined : this.#presets.moods.find(brief.mood) }),
    };
  }

  #cutOnce(path: string): ReturnType<MaterialStore['cut']> {
    const found = this.#photos.get(path) ?? this.cut(path);
    this.#photos.set(path, found);
    return found;
  }

  async cut(path: string) {
    const { photo } = preparePhoto(await decodePhoto(await readFile(path), basename(path), SIDE), SIDE);
    const cutout = await this.#remover.remove(photo, { signal: context.signal });
    const { image, cutEdges } = cropProduct(cutout);
    const { confidence, things, picked, matte } = cutout;
    return { photo, product: image, cutEdges, confidence, things, picked, matte };
  }
}

export const tradesOf = ({ industry }: Brief, { industries }: Presets): readonly string[] => [
  industry,
  ...industries.rows.filter(({ key }) => key === industry).map(({ family }) => family),
];

function withMatte(photo: Raster, matte: Matte): Raster {
  const data = new Uint8ClampedArray(new SharedArrayBuffer(photo.data.length));
  data.set(photo.data);
  for (let i = 0; i < matte.data.length; i++) data[i * 4 + 3] = matte.data[i] ?? 0;
  return { width: photo.width, height: photo.height, data };
}
