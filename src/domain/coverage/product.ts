/** A product that a ticket may be about. Support is for `currentVersion` only (policy section "Limitaciones del servicio"). */
export type Product = {
  readonly id: string;
  readonly name: string;
  readonly currentVersion: string;
  /** False for products of third parties, which are never supported. */
  readonly providedByUs: boolean;
};
