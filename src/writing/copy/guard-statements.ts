import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement } from '../../ad/statement.ts';
import type { Industry } from '../../presets/industry.ts';
import type { WordGuard } from './forbidden-words.ts';
import { guardWords } from './guard-copy.ts';
import { groupsOf, isLettered } from './statement-groups.ts';

/** What may be told, and what may not with everything that binds it. */
export interface GuardedStatements {
  readonly value: readonly Statement[];
  readonly left: readonly Statement[];
  readonly warnings: readonly LocalizedText[];
}

/** Without the kinds that the trade never tells of itself. */
export function withoutOmitted(
  statements: readonly Statement[],
  { omit }: Pick<Industry, 'omit'>,
): GuardedStatements {
  const omitted = statements.filter(({ kind }) =>
    omit?.facts.some((fact) => kind === (fact === 'deal' ? 'offer' : fact)),
  );
  if (omit === undefined || omitted.length === 0) return { value: statements, left: [], warnings: [] };
  const names = omitted.map(({ text }) => `“${text}”`).join(', ');
  return {
    ...without(statements, new Set(omitted)),
    warnings: [
      { ko: `${names}: 문구에 넣지 않았어요. ${omit.why.ko}`, en: `${names} was left out. ${omit.why.en}` },
    ],
  };
}

/** With the words replaced that others can stand for; a statement with any other word that may not be said is left out. */
export function guardStatements(statements: readonly Statement[], guard: WordGuard): GuardedStatements {
  const refused = new Set<Statement>();
  const warnings: LocalizedText[] = [];
  const guarded = statements.map((statement) => {
    if (!isLettered(statement) && statement.kind !== 'trade') return statement;
    const { value, warnings: found } = guardWords(statement.text, guard);
    if (isLettered(statement)) warnings.push(...found);
    const changed =
      value === undefined || value === statement.text ? statement : { ...statement, text: value };
    if (value === undefined) refused.add(changed);
    return changed;
  });
  return { ...without(guarded, refused), warnings };
}

/** The statements without some, and without those that are told beside them or not at all. */
function without(
  statements: readonly Statement[],
  unwanted: ReadonlySet<Statement>,
): Pick<GuardedStatements, 'value' | 'left'> {
  if (unwanted.size === 0) return { value: statements, left: [] };
  const gone = new Set<Statement>(unwanted);
  for (const { members } of groupsOf(statements))
    if (members.some((statement) => unwanted.has(statement))) for (const one of members) gone.add(one);
  const places = new Map<number, number>();
  for (const [index, statement] of statements.entries())
    if (!gone.has(statement)) places.set(index, places.size);
  return {
    value: statements.flatMap((statement) => {
      if (gone.has(statement)) return [];
      const { binds, ...rest } = statement;
      const place = binds === undefined ? undefined : places.get(binds);
      return [place === undefined ? rest : { ...rest, binds: place }];
    }),
    left: statements.filter((statement) => gone.has(statement) && isLettered(statement)),
  };
}
