import { createRequire } from 'node:module';
import type TypeScript from 'typescript';

// i18next-parser bundles what its configuration imports, and a bundled compiler does not start.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/** A text that a source asks to translate. */
export interface SourceText {
  readonly key: string;
  /** Whether it is given a `count`, so that it has plural forms. */
  readonly isCounted: boolean;
}

/** `t` is the hook's, `msg` marks the sentences of the catalogue and the guides. */
const functions: readonly string[] = ['t', 'msg'];

const nameOf = (callee: TypeScript.Expression): string | undefined =>
  ts.isIdentifier(callee) ? callee.text : ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;

/** The texts that an expression can be: one, or those of a choice. Null where it is no literal. */
function literals(expression: TypeScript.Expression): string[] | null {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (!ts.isConditionalExpression(expression)) return null;
  const [one, other] = [literals(expression.whenTrue), literals(expression.whenFalse)];
  return one === null || other === null ? null : [...one, ...other];
}

const isCount = (property: TypeScript.ObjectLiteralElementLike): boolean =>
  property.name !== undefined && ts.isIdentifier(property.name) && property.name.text === 'count';

/**
 * Every text of a source, also those within the arguments of another one. `opaque` are calls whose text is no
 * literal, so that nobody can collect it.
 */
export function sourceTexts(source: string, fileName: string): { texts: SourceText[]; opaque: string[] } {
  const texts: SourceText[] = [];
  const opaque: string[] = [];
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && functions.includes(nameOf(node.expression) ?? '')) {
      const [text, values] = node.arguments;
      const keys = text === undefined ? null : literals(text);
      if (keys === null) opaque.push(node.getText());
      const isCounted = values !== undefined && ts.isObjectLiteralExpression(values) && values.properties.some(isCount);
      texts.push(...(keys ?? []).map((key) => ({ key, isCounted })));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { texts, opaque };
}
