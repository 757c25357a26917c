import { DEFAULT_LIMIT } from '../../contract/page';
import { ApiError } from '../problems/api-error';

export interface PageQuery {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** Where a row stands in its list: what the list is ordered by, then the id. */
export type Place = readonly [key: string, id: string];

/**
 * A page of a list that is small enough to be read whole. `items` are in the order of their places, first to last;
 * the next page begins behind the place of the last row shown, so that nothing is skipped when rows come and go.
 * @param name ties a cursor to its list
 * @throws ApiError invalid_request on a cursor that was not made here
 */
export function pageOfAll<Item, Shown>(
  name: string,
  items: readonly Item[],
  { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  rows: { place: (item: Item) => Place; descending?: boolean; show: (item: Item) => Shown },
): { items: Shown[]; nextCursor: string | null } {
  const after = readCursor(name, cursor);
  const sign = rows.descending ? -1 : 1;
  const rest = after ? items.filter((item) => comparePlaces(rows.place(item), after) * sign > 0) : items;
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last !== undefined;
  return { items: shown.map(rows.show), nextCursor: more ? makeCursor(name, rows.place(last)) : null };
}

export function makeCursor(name: string, place: Place): string {
  return Buffer.from(JSON.stringify([name, ...place])).toString('base64url');
}

/** @throws ApiError invalid_request on a cursor that was not made here. */
export function readCursor(name: string, cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const decoded = decode(cursor);
  if (!Array.isArray(decoded) || decoded.length !== 3 || decoded[0] !== name) throw madeUp();
  const [, key, id] = decoded as unknown[];
  if (typeof key !== 'string' || typeof id !== 'string') throw madeUp();
  return [key, id];
}

/** The cursor of a list in the order of its instants. @throws ApiError invalid_request on one that was not made here */
export function readInstantCursor(
  name: string,
  cursor: string | undefined,
): readonly [at: Date, id: string] | undefined {
  const place = readCursor(name, cursor);
  if (place === undefined) return undefined;
  const at = new Date(place[0]);
  if (Number.isNaN(at.getTime())) throw madeUp();
  return [at, place[1]];
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw madeUp();
  }
}

function madeUp(): ApiError {
  return new ApiError('invalid_request', { errors: [{ path: 'cursor', code: 'invalid_cursor' }] });
}

/** By code units, as the arrays were sorted. */
export function comparePlaces(a: Place, b: Place): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : Number(a[1] > b[1]);
}
