import { asSpelled } from '../../language/spoken-endings.ts';
import type { CopyMaterial } from './copy-material.ts';
import type { StatementGroup } from './statement-groups.ts';

/** When it is, said before a name: '오늘', '비 오는 날엔'. */
const TIME = /^(?:오늘|내일|모레|금일|지금|이번\s?주|다음\s?주|(?:비|눈)\s?오는\s?날\S{0,2})$/u;

/** One word that ends as a sentence does. */
const VERB = /^(?:[가-힣]{2,12}(?:니다|요)|[삽팝]니다|사요)$/u;

/** What stands in one sentence with the only product, with nothing between: a time before it, a verb behind it. */
export interface ProductSentence {
  readonly text: string;
  readonly groups: readonly StatementGroup[];
}

/** '오늘 꼬막비빔밥 개시했습니당', '갈치조림 묵어보이소': as the owner says it. Absent where the name stands alone. */
export function productSentence(
  name: string,
  product: StatementGroup,
  open: readonly StatementGroup[],
  { statements, text }: CopyMaterial,
): ProductSentence | undefined {
  if (text === undefined || product.bound.length > 0) return undefined;
  const at = (index: number): StatementGroup | undefined => {
    const statement = statements[index];
    const [first, second] = index < product.index ? [statement, product.root] : [product.root, statement];
    if (first === undefined || second === undefined) return undefined;
    const beside = /^\s+$/u.test(text.slice(first.end, second.start));
    return beside ? open.find((group) => group.index === index && group.bound.length === 0) : undefined;
  };
  const before = at(product.index - 1);
  const after = at(product.index + 1);
  const time = before?.root.kind === 'schedule' && TIME.test(before.root.text) ? before : undefined;
  const verb =
    after !== undefined &&
    TELLS.has(after.root.kind) &&
    VERB.test(asSpelled(after.root.text.replace(/[!~.]{1,8}$/u, '')))
      ? after
      : undefined;
  if (time === undefined && verb === undefined) return undefined;
  return {
    text: [time?.root.text, name, verb?.root.text].filter(Boolean).join(' '),
    groups: [time, verb].filter((group) => group !== undefined),
  };
}

const TELLS: ReadonlySet<string> = new Set(['description', 'occasion']);
