import type { StyleName } from '../../ad/style.ts';
import type { Catalogue } from '../../presets/catalogue.ts';
import type { Style } from '../../presets/style.ts';
import { AnimePromptBuilder } from './anime-prompt-builder.ts';
import { IllustrationPromptBuilder } from './illustration-prompt-builder.ts';
import type { PromptBuilder } from './prompt-builder.ts';
import { RealisticPromptBuilder } from './realistic-prompt-builder.ts';
import { SemiRealisticPromptBuilder } from './semi-realistic-prompt-builder.ts';

const BUILDERS: Readonly<Record<StyleName, new (style: Style) => PromptBuilder>> = {
  realistic: RealisticPromptBuilder,
  'semi-realistic': SemiRealisticPromptBuilder,
  anime: AnimePromptBuilder,
  illustration: IllustrationPromptBuilder,
};

/** Decides a picture's style and finds the prompt builder that speaks its language. */
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
    return new BUILDERS[name](this.styleOf(name));
  }

  styleOf(name: StyleName): Style {
    return this.#styles.named(name);
  }
}
