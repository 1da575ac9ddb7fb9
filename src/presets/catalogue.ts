import { UserError } from '../errors/user-error.ts';
import { type Strokes, strokesOf, unlikeness } from '../language/edit-distance.ts';

/** A row that people can call by name. */
export interface Named {
  readonly key: string;
  readonly names: { readonly ko: string; readonly en: string };
  readonly aliases: { readonly ko: readonly string[]; readonly en: readonly string[] };
}

const folded = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/** How many names are suggested to somebody who mistyped one. */
const SUGGESTIONS = 3;

/** A name is likely meant where less than this share of its strokes would have to change. */
const LIKE = 0.4;

/** UTF-16 units by which what was typed may be longer than twice the longest name. */
const ROOM = 32;

/** Rows of one kind, found by key, name or alias in either language; case, spaces and hyphens do not count. */
export class Catalogue<T extends Named> {
  readonly rows: readonly T[];
  readonly #kind: string;
  readonly #byName: ReadonlyMap<string, T>;
  /** Most UTF-16 units of what somebody may mean by a name: blanks and what is mistyped take room too. */
  readonly #longest: number;
  readonly #strokes = new Map<string, Strokes>();

  /**
   * @param kind what a row is called in messages: 'industry', 'style'
   * @param clash told of a name that two rows share; it throws
   */
  constructor(kind: string, rows: readonly T[], clash: (name: string, row: T) => never) {
    this.#kind = kind;
    this.rows = rows;
    const byName = new Map<string, T>();
    for (const row of rows) {
      for (const name of new Set(namesOf(row).map(folded))) {
        if (byName.has(name)) clash(name, row);
        byName.set(name, row);
      }
    }
    this.#byName = byName;
    this.#longest = 2 * Math.max(0, ...[...byName.keys()].map((name) => name.length)) + ROOM;
  }

  find(name: string): T | undefined {
    return name.length > this.#longest ? undefined : this.#byName.get(folded(name));
  }

  /**
   * The row that a person means.
   *
   * @throws UserError `unknown-name` with the nearest names
   */
  named(name: string): T {
    const row = this.find(name);
    if (row !== undefined) return row;
    throw new UserError('unknown-name', { kind: this.#kind, name, nearest: this.nearest(name) });
  }

  /**
   * The names most like `name`, one a row, nearest first; in its own script where a row has one. None is like a text
   * that is longer than any name.
   */
  nearest(name: string): readonly string[] {
    const hangul = /\p{Script=Hangul}/u.test(name);
    if (name.length > this.#longest) {
      return this.rows.slice(0, SUGGESTIONS).map(({ names }) => (hangul ? names.ko : names.en));
    }
    return this.#ranked(name, hangul)
      .slice(0, SUGGESTIONS)
      .map(({ candidate }) => candidate);
  }

  /** The rows that somebody may have meant who mistyped a name, nearest first; none where nothing is much like it. */
  likely(name: string): readonly T[] {
    if (folded(name).length < 2 || name.length > this.#longest) return [];
    return this.#ranked(name, /\p{Script=Hangul}/u.test(name))
      .filter(({ distance }) => distance < LIKE)
      .map(({ row }) => row);
  }

  /** Taken apart once: there are thousands, and they are compared with each letter that is typed. */
  #strokesOf(name: string): Strokes {
    const known = this.#strokes.get(name) ?? strokesOf(name);
    this.#strokes.set(name, known);
    return known;
  }

  #ranked(name: string, hangul: boolean) {
    const typed = strokesOf(name);
    return this.rows
      .map((row) => {
        const candidates = hangul
          ? [row.names.ko, ...row.aliases.ko]
          : [row.key, row.names.en, ...row.aliases.en];
        const distances = candidates.map((candidate) => ({
          row,
          candidate,
          distance: unlikeness(typed, this.#strokesOf(candidate)),
        }));
        return distances.reduce((best, next) => (next.distance < best.distance ? next : best));
      })
      .sort((a, b) => a.distance - b.distance);
  }
}

function namesOf(row: Named): string[] {
  return [row.key, row.names.ko, row.names.en, ...row.aliases.ko, ...row.aliases.en];
}
