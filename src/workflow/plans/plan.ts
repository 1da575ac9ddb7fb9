import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import type { Box, Size } from '../../ad/geometry.ts';
import type { ProductLayout, TextLayout } from '../../ad/layout.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { LoopKind, NamedMotion } from '../../ad/motion.ts';
import type { Place } from '../../ad/place.ts';
import type { Recipe, RecipeSource } from '../../ad/recipe.ts';
import type { AdRequest } from '../../ad/request.ts';
import type { SavedImage, SavedLoop, ThingChoice } from '../../ad/result.ts';
import type { StyleName } from '../../ad/style.ts';
import type { DesignFamily, Mood } from '../../design/design-request.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { PageTrees } from '../../pages/page-family.ts';
import type { PictureStore } from '../../storage/picture-store.ts';
import type { ImageGenerationWorkflow } from '../image-generation-workflow.ts';
import type { BackgroundRemovalOutputs } from '../nodes/background-removal.ts';
import type { PhotoPreparationOutputs } from '../nodes/photo-preparation.ts';
import type { PromptProcessorOutputs } from '../nodes/prompt-processor.ts';
import type { Ref, Refs } from '../ref.ts';

/** A photo and what is cut out of it. */
export interface Cut {
  readonly prepared: Refs<PhotoPreparationOutputs>;
  readonly cut: Refs<BackgroundRemovalOutputs>;
}

/** What every ad begins with, however it goes on. */
export interface Begun {
  /** One a photo. */
  readonly cuts: readonly Cut[];
  readonly brief: Refs<PromptProcessorOutputs>;
}

/** What ads of a trade look like. */
export interface TradeLook {
  /** A family of presets/families.yaml. */
  readonly family: string;
  readonly style: StyleName;
}

/** What a workflow is built from. */
export interface PlanInput {
  /** To which the plan's nodes are added. */
  readonly workflow: ImageGenerationWorkflow;
  readonly request: AdRequest;
  /** Where the ad is begun already. */
  readonly begun?: Begun;
  /** Of the request, decoded. */
  readonly photos: readonly Raster[];
  /** The longer side that they have at most. */
  readonly photoSide: number;
  /** The shop's, where it has one. */
  readonly logo?: Raster;
  /** A background to start from, where the request names one. */
  readonly backdrop?: Raster;
  /** Size of the ad in pixels. */
  readonly size: Size;
  /** Where it goes; absent = nowhere in particular. */
  readonly place?: Place;
  /** At how many places its order is put up, itself among them. */
  readonly places: number;
  readonly source: RecipeSource;
  readonly faces: readonly Face[];
  readonly pictures: PictureStore;
  /** Of presets/designs/. */
  readonly designs: readonly DesignFamily[];
  readonly pages: PageTrees;
  /** What is usual for a trade, by its row; undefined where there is no such row. */
  tradeOf(industry: string): TradeLook | undefined;
  /** A mood of presets/moods.yaml by its key; undefined where there is no such row. */
  moodOf(key: string): Mood | undefined;
  /** A design that was decided before. */
  readonly design?: DesignLayout;
  /** What a moving ad is where neither its request nor its place says. */
  readonly loopKind: LoopKind;
  /** How ads can move. */
  readonly motions: readonly NamedMotion[];
  /** Whether pictures say that a trained model drew in them. */
  readonly saysAi: boolean;
  /** Where a picture that is made again said so. */
  readonly notice?: Box;
  /** Of the ad's file, where it is not to be named after its pixels. */
  readonly name?: string;
}

/** Whether an ad becomes a file that holds it layer by layer. */
export const isLayered = ({ place, request }: Pick<PlanInput, 'place' | 'request'>): boolean =>
  place?.print !== undefined || request.layers !== undefined;

/** Handles of one ad's outcome. */
export interface AdHandles {
  readonly saved: Ref<SavedImage>;
  readonly recipe: Ref<Recipe | undefined>;
  readonly brief: Ref<Brief>;
  /** Reasons by the order of the decisions. */
  readonly why: readonly Ref<readonly LocalizedText[]>[];
  readonly choice?: Ref<ThingChoice | undefined>;
  /** What is to be told besides of the photos. */
  readonly warnings: readonly Ref<readonly LocalizedText[]>[];
  readonly productLayout?: Ref<ProductLayout>;
  readonly textLayout?: Ref<TextLayout>;
  readonly design?: Ref<DesignLayout>;
  readonly logo?: MarkHandles;
  readonly parts?: PartsHandles;
  readonly notice?: MarkHandles;
  readonly motion?: MotionHandles;
}

/** The ad in motion, a file each, and why it moves so. */
export interface MotionHandles {
  readonly why: Ref<readonly LocalizedText[]>;
  readonly loops: readonly {
    readonly saved: Ref<SavedLoop | undefined>;
    readonly warnings: readonly Ref<readonly LocalizedText[]>[];
  }[];
}

/** Where QR code and menu went, and why. */
interface PartsHandles {
  readonly boxes: Ref<readonly Box[]>;
  readonly why: Ref<readonly LocalizedText[]>;
  readonly warnings: Ref<readonly LocalizedText[]>;
}

/** Where the shop's logo went, or the notice that a trained model drew in it, and why. */
export interface MarkHandles {
  readonly box: Ref<Box | undefined>;
  readonly why: Ref<readonly LocalizedText[]>;
  readonly warnings: Ref<readonly LocalizedText[]>;
}

/** A workflow, ready to run, and where its ads will come out: one, or in a batch one a photo. */
export interface Plan {
  readonly workflow: ImageGenerationWorkflow;
  readonly ads: readonly AdHandles[];
  /** What is to be told besides of how it came to be this plan. */
  readonly why?: readonly LocalizedText[];
  readonly warnings?: readonly LocalizedText[];
}
