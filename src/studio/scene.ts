import type { Size } from '../ad/geometry.ts';
import {
  defineName,
  type HexColour,
  type LightingName,
  type MaterialName,
  type OutlookName,
  type Palette,
  type PropName,
  type SceneName,
  type SeasonName,
  type Stage,
} from '../ad/scene.ts';
import type { SceneEntry } from '../ad/studio-catalogue.ts';
import type { StyleName } from '../ad/style.ts';
import type { Raster } from '../imaging/raster.ts';
import type { MaterialDescriptor } from './materials/define-material.ts';
import type { PropDescriptor } from './props/define-prop.ts';
import type { StyleDescriptor } from './styles/define-style.ts';

/** A scene to be rendered, by the names of what it takes: plain data, for another thread too. */
export interface SceneRequest extends SceneChoices {
  readonly recipe: SceneName;
  readonly style: StyleName;
  /** Absent = the scene's own. */
  readonly material?: MaterialName;
  /** A thing to show on the set, in its light; absent = the place is left for a product. */
  readonly subject?: PropName;
}

/** What a scene is rendered from: every choice is made, so the same gives the same pixels. */
export interface BackdropRequest extends SceneChoices {
  readonly style: StyleDescriptor;
  readonly material?: MaterialDescriptor;
  readonly subject?: PropDescriptor;
}

/** What decides how a scene is framed. */
export interface SceneFrame extends Pick<SceneChoices, 'size' | 'room' | 'seed' | 'icons'> {
  readonly subject?: unknown;
}

/** Whether the picture itself shows something, and is framed for it. */
export const showsSomething = ({ subject, icons }: Pick<SceneFrame, 'subject' | 'icons'>): boolean =>
  subject !== undefined || icons !== undefined;

interface SceneChoices {
  readonly lighting: LightingName;
  readonly palette: Palette;
  readonly season?: SeasonName;
  /** Behind a stage in the open; absent = as the season and the seed have it. */
  readonly outlook?: OutlookName;
  /** 0 = noon in a white room; 1 = night. */
  readonly darkness: number;
  /** Small things around the product, in English, as the brief names them; a scene heeds those that it knows. */
  readonly props?: readonly string[];
  /** The scene keeps at least 25 L away from it in lightness where the product will stand. */
  readonly productColour?: HexColour;
  /** Icons that will stand on the set in place of a subject, by their code points: the set is framed for them as for one. */
  readonly icons?: readonly string[];
  /** What will be put on the picture. */
  readonly room: { readonly product: boolean; readonly words: boolean };
  /** Any size up to 2048 a side. */
  readonly size: Size;
  /** 0 – 2³²−1. */
  readonly seed: number;
}

export interface Backdrop {
  /** Opaque, of the requested size. */
  readonly image: Raster;
  readonly stage: Stage;
}

/** A scene: all that is known of it, and what renders it. */
export interface SceneDescriptor extends SceneEntry {
  render(request: BackdropRequest): Backdrop;
}

/** @throws TypeError for a name that is not in kebab case */
export const defineScene = (
  scene: Omit<SceneDescriptor, 'name'> & { readonly name: string },
): SceneDescriptor => ({ ...scene, name: defineName<'scene'>(scene.name) });
