/** Where a new ticket that follows a closed one is registered. */
export function newRelatedPath(folio: string): string {
  return `/tickets/nuevo?${new URLSearchParams({ follows: folio }).toString()}`;
}
