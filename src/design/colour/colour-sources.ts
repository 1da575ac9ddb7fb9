import type { HexColour, Palette } from '../../ad/scene.ts';
import type { Mood } from '../../presets/mood.ts';

/** Where a plan's colours can be from. */
export interface ColourSources {
  readonly palette: Palette;
  /** The shop's own, loudest first. */
  readonly brand: readonly HexColour[];
  /** That was asked for as the ground's. */
  readonly asked?: HexColour;
  /** Mean colour of what is shown. */
  readonly product?: HexColour;
  /** What was asked for, or the season's; absent = the plan's own way. */
  readonly mood?: Pick<Mood, 'key' | 'quiet' | 'strong' | 'night' | 'card' | 'accents'>;
  readonly seed: number;
}
