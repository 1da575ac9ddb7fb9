import type { SubjectWords } from '../../ad/keywords.ts';
import type { PromptPart } from '../../ad/prompt.ts';
import type { StylePrompt } from '../../ad/studio-catalogue.ts';
import { colourName } from './colour-name.ts';
import type { PromptRequest } from './prompt-request.ts';
import { lightPhrase, listed, setPhrase, stagePhrase } from './scene-phrases.ts';

/** A sentence of a prompt before it is known whether there is room for it. */
export interface Fragment {
  readonly part: PromptPart;
  readonly text: string;
}

/** Most words of one kind in a sentence. */
const MAX_WORDS = 4;

const NIGHT = 0.6;
const BRIGHT = 0.25;

/** Tells an image model about a picture in the language of one style. */
export class PromptBuilder {
  readonly #style: StylePrompt;

  constructor(style: StylePrompt) {
    this.#style = style;
  }

  /** The prompt's sentences, in the order of PROMPT_PARTS. */
  build(request: PromptRequest): readonly Fragment[] {
    const { keywords, picture, scene } = request;
    const { backdrop, subject, words: craft } = this.#style;
    const fragments: readonly (Fragment | undefined)[] = [
      { part: 'subject', text: this.#opening(request) },
      {
        part: 'light',
        text: `${this.#style.light.replace('{light}', lightPhrase(scene.lighting))}${darknessPhrase(scene.darkness)}`,
      },
      {
        part: 'plain',
        text: 'Every surface is plain and unmarked: no text, no letters, no numbers, no logos, no watermark',
      },
      some('mood', keywords.mood, (words) => `The mood is ${words}`),
      request.occasion === undefined ? undefined : { part: 'season', text: request.occasion },
      { part: 'composition', text: compositionPhrase(request) },
      {
        part: 'palette',
        text: `Colours of ${listed([...new Set([...keywords.colours.slice(0, 2), ...paletteWords(request)])])}`,
      },
      some('details', [...keywords.setting, ...keywords.unknown], (words) => `Asked for: ${words}`),
      some('props', scene.props, (words) => `Nearby: ${words}`),
      { part: 'craft', text: listed([picture === 'backdrop' ? backdrop : subject, ...craft]) },
    ];
    return fragments.flatMap((fragment) => (fragment === undefined ? [] : [sentence(fragment)]));
  }

  /** The first sentence: what is shown and where, set into the trade's template. */
  #opening(request: PromptRequest): string {
    const { keywords, picture, trade } = request;
    if (picture === 'backdrop') {
      return `Empty ${this.#style.medium} set for a product: a clear spot ${stagePhrase(request)}, nothing standing there yet`;
    }
    if (keywords.subject === undefined) {
      return `${this.#style.medium} of a quiet still life that speaks of ${trade.theme.en}, ${setPhrase(request)}`;
    }
    const subject = subjectPhrase(keywords.subject);
    if (picture === 'restyle')
      return `${this.#style.medium} of ${subject}, its composition and shapes kept as they are`;
    const filled = templateFor(request)
      .replace('{subject}', subject)
      .replace('{stage}', stagePhrase(request));
    return `${this.#style.medium} of ${filled}`;
  }
}

/** The trade's sentence for what is sold, or for what is done. */
export const templateFor = ({ keywords, trade }: PromptRequest): string =>
  keywords.subject?.service ? trade.hint : trade.template;

const subjectPhrase = ({ en, look, served }: SubjectWords): string =>
  [en, look, served].filter((part) => part !== undefined).join(', ');

function paletteWords({ scene }: PromptRequest): readonly string[] {
  const { background, ink, accent } = scene.palette;
  return [colourName(background), colourName(ink), `a touch of ${colourName(accent)}`];
}

function darknessPhrase(darkness: number): string {
  if (darkness >= NIGHT) return ', a dark low-key scene with deep shadows';
  return darkness <= BRIGHT ? ', bright and airy' : '';
}

/** Where room is kept for the product and the words, by the shape of the picture. */
function compositionPhrase({ format, picture, lettering }: PromptRequest): string {
  const wide = format.width > format.height * 1.2;
  const side = wide ? 'on one side' : 'in the upper third';
  const parts = [format.composition];
  if (picture === 'backdrop') parts.push('an empty place in the lower middle where a product can stand');
  if (lettering) parts.push(`calm empty space ${side}`);
  return listed(parts);
}

function some(
  part: PromptPart,
  words: readonly string[],
  say: (listed: string) => string,
): Fragment | undefined {
  return words.length === 0 ? undefined : { part, text: say(listed(words.slice(0, MAX_WORDS))) };
}

function sentence({ part, text }: Fragment): Fragment {
  const clean = text.replaceAll(/\s+/g, ' ').trim();
  return { part, text: `${clean.charAt(0).toUpperCase()}${clean.slice(1)}.` };
}
