import type { Connection, Model, Schema } from 'mongoose';

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
