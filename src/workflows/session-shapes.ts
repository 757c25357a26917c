import { instantAt } from '../domain/instant';

type Shape = 'string' | 'number' | 'object' | 'instant' | 'number?';
export type Shapes<Data> = Record<keyof Required<Data>, Shape>;

/** The first field of a command's data that has not its form, `''` when the data is no object at all. */
export function misshapen(shapes: Record<string, Shape>, data: unknown): string | undefined {
  if (!isObject(data)) return '';
  return (
    Object.keys(data).find((field) => !Object.hasOwn(shapes, field)) ??
    Object.keys(shapes).find((field) => !fits(data[field], shapes[field]!))
  );
}

function fits(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'number?':
      return value === undefined || typeof value === 'number';
    case 'number':
    case 'string':
      return typeof value === shape;
    case 'object':
      return isObject(value);
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
