import { Schema, type Query, type SchemaDefinition } from 'mongoose';

/**
 * A schema that refuses what it does not know instead of dropping it, and whose filters can not be turned into
 * operators by a value that slipped through: a filter that means one is marked `trusted`.
 */
export function strictSchema(collection: string, definition: SchemaDefinition): Schema {
  const schema = new Schema(definition, { collection, strict: 'throw' });
  schema.pre(
    /^(find|update|delete|count)/,
    { query: true, document: false },
    function (this: Query<unknown, unknown>) {
      this.setOptions({ sanitizeFilter: true });
    },
  );
  return schema;
}
