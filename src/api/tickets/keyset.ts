import type { QueryFilter } from 'mongoose';
import { ApiError } from '../problems/api-error';

/**
 * Fields and directions; the last field is unique. Of a field that rows may lack, `missing last` puts those rows at the
 * end, which is for the first field and ascending only.
 */
export type Order = readonly (readonly [field: string, direction: 1 | -1, missing?: 'missing last'])[];

type Value = string | number | null;

interface Keyset<Document> {
  condition: QueryFilter<Document>;
  /** To be looked for one after the other until the page is full: servers sort what is missing first. */
  parts: readonly QueryFilter<Document>[];
  order: Record<string, 1 | -1>;
  next: (last: Document) => string;
}

/**
 * Paging by the last row seen, so that nothing is skipped or shown twice while rows come and go.
 * @param name ties the cursor to its list and order; a cursor of another list is refused
 * @throws ApiError invalid_request on `cursor` when it was not made here
 */
export function keyset<Document>(name: string, order: Order, cursor: string | undefined): Keyset<Document> {
  const after = cursor === undefined ? null : decode(name, order, cursor);
  return {
    condition: after ? beyond(order, after) : {},
    parts: partsOf(order, after),
    order: Object.fromEntries(order.map(([field, direction]) => [field, direction])),
    next: (last) =>
      encode(
        name,
        order.map(([field]) => (last as Record<string, Value>)[field] ?? null),
      ),
  };
}

function partsOf<Document>([first]: Order, after: Value[] | null): QueryFilter<Document>[] {
  const [field, , missing] = first!;
  if (missing === undefined) return [{}];
  const without = { [field]: null } as QueryFilter<Document>;
  if (after?.[0] === null) return [without];
  return [{ [field]: { $ne: null } }, without];
}

/** (a > x) or (a = x and b > y) … ; null sorts before everything, as MongoDB does, unless it is to be last. */
function beyond<Document>(order: Order, after: Value[]): QueryFilter<Document> {
  const branches = order.flatMap(([field, direction, missing], index) => {
    const equal = order.slice(0, index).map(([earlier], at) => ({ [earlier]: after[at] }));
    const further = missing ? followOrMiss(field, after[index]!) : follow(field, direction, after[index]!);
    return further ? [{ $and: [...equal, further] }] : [];
  });
  return { $or: branches };
}

function follow(field: string, direction: 1 | -1, value: Value): object | null {
  if (direction === 1) return value === null ? { [field]: { $ne: null } } : { [field]: { $gt: value } };
  return value === null ? null : { $or: [{ [field]: { $lt: value } }, { [field]: null }] };
}

function followOrMiss(field: string, value: Value): object | null {
  return value === null ? null : { $or: [{ [field]: { $gt: value } }, { [field]: null }] };
}

function encode(name: string, values: Value[]): string {
  return Buffer.from(JSON.stringify([name, ...values])).toString('base64url');
}

function decode(name: string, order: Order, cursor: string): Value[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(decoded) || decoded.length !== order.length + 1 || decoded[0] !== name)
      throw new Error(name);
    const values: unknown[] = decoded.slice(1);
    if (!values.every(isValue)) throw new Error(name);
    return values;
  } catch {
    throw new ApiError('invalid_request', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] });
  }
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
}
