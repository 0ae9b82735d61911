import type { StructuralSchema, ValidationRule } from './structural-schema';

/** A rule for the node at a place of a schema. */
export interface PlacedRule extends ValidationRule {
  /** Names of properties, with dots between; empty for the schema itself. */
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
  const child = schema.properties?.[name];
  if (child === undefined) throw new Error(`${name} is no property, so that a rule for it holds nowhere: ${rule.rule}`);
  return { ...schema, properties: { ...schema.properties, [name]: withRule(child, rest, rule) } };
}

/**
 * Whether no two items of a list are alike; quadratic, and so only for short lists. `of` is what is compared, said of
 * `item`.
 */
export const eachOnce = (list: string, of = (item: string): string => item): string =>
  `${list}.all(one, ${list}.exists_one(other, ${of('one')} == ${of('other')}))`;
