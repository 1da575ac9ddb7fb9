import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/**
 * The compiler takes any field that is spread into an object, `{ ...defined({ old }) }`, though the object's type has
 * no such field: whoever renames one would lose it without a word. So it is looked for here.
 */
const root = join(import.meta.dirname, '..', '..');
const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);

/** Object literals whose fields an expression may spread. */
function literalsIn(expression: ts.Expression | undefined): readonly ts.ObjectLiteralExpression[] {
  if (expression === undefined) return [];
  if (ts.isObjectLiteralExpression(expression)) return [expression];
  if (ts.isParenthesizedExpression(expression)) return literalsIn(expression.expression);
  if (ts.isBinaryExpression(expression)) return literalsIn(expression.right);
  if (ts.isConditionalExpression(expression)) {
    return [...literalsIn(expression.whenTrue), ...literalsIn(expression.whenFalse)];
  }
  const isDefined = ts.isCallExpression(expression) && expression.expression.getText() === 'defined';
  return isDefined ? literalsIn(expression.arguments[0]) : [];
}

/** The types of objects that a literal may become; none where any field is allowed. */
function targetsOf(literal: ts.ObjectLiteralExpression, checker: ts.TypeChecker): readonly ts.Type[] {
  const wanted = checker.getContextualType(literal);
  if (wanted === undefined) return [];
  const types = (wanted.isUnion() ? wanted.types : [wanted]).filter(
    (type) => (type.flags & ts.TypeFlags.Object) !== 0 || type.isIntersection(),
  );
  const isOpen = (type: ts.Type): boolean =>
    type.getStringIndexType() !== undefined || checker.getPropertiesOfType(type).length === 0;
  return types.some(isOpen) ? [] : types;
}

interface Found {
  readonly checked: number;
  readonly lost: readonly string[];
}

function lostFields(program: ts.Program): Found {
  const checker = program.getTypeChecker();
  const lost: string[] = [];
  let checked = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isSpreadAssignment(node)) {
      const targets = targetsOf(node.parent, checker);
      for (const { name } of targets.length > 0
        ? literalsIn(node.expression).flatMap((one) => [...one.properties])
        : []) {
        if (name === undefined || !ts.isIdentifier(name)) continue;
        checked++;
        if (targets.some((type) => checker.getPropertyOfType(type, name.text) !== undefined)) continue;
        const file = node.getSourceFile();
        const { line } = file.getLineAndCharacterOfPosition(name.getStart());
        lost.push(`${relative(root, file.fileName)}:${line + 1} ${name.text}`);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) if (!file.fileName.includes('node_modules')) visit(file);
  return { checked, lost };
}

describe('a field that is spread into an object', () => {
  it('is one that the object has', () => {
    const { checked, lost } = lostFields(ts.createProgram(config?.fileNames ?? [], config?.options ?? {}));
    expect(lost).toEqual([]);
    expect(checked).toBeGreaterThan(200);
  });

  it('is found where it is not', () => {
    const path = join(root, 'planted.ts');
    const text = [
      'declare function defined<T extends object>(fields: T): Partial<T>;',
      'interface Target { readonly a?: number; readonly b?: number }',
      'declare const b: number | undefined;',
      'declare const old: number;',
      'export const good: Target = { a: 1, ...defined({ b }) };',
      'export const bad: Target = { ...defined({ b, old }), ...(b === undefined ? {} : { older: old }) };',
    ].join('\n');
    const options: ts.CompilerOptions = { strict: true, noLib: true };
    const compiler = ts.createCompilerHost(options);
    const program = ts.createProgram([path], options, {
      ...compiler,
      fileExists: (file) => file === path,
      getSourceFile: (file, language) =>
        file === path ? ts.createSourceFile(file, text, language, true) : undefined,
    });
    expect(lostFields(program).lost).toEqual(['planted.ts:6 old', 'planted.ts:6 older']);
  });
});
