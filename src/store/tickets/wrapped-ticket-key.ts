/** A ticket's own key, wrapped by a key of its customer. Stands in the intake: a registration stays one insert. */
export interface WrappedTicketKey {
  /** `folio:random`; stands in the clear beside everything that the key seals. */
  id: string;
  /** Base64. */
  wrapped: string;
  /** The customer's key that wrapped it. */
  by: string;
}
