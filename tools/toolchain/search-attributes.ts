import { createRequire } from 'node:module';

export type SearchAttributeType = 'Keyword' | 'Datetime' | 'Int';

/** The search attributes that the workflows set, which a server must know before the first one starts. */
export function searchAttributes(): Record<string, SearchAttributeType> {
  try {
    return (
      createRequire(__filename)('../../src/workflows/search-attributes') as {
        SEARCH_ATTRIBUTES: Record<string, SearchAttributeType>;
      }
    ).SEARCH_ATTRIBUTES;
  } catch {
    return {};
  }
}
