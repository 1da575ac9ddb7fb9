import type { RequestRules } from '../ad/parse/request-rules.ts';
import type { HexColour } from '../ad/scene.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import type { SolarTerms } from './calendar.ts';
import type { Catalogue } from './catalogue.ts';
import type { DesignFamily } from './design.ts';
import type { ForbiddenSet } from './forbidden.ts';
import type { Format } from './format.ts';
import type { IconWords } from './icon-words.ts';
import type { Industry } from './industry.ts';
import type { Term } from './lexicon.ts';
import type { Mood } from './mood.ts';
import type { Motion } from './motion.ts';
import type { PageTrees } from './page-trees.ts';
import type { NamedPlace } from './place.ts';
import type { Occasion, Season } from './season.ts';
import type { PropWords } from './studio-words.ts';
import type { Style } from './style.ts';
import type { TradeAct } from './trade-acts.ts';

/** All that lies in presets/, checked and frozen. */
export interface Presets {
  readonly industries: Catalogue<Industry>;
  /** What is done with goods, which decides whose they are. */
  readonly tradeActs: readonly TradeAct[];
  readonly styles: Catalogue<Style>;
  readonly formats: Catalogue<Format>;
  readonly places: Catalogue<NamedPlace>;
  readonly designs: Catalogue<DesignFamily>;
  /** How pages that belong together are laid out. */
  readonly pages: PageTrees;
  /** In the order in which they count. */
  readonly moods: Catalogue<Mood>;
  /** How ads move. */
  readonly motions: Catalogue<Motion>;
  readonly seasons: Catalogue<Season>;
  readonly occasions: Catalogue<Occasion>;
  readonly solarTerms: SolarTerms;
  readonly forbidden: readonly ForbiddenSet[];
  /** What no ad may be about. */
  readonly unwanted: readonly ForbiddenSet[];
  /** Groups of words that state one fact; copy that we write may use one only where the request holds one. */
  readonly claims: readonly (readonly string[])[];
  /** Mean colours of things by their Korean names. */
  readonly tints: ReadonlyMap<string, HexColour>;
  /** What the studio can show; names of it in the presets are of these. */
  readonly studio: StudioCatalogue;
  readonly propWords: PropWords;
  /** The same names, as phrases are searched for them. */
  readonly modelNames: IconWords['things'];
  readonly iconWords: IconWords;
  /** The words of the shops' world, and those that ask for what the studio can show. */
  readonly lexicon: readonly Term[];
  /** The letters of a text that no font can draw, in its order; always none where no fonts are known. */
  readonly uncovered: (text: string) => readonly string[];
  /** What a request may name and say. */
  readonly requestRules: RequestRules;
  /** First 12 hex digits of the SHA-256 over all files and the studio's catalogue. */
  readonly digest: string;
}

/** The row for trades that cannot be told from the words; always there. */
export const GENERAL_TRADE = 'shop';
