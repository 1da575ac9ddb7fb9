/** How often `*`, `+` and `{n,}` may repeat: what is fine to say is a word or two. */
const MAX_REPEATS = 32;

/** Most steps that may be tried from one place in a text, so that looking through it takes time that grows with it alone. */
const MAX_STEPS = 2000;

/** A part of a pattern: as it is written anew, how many ways there are through it, and how many steps all take together. */
interface Part {
  readonly source: string;
  readonly ways: number;
  readonly steps: number;
}

/**
 * A regular expression that looks through any text in time in proportion to its length: every repetition has an end,
 * and all ways through it from one place are counted beforehand.
 *
 * @param source of a regular expression with the flag `u`
 * @returns the same with its endless repetitions bounded, or what is wrong with it
 */
export function boundedPattern(source: string): { readonly source: string } | { readonly problem: string } {
  try {
    new RegExp(source, 'iu');
  } catch {
    return { problem: 'is not a regular expression' };
  }
  try {
    const parser = new PatternParser(source);
    const { source: bounded, steps } = parser.alternatives();
    if (steps > MAX_STEPS) return { problem: TOO_MANY };
    return { source: bounded };
  } catch (error) {
    if (error instanceof Unbounded) return { problem: error.message };
    throw error;
  }
}

const TOO_MANY = 'has too many ways to match: repeat single letters, and not what repeats already';

class Unbounded extends Error {}

/** Walks through a pattern that is known to be a regular expression. */
class PatternParser {
  readonly #source: string;
  #at = 0;
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Part {
    if (++this.#depth > 20) throw new Unbounded(TOO_MANY);
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    this.#depth--;
    return {
      source: parts.map(({ source }) => source).join('|'),
      ways: parts.reduce((sum, { ways }) => sum + ways, 0),
      steps: parts.reduce((sum, { steps }) => sum + steps, 1),
    };
  }

  #sequence(): Part {
    let [source, ways, steps] = ['', 1, 1];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at))) {
      const part = this.#repeated(this.#atom());
      source += part.source;
      // Whatever follows is tried after each of the ways so far.
      steps += ways * part.steps;
      ways *= part.ways;
      if (steps > MAX_STEPS) throw new Unbounded(TOO_MANY);
    }
    return { source, ways, steps };
  }

  #atom(): Part {
    const open = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(this.#rest())?.[0];
    if (open !== undefined) {
      this.#at += open.length;
      const inner = this.alternatives();
      this.#take(')');
      return { ...inner, source: `${open}${inner.source})` };
    }
    const letter = ATOM.exec(this.#rest())?.[0] ?? this.#source.charAt(this.#at);
    if (/^\\[1-9k]/.test(letter))
      throw new Unbounded('refers back to what it has matched, which takes any time');
    this.#at += letter.length;
    return { source: letter, ways: 1, steps: 1 };
  }

  #repeated(part: Part): Part {
    const found = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})(\??)/.exec(this.#rest());
    if (found === null) return part;
    this.#at += found[0].length;
    const [, sign, count, comma, end, lazy] = found;
    const min = sign === undefined ? Number(count) : sign === '+' ? 1 : 0;
    const maxRepeats =
      sign === '?' ? 1 : count !== undefined && comma === '' ? min : end ? Number(end) : MAX_REPEATS;
    const bound = Math.max(min, maxRepeats);
    if (bound > 10 * MAX_REPEATS) throw new Unbounded(TOO_MANY);
    let [ways, steps, through] = [min === 0 ? 1 : 0, 1, 1];
    for (let times = 1; times <= bound; times++) {
      steps += through * part.steps;
      through *= part.ways;
      if (times >= min) ways += through;
      if (steps > MAX_STEPS) throw new Unbounded(TOO_MANY);
    }
    return { source: `${part.source}{${min},${bound}}${lazy}`, ways, steps };
  }

  #take(letter: string): boolean {
    const found = this.#source.charAt(this.#at) === letter;
    if (found) this.#at++;
    return found;
  }

  #rest(): string {
    return this.#source.slice(this.#at);
  }
}

/** One letter, class or escape of a pattern with the flag `u`. */
const ATOM =
  /^(?:\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|k<[^>]*>|\d+|.)|\[(?:\\.|[^\]\\])*\]|.)/isu;
