import type { ProductKind } from './keywords.ts';
import type { LocalizedText } from './locale.ts';
import type { Registry } from './registry.ts';
import type { MaterialName, OutlookName, PropName, SceneName } from './scene.ts';
import type { StyleName } from './style.ts';

/**
 * What the studio can show, in words: what a request calls it, what a person and an image model are told of it.
 * Plain data, without what draws it (studio/), so that whoever only reads requests loads no renderer.
 */

/** Words of a request for something. */
export interface AskedBy {
  /** Korean words, and what each is called in English: `테라조: 'terrazzo'`. */
  readonly ko: Readonly<Record<string, string>>;
  /** Other English words for the same, for requests in English. */
  readonly en?: readonly string[];
}

interface SceneWords extends AskedBy {
  /** They name a surface rather than a place, as the words of a material do. */
  readonly surface?: true;
  /** What else asking by them decides. */
  readonly outlook?: OutlookName;
  readonly darkness?: number;
}

/** A scene in words. */
export interface SceneEntry {
  /** Kebab case, never changed: recipes and presets hold it. */
  readonly name: SceneName;
  /** Where it is named as the choice: 'a table'. */
  readonly title: LocalizedText;
  /** As it is set up: 'a table against a wall'. */
  readonly description: LocalizedText;
  /** What it does for a product, as a sentence without its full stop. */
  readonly effect: LocalizedText;
  /** Words that ask for it, in groups by what else they decide. */
  readonly words: readonly SceneWords[];
  /** Keys of trades that it suits, besides those whose presets list it; it comes after what they list. */
  readonly trades?: readonly string[];
  /** Materials that it can be made with; with all others it keeps its own. */
  readonly materials: readonly MaterialName[];
  /**
   * Where the subject stands, for an image model: 'on {a surface} table top'. `{surface}` is the material,
   * `{a surface}` the same with its article, `{ground}` the colour of the background.
   */
  readonly prompt: string;
  /** The trade's place makes sense around it: 'in a coffee shop'. A set that stands nowhere has none. */
  readonly inPlace?: true;
  /** Its material lies flat. */
  readonly flat?: true;
  /** It is whole with nothing on it, as a ground for words alone. */
  readonly bare?: true;
}

interface MaterialWords extends AskedBy {
  /** The scene that asking by them decides, too. */
  readonly scene?: SceneName;
}

/** A material in words. */
export interface MaterialEntry {
  /** Kebab case, never changed: recipes and presets hold it. */
  readonly name: MaterialName;
  readonly title: LocalizedText;
  /** Words that ask for it, in groups by the scene that they ask for, too. */
  readonly words: readonly MaterialWords[];
  /** The scene that shows it best, where the request names the material alone. */
  readonly shownBy: SceneName;
  /** Scenes that can be made with it, besides those that say so themselves. */
  readonly scenes?: readonly SceneName[];
  /** As an image model is told: 'light oak'. */
  readonly prompt: string;
  /** A coat of walls: image models are not told of it where the material lies flat. */
  readonly wall?: true;
}

/** A thing that presets/lexicon does not know. */
interface ThingWords extends AskedBy {
  readonly kind: ProductKind;
}

/** A prop in words. */
export interface PropEntry {
  /** Kebab case, never changed: recipes and presets hold it. */
  readonly name: PropName;
  /** What it stands for where there is no photo. What no prop is for is not shown: rather nothing than another dish. */
  readonly standsFor: {
    /** Things by their Korean names, by blanks; `~라떼` are all whose name ends so. Same English name, same thing. */
    readonly ko: string;
    /** What only requests in English say, in the singular, by commas. */
    readonly en?: string;
  };
  /** Those of them that presets/lexicon does not have. */
  readonly words?: readonly ThingWords[];
}

/** What an image model is told of a style, in English. */
export interface StylePrompt {
  /** What the medium is called before the subject: 'commercial product photograph'. */
  readonly medium: string;
  /** How light is spoken of; `{light}` is 'soft daylight from a window'. */
  readonly light: string;
  /** What the style says of an empty set. */
  readonly backdrop: string;
  /** What it says of the subject beside its name. */
  readonly subject: string;
  /** Words of the craft, most important first. */
  readonly words: readonly string[];
  /** What the look must not turn into; without effect where guidance is 0. */
  readonly negative: readonly string[];
}

/** A style in words. */
export interface StyleEntry {
  /** Kebab case, never changed: recipes, presets and buttons under old messages hold it. */
  readonly name: StyleName;
  /** Its place among the styles on buttons and in lists. */
  readonly order: number;
  /** On buttons, where there is little room. */
  readonly title: LocalizedText;
  /** Where it is spoken of. */
  readonly names: LocalizedText;
  /** Other words that ask for it. */
  readonly aliases: { readonly ko: readonly string[]; readonly en: readonly string[] };
  readonly prompt: StylePrompt;
  /** What a picture in it is; absent = a photo. */
  readonly finish?: LocalizedText;
  /** An adapter's file below the model's loras/ folder, and how strongly it works, 0–2; none = the model as it is. */
  readonly lora?: { readonly file: string; readonly scale: number };
}

export interface StudioCatalogue {
  readonly scenes: Registry<SceneEntry>;
  readonly materials: Registry<MaterialEntry>;
  readonly props: Registry<PropEntry>;
  readonly styles: Registry<StyleEntry>;
}

/** The scene that is made where nothing else is asked for, or suits. */
export const DEFAULT_SCENE: SceneName = 'sweep';

/** The scene that is made for words alone. */
export const LETTERING_SCENE: SceneName = 'poster';
