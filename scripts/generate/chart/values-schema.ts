/** The part of JSON Schema that the chart's values use. */
export interface ValuesSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: ValuesSchema;
  readonly properties?: Readonly<Record<string, ValuesSchema>>;
  readonly additionalProperties?: boolean | ValuesSchema;
  readonly definitions?: Readonly<Record<string, ValuesSchema>>;
}

/** What the schema says of a value. Throws for one that it does not know. */
export function schemaAt(root: ValuesSchema, path: readonly string[]): ValuesSchema {
  let schema = root;
  for (const name of path) {
    const next = followed(schema, root).properties?.[name];
    if (next === undefined) throw new Error(`values.schema.json does not know ${path.join('.')}`);
    schema = next;
  }
  return followed(schema, root);
}

const followed = (schema: ValuesSchema, root: ValuesSchema): ValuesSchema =>
  schema.$ref === undefined ? schema : (root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? schema);

/** What a value may be, in words for a table. */
export function describeSchema(schema: ValuesSchema, root: ValuesSchema): string {
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ');
  switch (schema.type) {
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return rangeOf(schema);
    case 'array':
      return `a list of ${describeSchema(followed(schema.items ?? {}, root), root)}`;
    case 'object':
      return schema.properties === undefined ? 'texts by name' : `${Object.keys(schema.properties).join(', ')}`;
    case 'string':
      return 'a text';
    default:
      // maxUnavailable is a number or a percentage.
      return Array.isArray(schema.type) ? 'a number or a percentage' : 'anything';
  }
}

function rangeOf({ minimum, maximum }: ValuesSchema): string {
  if (minimum === undefined) return 'a whole number';
  return maximum === undefined ? `at least ${String(minimum)}` : `${String(minimum)} to ${String(maximum)}`;
}
