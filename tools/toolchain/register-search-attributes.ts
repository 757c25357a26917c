import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from '../../src/workflows/search-attributes';

/** Numbers of temporal.api.enums.v1.IndexedValueType. */
const INDEXED_VALUE_TYPE = { Keyword: 2, Int: 3, Datetime: 6 } as const;

/**
 * Makes a namespace know the search attributes that the workflows set; those it already has are left alone.
 * @returns the names that were added
 * @throws ServiceError when the server does not let us, as Temporal Cloud does not (there an operator adds them)
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<string[]> {
  const known = (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes ?? {};
  const missing = Object.keys(SEARCH_ATTRIBUTES).filter((name) => !(name in known));
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
  return missing;
}

/** Adds search attributes without asking which there are, which the time-skipping test server can not tell. */
export async function addSearchAttributes(
  connection: Connection,
  namespace: string,
  names: readonly string[] = Object.keys(SEARCH_ATTRIBUTES),
): Promise<void> {
  const searchAttributes = Object.fromEntries(
    Object.entries(SEARCH_ATTRIBUTES)
      .filter(([name]) => names.includes(name))
      .map(([name, type]) => [name, INDEXED_VALUE_TYPE[type]]),
  );
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
