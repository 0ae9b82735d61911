/** What is looked at of a schema in a custom resource definition. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Gives a text that is at most so many code points long. */
export type TextOfLength = (length: number) => string;

/** The longest that an API lets in, in code points of four bytes. */
export const longestText: TextOfLength = (length) => '🎩'.repeat(length);

const keyLength = 256;
const time = '2026-01-01T00:00:00.000000000+00:00';

/** A value with every field of a schema, and as many items and keys as it takes; every free text is `textOf`. */
export function filled(schema: Schema, textOf: TextOfLength, place = '', index = 0): unknown {
  const below = (child: Schema, name: string, childIndex = index): unknown =>
    filled(child, textOf, `${place}.${name}`, childIndex);
  switch (schema.type) {
    case 'object': {
      const { properties, additionalProperties, maxProperties = 0 } = schema;
      if (additionalProperties === undefined)
        return Object.fromEntries(Object.entries(properties ?? {}).map(([name, child]) => [name, below(child, name)]));
      return Object.fromEntries(
        Array.from({ length: maxProperties }, (_, count) => [
          numbered(count, textOf, keyLength),
          below(additionalProperties, '*', count),
        ]),
      );
    }
    case 'array': {
      const { items = {}, maxItems = 0 } = schema;
      // There is one condition of each type.
      const length = Math.min(maxItems, items.properties?.['type']?.enum?.length ?? items.enum?.length ?? maxItems);
      return Array.from({ length }, (_, count) => below(items, '*', count));
    }
    case 'string':
      return text(schema, textOf, place, index);
    case 'integer':
      return schema.maximum ?? 2 ** 31 - 1;
    default:
      return false;
  }
}

function text(
  { enum: words, format, pattern = '', maxLength = 0 }: Schema,
  textOf: TextOfLength,
  place: string,
  index: number,
): string {
  if (words !== undefined) return words[index % words.length] ?? '';
  if (format === 'date-time') return time;
  if (pattern.startsWith('^[a-z')) return `${'a'.repeat(maxLength - 4)}${String(index + 1000)}`;
  if (pattern.startsWith('^[A-Z')) return 'A'.repeat(maxLength);
  return place.endsWith('.notApplicable.*') ? numbered(index, textOf, maxLength) : textOf(maxLength);
}

/** No other of that place is the same. */
const numbered = (index: number, textOf: TextOfLength, length: number): string =>
  `${String(index + 1000)}${textOf(length - 4)}`;
