/** The part of JSON Schema that zod writes. */
export interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  /** Which keys a record takes. */
  propertyNames?: Schema;
  items?: Schema;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  default?: unknown;
  examples?: unknown[];
}

/** zod writes a schema with an id as a reference: here it stands where it is used. */
export function inline(schema: Schema, root: Schema = schema): Schema {
  const { $ref, ...rest } = schema as Schema & { $ref?: string };
  const target =
    $ref === undefined
      ? rest
      : { ...(root as { $defs: Record<string, Schema> }).$defs[$ref.split('/').at(-1)!], ...rest };
  const { properties, items, anyOf, additionalProperties } = target;
  return {
    ...target,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, inner]) => [name, inline(inner, root)]),
      ),
    }),
    ...(items && { items: inline(items, root) }),
    ...(anyOf && { anyOf: anyOf.map((inner) => inline(inner, root)) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: inline(additionalProperties, root),
    }),
  };
}

/** A value that fits, every optional field filled in. */
export function sample(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.examples) return schema.examples[0];
  if (schema.anyOf) return sample(schema.anyOf[0]!);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sample(inner)]),
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sample(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return null;
  }
}

function sampleText({ format, minLength = 0 }: Schema): string {
  if (format === 'date-time') return '2026-11-20T15:00:00.000Z';
  if (format === 'date') return '2026-11-20';
  if (format === 'email') return 'ana@example.test';
  return 'texto'.padEnd(minLength, 'o');
}
