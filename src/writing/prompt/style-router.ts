import type { StyleName } from '../../ad/style.ts';
import type { Catalogue } from '../../presets/catalogue.ts';
import type { Style } from '../../presets/style.ts';
import { PromptBuilder } from './prompt-builder.ts';

/** Decides a picture's style and makes the prompt builder that speaks its language. */
export class StyleRouter {
  readonly #styles: Catalogue<Style>;

  constructor(styles: Catalogue<Style>) {
    this.#styles = styles;
  }

  /** The person's choice, else what their words say, else the trade's own. */
  choose(chosen: StyleName | undefined, said: StyleName | undefined, ofTheTrade: StyleName): StyleName {
    return chosen ?? said ?? ofTheTrade;
  }

  builderFor(name: StyleName): PromptBuilder {
    return new PromptBuilder(this.styleOf(name).prompt);
  }

  styleOf(name: StyleName): Style {
    return this.#styles.named(name);
  }
}
