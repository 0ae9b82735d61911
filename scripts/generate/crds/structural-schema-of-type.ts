import type { Schema } from 'ts-json-schema-generator';
import { createGenerator } from 'ts-json-schema-generator';
import type { ReportLimit } from '@calico-readiness/requirements';
import { defaultTextLimit } from '@calico-readiness/requirements';
import { safeTextPattern } from './safe-text';
import type { StructuralSchema } from './structural-schema';
import { shortKeys } from './validation-rules';

/** How much a list or map holds where no limit is given: more than any of ours, so that a forgotten limit shows in the size test and not in the field. */
const defaultItems = 64;
/** RFC 3339 with nanoseconds and a zone takes 35. */
const dateTimeLength = 64;

/** A doc comment's tag that describes every property of a type made by mapping names, of which none has a comment of its own. */
const entryTag = 'each';

/** The limit at a place of the schema, given as path segments. */
export type LimitAt = (segments: readonly string[]) => ReportLimit | undefined;

/** The structural schema of an exported type of the requirements workspace. Throws on what such a schema can't express. */
export function structuralSchemaOf(typeName: string, limitAt: LimitAt): StructuralSchema {
  const generator = createGenerator({
    path: 'requirements/src/index.ts',
    tsconfig: 'requirements/tsconfig.json',
    type: typeName,
    expose: 'none',
    topRef: false,
    additionalProperties: true,
    skipTypeCheck: true,
    extraTags: [entryTag],
  });
  return convert(generator.createSchema(typeName), [], limitAt);
}

function convert(schema: Schema | boolean, segments: readonly string[], limitAt: LimitAt): StructuralSchema {
  const place = segments.join('.') || 'the root';
  if (typeof schema === 'boolean') throw new Error(`${place} may be anything, which a structural schema cannot say`);
  const types = [schema.type ?? []].flat();
  const type = types.find((candidate) => candidate !== 'null');
  if (type === undefined || types.some((candidate) => candidate !== type && candidate !== 'null')) {
    throw new Error(`${place} has the types ${types.join(', ') || 'none'}; a structural schema has exactly one`);
  }
  const shared = {
    ...(schema.description !== undefined && { description: schema.description.replace(/\s+/g, ' ') }),
    ...(types.includes('null') && { nullable: true as const }),
  };
  const limit = limitAt(segments);
  switch (type) {
    case 'object':
      return { type, ...shared, ...convertObject(schema, segments, limitAt) };
    case 'array':
      if (schema.items === undefined || Array.isArray(schema.items))
        throw new Error(`${place} is a list of unlike items`);
      return {
        type,
        ...shared,
        ...boundedItems(convert(schema.items, [...segments, '*'], limitAt), schema.maxItems ?? limit?.items),
        // One writer owns a whole list; tracking its items apart would more than double the stored object.
        'x-kubernetes-list-type': 'atomic',
      };
    case 'string':
      return { type, ...shared, ...convertText(schema, limit) };
    case 'number':
    case 'integer':
      // The model has no fractions, and JSON Schema from TypeScript can't tell.
      return {
        type: 'integer',
        ...shared,
        minimum: schema.minimum ?? 0,
        ...(schema.maximum !== undefined && { maximum: schema.maximum }),
      };
    case 'boolean':
      return { type, ...shared };
    default:
      throw new Error(`${place} has the type ${type}`);
  }
}

/** A list of words that none repeats is no longer than there are words. */
const boundedItems = (items: StructuralSchema, limit: number | undefined): Partial<StructuralSchema> => ({
  maxItems: limit ?? items.enum?.length ?? defaultItems,
  items,
});

function convertText(
  { enum: words, const: word, format, pattern, maxLength }: Schema,
  limit: ReportLimit | undefined,
): Partial<StructuralSchema> {
  if (words !== undefined || word !== undefined) return { enum: (words ?? [word]).map(String) };
  if (format === 'date-time') return { format, maxLength: dateTimeLength };
  return { maxLength: maxLength ?? limit?.length ?? defaultTextLimit, pattern: pattern ?? safeTextPattern };
}

function convertObject(schema: Schema, segments: readonly string[], limitAt: LimitAt): Partial<StructuralSchema> {
  const { properties, required, additionalProperties } = schema;
  if (properties === undefined) {
    if (additionalProperties === undefined) throw new Error(`${segments.join('.')} is an object without fields`);
    return {
      additionalProperties: convert(additionalProperties, [...segments, '*'], limitAt),
      maxProperties: limitAt(segments)?.items ?? defaultItems,
      // Nothing but a rule bounds a key.
      'x-kubernetes-validations': [shortKeys(defaultTextLimit)],
    };
  }
  return {
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [
        name,
        { ...describedEntry(schema, name), ...convert(property, [...segments, name], limitAt) },
      ]),
    ),
    ...(required !== undefined && required.length > 0 && { required }),
  };
}

function describedEntry(schema: Schema, name: string): Pick<StructuralSchema, 'description'> {
  const sentence: unknown = (schema as Readonly<Record<string, unknown>>)[entryTag];
  return typeof sentence === 'string' ? { description: sentence.replace('{name}', name) } : {};
}
