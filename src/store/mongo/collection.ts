import { Schema, type Connection, type Model, type Query, type SchemaDefinition } from 'mongoose';

/** A store as far as one collection goes: who works with that collection needs to know of no other. */
export type Holds<Name extends string, Document> = Readonly<Record<Name, Model<Document>>>;

/** A store as far as its connection goes. */
export interface Connected {
  readonly connection: Connection;
}

/**
 * A model for one collection. Documents are read lean and written whole, so the document's own type is what
 * matters; a filter that names a field the schema does not know is an error, never a filter that matches all.
 */
export function collection<Document>(connection: Connection, name: string, schema: Schema): Model<Document> {
  schema.set('strictQuery', 'throw');
  schema.set('versionKey', false);
  schema.set('minimize', false);
  return connection.model<Document>(name, schema as never);
}

/**
 * A schema that refuses what it does not know instead of dropping it, and whose filters can not be turned into
 * operators by a value that slipped through: a filter that means one is marked `trusted`.
 */
export function strictSchema(name: string, definition: SchemaDefinition): Schema {
  const schema = new Schema(definition, { collection: name, strict: 'throw' });
  schema.pre(
    /^(find|update|delete|count)/,
    { query: true, document: false },
    function (this: Query<unknown, unknown>) {
      this.setOptions({ sanitizeFilter: true });
    },
  );
  return schema;
}
