import type { AdCopy } from '../../ad/copy.ts';
import { bindingText, isPrintable } from './binding-text.ts';
import type { CopyMaterial } from './copy-material.ts';
import { bindingLine, type DetailLine, lineOf, roomFor, shopDetail } from './detail-lines.ts';
import type { Ledger } from './ledger.ts';
import { beginning } from './line-fit.ts';
import { lineText, type StatementGroup, squeezed } from './statement-groups.ts';

/**
 * Everything that has no other place, a line each; absent where nothing is left to tell.
 *
 * @param shown what stands in the other slots
 */
export function writeDetails(material: CopyMaterial, ledger: Ledger, shown: AdCopy): string | undefined {
  const lines: (DetailLine & { readonly group?: StatementGroup })[] = [
    ...ledger.halfTold().map((group) => ({ ...bindingLine(bindingText(group, ledger)), group })),
    ...ledger
      .open()
      .filter(isPrintable)
      .map((group) => ({ ...lineOf(group.root, lineText(group)), group })),
    ...shopLine(material, ledger, shown),
  ];
  const kept = roomFor(lines);
  for (const { group } of kept) if (group !== undefined) ledger.tell(group);
  const details = [
    ...new Set(kept.map(({ text, group }) => (isAddress(text, group) ? text : beginning(text)))),
  ].join('\n');
  return details === '' ? undefined : details;
}

/** A link or an account name alone is written as it is. */
const isAddress = (text: string, group: StatementGroup | undefined): boolean =>
  group?.root.kind === 'contact' && !/\s/u.test(text);

/** The brand's name, where neither the request nor another place says it. */
function shopLine({ shop }: CopyMaterial, ledger: Ledger, shown: AdCopy): readonly DetailLine[] {
  if (shop === undefined) return [];
  const said = [...Object.values(shown), ...ledger.open().map(({ root }) => root.text)].map(squeezed);
  return said.some((text) => text.includes(squeezed(shop))) ? [] : [shopDetail(shop)];
}
