import type { AdCopy } from '../../ad/copy.ts';
import type { LocalizedText } from '../../ad/locale.ts';
import type { Statement } from '../../ad/statement.ts';
import type { Industry } from '../../presets/industry.ts';
import type { WordGuard } from './forbidden-words.ts';
import { guardWords, refusedWarning } from './guard-copy.ts';
import { groupsOf, isLettered, squeezed } from './statement-groups.ts';

/** What may be told, and what may not with everything that binds it. */
export interface GuardedStatements {
  readonly value: readonly Statement[];
  readonly left: readonly Statement[];
  readonly warnings: readonly LocalizedText[];
}

/** Of coming there rather than of what is sold: a clinic may tell that its parking is free. */
const OF_THE_VISIT = /주차|셔틀|발렛|parking|shuttle/iu;

/** Without the kinds that the trade never tells of itself. */
export function withoutOmitted(
  statements: readonly Statement[],
  { omit }: Pick<Industry, 'omit'>,
): GuardedStatements {
  const omitted = statements.filter(
    ({ kind, text }) =>
      !OF_THE_VISIT.test(text) && omit?.facts.some((fact) => kind === (fact === 'deal' ? 'offer' : fact)),
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

/**
 * Without what no font can draw: a box is no letter, and half a statement no statement.
 *
 * @param uncovered the letters of a text that cannot be drawn
 */
export function withoutUncovered(
  statements: readonly Statement[],
  uncovered: (text: string) => readonly string[],
): GuardedStatements {
  const unseen = statements.filter(
    (statement) =>
      isLettered(statement) && uncovered(`${statement.text}${statement.oldPrice ?? ''}`).length > 0,
  );
  if (unseen.length === 0) return { value: statements, left: [], warnings: [] };
  const names = unseen.map(({ text }) => `“${text}”`).join(', ');
  const letters = [...new Set(unseen.flatMap(({ text }) => uncovered(text)))].slice(0, MOST_NAMED).join(' ');
  return {
    ...without(statements, new Set(unseen)),
    warnings: [
      {
        ko: `${names}: 그릴 수 있는 글꼴이 없는 글자(${letters})가 있어 넣지 않았어요. 다른 글자로 적어 주시면 넣을게요.`,
        en: `${names} was left out: no font can draw ${letters}. Write it in other characters to include it.`,
      },
    ],
  };
}

/** Letters that a warning names. */
const MOST_NAMED = 6;

/**
 * Says that something is no gift: '쿠키는 무료 아닙니다'. Of an ad that is read in passing the word '무료' is what stays, and
 * the opposite of what was meant. '중복 할인 불가' is a condition, which is known from far by its form.
 */
const DENIED_GIFT =
  /(?:무료|공짜|할인|증정|사은품|서비스|덤|세일|이벤트)\S{0,2}\s?(?:아닙|아니(?!고\s\S|라\s\S|구\s\S)|아님|아녜|아냐)|\b(?:not|isn[’']t|aren[’']t|never|no longer)\s(?:\w+\s)?(?:free|discounted|on sale|complimentary|a gift)\b/iu;

/** Without what denies a gift, which is told instead of lettered. */
export function withoutDenials(statements: readonly Statement[]): GuardedStatements {
  const denials = statements.filter(
    (statement) => isLettered(statement) && statement.kind !== 'product' && DENIED_GIFT.test(statement.text),
  );
  if (denials.length === 0) return { value: statements, left: [], warnings: [] };
  const names = denials.map(({ text }) => `“${text}”`).join(', ');
  return {
    ...without(statements, new Set(denials)),
    warnings: [
      {
        ko: `${names}: 스쳐 보면 반대로 읽힐 수 있어서 넣지 않았어요. 꼭 필요하면 안내 줄에 직접 적어 주세요.`,
        en: `${names} was left out, since at a glance it could be read as the opposite. Add it to the details yourself if you need it.`,
      },
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

/** Most statements that are taken out because of words that they make together; each is another look at the whole copy. */
const MAX_APART = 8;

/**
 * The copy of statements that make no forbidden word together, as '세계' and '최초' do on two lines: one of them is left out.
 *
 * @param write makes the copy of statements
 */
export function writeGuarded<T extends { readonly copy: AdCopy }>(
  statements: readonly Statement[],
  guard: WordGuard,
  write: (statements: readonly Statement[]) => T,
): { readonly written: T; readonly left: readonly Statement[]; readonly warnings: readonly LocalizedText[] } {
  const warnings: LocalizedText[] = [];
  const left: Statement[] = [];
  let told = statements;
  let written = write(told);
  for (let turn = 0; turn < MAX_APART; turn++) {
    const { replaced, refused } = guard(Object.values(written.copy).join('\n'));
    const [finding] = [...refused, ...replaced];
    const end = finding?.word.trim().split(/\s+/).at(-1);
    const unwanted = told.findLast(
      (statement) =>
        isLettered(statement) && end !== undefined && squeezed(statement.text).includes(squeezed(end)),
    );
    if (finding === undefined || unwanted === undefined) break;
    const rest = without(told, new Set([unwanted]));
    left.push(...rest.left);
    warnings.push(refusedWarning(finding));
    told = rest.value;
    written = write(told);
  }
  return { written, left, warnings };
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
