import type { Bench } from '../../ad/adjustment.ts';
import type { Brief } from '../../ad/brief.ts';
import type { Face } from '../../ad/face.ts';
import type { Size } from '../../ad/geometry.ts';
import type { LoopKind, NamedMotion } from '../../ad/motion.ts';
import type { Place } from '../../ad/place.ts';
import type { Decisions, Recipe } from '../../ad/recipe.ts';
import type { AdRequest, EngineChoice } from '../../ad/request.ts';
import type { AdResult } from '../../ad/result.ts';
import type { DesignFamily, Mood } from '../../design/design-request.ts';
import type { Engines, ImageEngine } from '../../engines/ports.ts';
import type { PageTrees } from '../../pages/page-family.ts';
import type { PhotoStore } from '../../storage/photo-store.ts';
import type { PictureStore } from '../../storage/picture-store.ts';
import type { RenderPool } from '../../workers/render-pool.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { Lanes } from '../lanes.ts';
import type { OnNodeEvent } from '../node-event.ts';
import type { TradeLook } from './plan.ts';

/** How one ad is to be made. */
export interface AdRun {
  readonly signal?: AbortSignal;
  readonly onEvent?: OnNodeEvent;
  /** Where nodes wait for their turn; by default nowhere. */
  readonly lanes?: Lanes;
  /** What was decided before, for a variant or a reproduction: it is taken instead of asking again. */
  readonly decided?: Partial<Decisions>;
  /** At how many places its order is put up, itself among them; by default at one. */
  readonly places?: number;
  /** Of the ad's file, without its ending; by default it is named after its pixels. Of several ads each gets a number. */
  readonly name?: string;
  readonly log?: (message: string) => void;
}

export type WorkflowName = 'text-to-image' | 'image-to-image' | 'product-composite';

/** Makes ads from requests: chooses the workflow, runs it and saves the picture. */
export interface AdMaker {
  /** Which workflow a request takes: photos make a composite, unless they are to be restyled. */
  workflowFor(request: AdRequest): WorkflowName;
  /** Name of the engine that will make the picture. */
  engineFor(request: AdRequest): string;
  /**
   * @throws UserError for a request that cannot be fulfilled, OutageError for passing trouble, or the signal's
   * reason
   */
  make(request: AdRequest, run?: AdRun): Promise<AdResult>;
  /** One ad for each photo, all on one background that is made once. Errors as make's. */
  makeEach(request: AdRequest, run?: AdRun): Promise<readonly AdResult[]>;
  /** A finished ad to be adjusted by hand. @throws UserError `not-adjustable`, and as make's */
  openBench(recipe: Recipe, run?: Pick<AdRun, 'signal' | 'lanes' | 'log'>): Promise<Bench>;
  /** What an ad of this request would say and show: the first step of making it, and no picture. Errors as make's. */
  draft(request: AdRequest, run?: Pick<AdRun, 'signal' | 'onEvent' | 'lanes' | 'log'>): Promise<Brief>;
}

/** What an ad maker works with. */
export interface AdMakerParts {
  /** The engine for a choice. @throws UserError `engine-unavailable` */
  imageEngine(choice: EngineChoice): ImageEngine;
  /** The other engines. */
  readonly engines: Omit<Engines, 'image'>;
  readonly render: RenderPool;
  readonly cache: ResultCache;
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  readonly faces: readonly Face[];
  /** Of presets/designs/. */
  readonly designs: readonly DesignFamily[];
  readonly pages: PageTrees;
  /** What a moving ad is where neither its request nor its place says. */
  readonly loopKind: LoopKind;
  /** How ads can move; the first is calm. */
  readonly motions: readonly NamedMotion[];
  /** What is usual for a trade, by its row; undefined where there is no such row. */
  tradeOf(industry: string): TradeLook | undefined;
  /** A mood of presets/moods.yaml by its key; undefined where there is no such row. */
  moodOf(key: string): Mood | undefined;
  /** Pixels of a format by its name. */
  sizeOf(format: string): Size;
  /** A place by its name. @throws UserError `unknown-name`, `place-size` */
  placeOf(name: string): Place;
  /** The format with the nearest proportions. */
  formatNear(size: Size): string;
  /** Whether pictures say that a trained model drew in them. */
  readonly saysAi: boolean;
  /** First 12 hex digits of the hash over presets/. */
  readonly presetsDigest: string;
}
