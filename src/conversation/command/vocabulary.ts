import type { LocalizedText } from '../../ad/locale.ts';
import type { RequestRules } from '../../ad/parse/request-rules.ts';
import type { StyleName } from '../../ad/style.ts';

/** One thing that people can name. */
export interface Named {
  readonly key: string;
  readonly names: LocalizedText;
  readonly aliases: { readonly ko: readonly string[]; readonly en: readonly string[] };
  /** Of a trade: what is sold there, by which it is found too. */
  readonly goods?: { readonly ko: readonly string[]; readonly en: readonly string[] };
  /** Of a trade: its place among all. */
  readonly tradeClass?: { readonly large: string };
}

/** Names of one kind. */
export interface NameList<T extends Named = Named> {
  readonly rows: readonly T[];
  /** @throws UserError `unknown-name` with the nearest */
  named(name: string): T;
  /** What somebody may have meant who mistyped a name, nearest first. */
  likely?(name: string): readonly T[];
}

/** What people can choose by name; the presets are one. */
export interface Vocabulary {
  readonly industries: NameList;
  /** In the order of buttons; `title` is on them. */
  readonly styles: NameList<Named & { readonly key: StyleName; readonly title: LocalizedText }>;
  /** `pack` is the order in a pack of all sizes. */
  readonly formats: NameList<Named & { readonly pack: number }>;
  /** Where ads go. */
  readonly places: NameList;
  /** How ads move. */
  readonly motions: NameList;
  /** Design families. */
  readonly designs: NameList;
  /** Faces for lettering, by their own names. */
  readonly faces: readonly string[];
  /** What a request may name and say. */
  readonly requestRules: RequestRules;
}

/** Formats in the order of a pack. */
export function formatPack(vocabulary: Vocabulary): readonly string[] {
  return [...vocabulary.formats.rows].sort((a, b) => a.pack - b.pack).map(({ key }) => key);
}
