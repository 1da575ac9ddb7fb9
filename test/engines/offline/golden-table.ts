import type { AdCopy } from '../../../src/ad/copy.ts';
import type { Keywords } from '../../../src/ad/keywords.ts';
import type { StyleName } from '../../../src/ad/style.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { GOLDEN_REQUESTS } from './golden-requests.ts';
import { write } from './write.ts';

/** One row of the golden table. */
interface GoldenRow {
  readonly trade: string;
  readonly kind: string;
  readonly text: string;
  readonly industry: string;
  readonly style: StyleName;
  readonly keywords: Keywords;
  readonly copy: AdCopy;
  readonly warnings: readonly string[];
  readonly negative: string;
  readonly prompts: Readonly<Record<string, { readonly tokens: number; readonly positive: string }>>;
}

/** What the offline writer makes of every golden request, in every style. */
export async function goldenTable(): Promise<readonly GoldenRow[]> {
  const rows: GoldenRow[] = [];
  for (const { trade, kind, text } of GOLDEN_REQUESTS) {
    const brief = await write(text);
    const prompts = await Promise.all(
      catalogue.styles.names.map(async (style) => {
        const styled = await write(text, { style });
        return [style, { tokens: styled.parts?.tokens ?? 0, positive: styled.prompt.positive }] as const;
      }),
    );
    if (brief.parts === undefined) throw new Error('The offline writer tells the parts of its prompts');
    rows.push({
      trade,
      kind,
      text,
      industry: brief.industry,
      style: brief.style,
      keywords: brief.parts.keywords,
      copy: brief.copy,
      warnings: brief.warnings.map((warning) => warning.ko),
      negative: brief.prompt.negative,
      prompts: Object.fromEntries(prompts),
    });
  }
  return rows;
}
