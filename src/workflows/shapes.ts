import { instantAt } from '../domain/instant';

/** The form of one field; with `?` it may be absent. */
type Form = 'string' | 'number' | 'boolean' | 'object' | 'strings' | 'objects' | 'instant';
export type Shape = Form | `${Form}?`;

/** The form of every field of a command's data. */
export type Shapes<Data> = Record<keyof Required<Data>, Shape>;

/** The first field of a command's data that has not its form, `''` when the data is no object at all. */
export function misshapen(shapes: Readonly<Record<string, Shape>>, data: unknown): string | undefined {
  if (!isObject(data)) return '';
  return (
    Object.keys(data).find((field) => !Object.hasOwn(shapes, field)) ??
    Object.keys(shapes).find((field) => !fits(data[field], shapes[field]!))
  );
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape.endsWith('?') && value === undefined) return true;
  const form = shape.replace('?', '') as Form;
  switch (form) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === form;
    case 'object':
      return isObject(value);
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'objects':
      return Array.isArray(value) && value.every(isObject);
    case 'instant':
      return isInstant(value);
  }
}

/** The one form whose strings sort like the instants. */
function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && instantAt(ms) === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
