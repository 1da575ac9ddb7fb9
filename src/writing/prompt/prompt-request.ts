import type { Keywords } from '../../ad/keywords.ts';
import type { SceneBrief } from '../../ad/scene.ts';
import type { StudioCatalogue } from '../../ad/studio-catalogue.ts';
import type { Format } from '../../presets/format.ts';
import type { Industry } from '../../presets/industry.ts';

/** What a prompt is built from. */
export interface PromptRequest {
  readonly keywords: Keywords;
  readonly scene: SceneBrief;
  /** Has the scene's names. */
  readonly studio: StudioCatalogue;
  readonly trade: Industry;
  /** How the season or the day is told, where there is one. */
  readonly occasion?: string;
  readonly format: Format;
  /**
   * 'product' shows the subject; 'backdrop' is an empty set for products that are put in afterwards, so the subject
   * is kept out of it; 'restyle' redraws a reference picture.
   */
  readonly picture: 'product' | 'backdrop' | 'restyle';
  /** Whether words will be set on the picture. */
  readonly lettering: boolean;
}
