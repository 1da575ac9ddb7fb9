import type { AdCopy } from './copy.ts';
import type { Hero } from './hero.ts';
import type { LocalizedText } from './locale.ts';
import type { OccasionKind } from './occasion-kind.ts';
import type { Good, PageContent } from './page.ts';
import type { Prompt, PromptParts } from './prompt.ts';
import type { SceneBrief } from './scene.ts';
import type { Statement } from './statement.ts';
import type { StyleName } from './style.ts';
import type { TradeClass } from './trade-class.ts';

/** What a picture is asked to show beside what is sold: a place or a light, or no more than a mood. */
export const PICTURED = ['setting', 'mood'] as const;

export type Pictured = (typeof PICTURED)[number];

/** What a writer made of a request. */
export interface Brief {
  readonly industry: string;
  readonly style: StyleName;
  readonly prompt: Prompt;
  /** How the prompt came to be; absent where the writer does not tell. */
  readonly parts?: PromptParts;
  readonly scene: SceneBrief;
  /** All that the request says, in its order. */
  readonly statements: readonly Statement[];
  /** What is sold, in the owner's own words; absent where only the trade's word names it. */
  readonly product?: string;
  /** What is sold, thing by thing, where several are named. */
  readonly goods?: readonly Good[];
  /** Of one page of several: which it is. Its copy is then the page's own. Absent = the ad is one picture. */
  readonly page?: PageContent;
  /** The shop's place among all trades; absent where it cannot be told. */
  readonly tradeClass?: TradeClass;
  /** What the ad is for; absent in recipes of before it was said. */
  readonly occasion?: OccasionKind;
  /** What the request asks of the picture; absent where it asks nothing, and in recipes of before it was said. */
  readonly pictured?: Pictured;
  /**
   * What its colours and letters are to feel like, of presets/moods.yaml: the mood that was asked for, else the season.
   * Absent where neither is known, and in recipes of before it was said.
   */
  readonly mood?: string;
  /** What stands in the picture, where the studio makes it; absent in recipes of before it was said. */
  readonly hero?: Hero;
  /** All slots to be drawn: the person's own words, and what was written for them. */
  readonly copy: AdCopy;
  /** Statements that are to be lettered and that no slot holds, in the order of the request. */
  readonly leftOut: readonly string[];
  /** The face for the words, of fonts/fonts.yaml: the brand's, else the industry's. */
  readonly face: string;
  /** First how the request was read. */
  readonly why: readonly LocalizedText[];
  /** What stands in the picture, and why: told where it does. Absent in recipes of before it was apart. */
  readonly heroWhy?: readonly LocalizedText[];
  /** Why the scene is as it is: told where one is made. Absent in recipes of before it was apart. */
  readonly sceneWhy?: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}
