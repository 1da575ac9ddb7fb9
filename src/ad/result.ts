import type { DesignLayout } from './design.ts';
import type { Box } from './geometry.ts';
import type { ProductLayout, TextLayout } from './layout.ts';
import type { LocalizedText } from './locale.ts';
import type { LoopKind } from './motion.ts';
import type { FileKind, LayeredKind } from './place.ts';
import type { Recipe } from './recipe.ts';

/** A picture on disk. */
export interface SavedImage {
  /** First 16 hex digits of the SHA-256 of its pixels; of a file that was made for a place, of its bytes. */
  readonly id: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** The picture before lettering or compositing, where one was kept. */
  readonly origin?: string;
  /** Other files of the same ad, of the same name: what a printed sheet looks like, its layers. */
  readonly files?: readonly AdFile[];
}

/** A file of an ad. */
export interface AdFile {
  readonly kind: FileKind | LayeredKind;
  readonly path: string;
}

/** The file of an ad that chats and terminals can show. */
export const shownPath = ({ path, files = [] }: Pick<SavedImage, 'path' | 'files'>): string =>
  files.find(({ kind }) => kind === 'png')?.path ?? path;

/** A moving ad on disk. */
export interface SavedLoop extends Omit<SavedImage, 'origin'> {
  readonly kind: LoopKind;
  readonly seconds: number;
  readonly frames: number;
  readonly bytes: number;
}

/** How a workflow went, node by node. */
export interface Report {
  /** Milliseconds. */
  readonly total_time: number;
  readonly nodes: readonly NodeReport[];
}

export interface NodeReport {
  readonly name: string;
  /** Milliseconds of work, waiting for a lane not counted. */
  readonly time: number;
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'skipped';
  readonly cached?: boolean;
  readonly error?: { readonly message: string; readonly inputs: Readonly<Record<string, string>> };
  /** What its engines told of their work. */
  readonly notes?: readonly WorkNote[];
}

/** What an engine tells of its work: whom it asked, what that took, what was done instead. */
export interface WorkNote {
  readonly said: LocalizedText;
  readonly usage?: ModelUsage;
}

/** What a model was asked for. */
interface ModelUsage {
  readonly model: string;
  /** Tokens, all attempts together. */
  readonly input: number;
  readonly output: number;
  /** US dollars; absent where no price is known. */
  readonly cost?: number;
}

/** Several things in one photo of a request, of which somebody can choose. */
export interface PhotoChoice {
  /** Index into the request's photos. */
  readonly photo: number;
  /** What each is called, by where it stands; the first has the number 1. */
  readonly titles: readonly LocalizedText[];
  /** Indices of those that are in the ad; none where the photo is shown whole. */
  readonly picked: readonly number[];
}

/** What can be chosen in the photos of an ad. */
export interface ThingChoice {
  /** At least one. */
  readonly photos: readonly PhotoChoice[];
  /** A strip with a small picture of each, numbered, a row for each photo. */
  readonly strip: SavedImage;
}

/** One finished ad. */
export interface AdResult {
  readonly image: SavedImage;
  readonly layout: {
    readonly product?: ProductLayout;
    readonly text?: TextLayout;
    /** Of an ad with a design family; `text` is then what it letters. */
    readonly design?: DesignLayout;
    /** Where the shop's logo stands. */
    readonly logo?: Box;
    /** Where its menu and its QR code stand, in that order. */
    readonly parts?: readonly Box[];
    /** Where it says that a trained model drew in it. */
    readonly notice?: Box;
  };
  /** The ad in motion, a file each; absent = it was to stand still. */
  readonly loops?: readonly SavedLoop[];
  /** Absent where each photo shows one thing. */
  readonly choice?: ThingChoice;
  /** Why it looks as it does, in the order of the decisions. */
  readonly reasoning: readonly LocalizedText[];
  /** What the person should know: a glyph that no font has, a photo that could not be cut out. */
  readonly warnings: readonly LocalizedText[];
  readonly recipe: Recipe;
  readonly report: Report;
}
