import type { Size } from '../geometry.ts';
import type { Place } from '../place.ts';
import type { StyleName } from '../style.ts';

/** What a request is held against while it is parsed; the presets are one. */
export interface RequestRules {
  /** The presets' own name for what people call something. @throws UserError `unknown-name` */
  industry(name: string): string;
  style(name: string): StyleName;
  format(name: string): string;
  /** By any of its names, or by a size in pixels. @throws UserError `place-size` besides */
  place(name: string): Place;
  /** The same where there is such a place, or such a size can be made; absent = words of a request choose none. */
  readonly findPlace?: (name: string) => Place | undefined;
  /** A design family, or the scene. */
  family(name: string): string;
  /** How an ad moves, by any name of a row of presets/motions.yaml. */
  motion(name: string): string;
  /** The same where there is such a motion; absent = words of a request only ask for any. */
  readonly findMotion?: (name: string) => string | undefined;
  /** The family of an ad for which none is asked; absent = whichever suits best. */
  readonly defaultFamily?: string;
  /** Where an ad goes for which neither place nor shape is asked; absent = nowhere in particular. */
  readonly defaultPlace?: Place;
  /** The shape of an ad for which neither is asked and that has no such place; absent = the usual one. */
  readonly defaultFormat?: string;
  /** The format with the nearest proportions. */
  formatNear(size: Size): string;
  /** @throws UserError `content-refused` for a text that no ad may be about */
  checkContent(text: string): void;
  /** @throws UserError `script-uncovered` for a text that no font can draw; absent where no fonts are known */
  readonly checkLetters?: (text: string) => void;
}
