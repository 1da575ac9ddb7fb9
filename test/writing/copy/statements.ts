import type { AdCopy } from '../../../src/ad/copy.ts';
import type { Statement, StatementKind } from '../../../src/ad/statement.ts';
import type { CopyMaterial } from '../../../src/writing/copy/copy-material.ts';
import { squeezed } from '../../../src/writing/copy/statement-groups.ts';
import { type WrittenCopy, writeCopy } from '../../../src/writing/copy/write-copy.ts';

type Told = readonly [kind: StatementKind, text: string, more?: Pick<Statement, 'binds' | 'oldPrice'>];

/** Statements as a reader finds them, one after the other. */
export function statementsOf(...told: readonly Told[]): readonly Statement[] {
  let at = 0;
  return told.map(([kind, text, more]) => {
    const start = at;
    at += text.length + 1;
    return { kind, text, start, end: start + text.length, ...more };
  });
}

function materialOf(statements: readonly Statement[], more: Partial<CopyMaterial> = {}): CopyMaterial {
  return { statements, occasionKind: 'everyday', given: {}, ...more };
}

export const written = (statements: readonly Statement[], more: Partial<CopyMaterial> = {}): WrittenCopy =>
  writeCopy(materialOf(statements, more));

export const copyOf = (...told: readonly Told[]): AdCopy => written(statementsOf(...told)).copy;

/** Whether a slot, or one line of the details, holds a statement whole. */
export const isWhole = (copy: AdCopy, { text }: Statement): boolean =>
  Object.values(copy)
    .flatMap((slot) => [slot, ...slot.split('\n')])
    .some((line) => squeezed(line).includes(squeezed(text)));
