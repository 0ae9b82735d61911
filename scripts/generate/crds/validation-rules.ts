import type { StructuralSchema, ValidationRule } from './structural-schema';

/** A rule for the node at a place of a schema. */
export interface PlacedRule extends ValidationRule {
  /** Names of properties, with dots between and `*` for the items of a list; empty for the schema itself. */
  readonly at: string;
}

/** The schema with each rule at its place. Throws where there is no such place. */
export const withRules = (schema: StructuralSchema, rules: readonly PlacedRule[]): StructuralSchema =>
  rules.reduce((whole, { at, ...rule }) => withRule(whole, at === '' ? [] : at.split('.'), rule), schema);

function withRule(
  schema: StructuralSchema,
  [name, ...rest]: readonly string[],
  rule: ValidationRule,
): StructuralSchema {
  if (name === undefined)
    return { ...schema, 'x-kubernetes-validations': [...(schema['x-kubernetes-validations'] ?? []), rule] };
  if (name === '*' && schema.items !== undefined) return { ...schema, items: withRule(schema.items, rest, rule) };
  const child = schema.properties?.[name];
  if (child === undefined) throw new Error(`${name} is no property, so that a rule for it holds nowhere: ${rule.rule}`);
  return { ...schema, properties: { ...schema.properties, [name]: withRule(child, rest, rule) } };
}

/**
 * Whether no two items of a list are alike; `of` is what is compared of an item. Where it is a part of the item, the parts
 * are taken out once, because the API server makes a value of CEL out of an item each time a rule looks at it: two loops
 * over the items of a report take it 20 ms.
 */
export const eachOnce = (list: string, of?: string): string => {
  const once = (texts: string): string => `${texts}.all(text, ${texts}.indexOf(text) == ${texts}.lastIndexOf(text))`;
  return of === undefined ? once(list) : `[${list}.map(item, item.${of})].all(texts, ${once('texts')})`;
};

/** No key of a map is longer than so many code points; a structural schema has no keyword for it. */
export const shortKeys = (length: number): ValidationRule => ({
  rule: `self.all(key, size(key) <= ${String(length)})`,
  message: `a key is longer than ${String(length)} characters`,
});
