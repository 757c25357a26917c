import type { Contract, ContractStanding, LocalDate } from './contract';
import { CONTRACT_STANDINGS, contractStanding } from './contract';
import type { Product } from './product';

export type CoverageRefusal = 'product_not_covered' | 'contract_not_in_force' | 'version_not_supported';

export type CoverageReason =
  | 'covered'
  | 'unknown_product'
  | 'third_party_product'
  | 'no_contract'
  | 'contract_suspended'
  | 'contract_not_begun'
  | 'contract_ended'
  | 'other_version';

/**
 * What the judgement saw, kept with the ticket or the refusal: enough to explain it later, when contracts and
 * versions have changed. `contract` is the one that decided, null when the product was refused before looking
 * or there is none for it; `product.name` and `version.current` are null for an unknown product.
 */
export type CoverageEvidence = {
  readonly reason: CoverageReason;
  readonly localDate: LocalDate;
  readonly product: { readonly id: string; readonly name: string | null };
  readonly version: { readonly asked: string; readonly current: string | null };
  readonly contract: {
    readonly number: string;
    readonly plan: string;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
  } | null;
};

export type CoverageJudgement =
  | { readonly ok: true; readonly evidence: CoverageEvidence }
  | { readonly ok: false; readonly code: CoverageRefusal; readonly evidence: CoverageEvidence };

export type CoverageRequest = {
  /** All contracts of the customer; those for other products are passed over. */
  readonly contracts: readonly Contract[];
  readonly products: readonly Product[];
  readonly productId: string;
  readonly productVersion: string;
  /** The day of registration in the zone of the customer's calendar. */
  readonly localDate: LocalDate;
};

/**
 * Whether a ticket may be registered: product first, then contract, then version.
 * Policy sections "Políticas" (our services only, while hired) and "Limitaciones del servicio" (current version only).
 */
export function judgeCoverage(request: CoverageRequest): CoverageJudgement {
  const { productId, localDate } = request;
  const product = request.products.find(({ id }) => id === productId);
  const contract = product?.providedByUs ? decidingContract(request) : undefined;
  const asked = request.productVersion.trim();
  const reason = reasonFor(product, contract, asked, localDate);
  const evidence: CoverageEvidence = {
    reason,
    localDate,
    product: { id: productId, name: product?.name ?? null },
    version: { asked, current: product?.currentVersion ?? null },
    contract: contract ? termsOf(contract) : null,
  };
  const code = refusalOf(reason);
  return code === null ? { ok: true, evidence } : { ok: false, code, evidence };
}

function reasonFor(
  product: Product | undefined,
  contract: Contract | undefined,
  asked: string,
  on: LocalDate,
): CoverageReason {
  if (!product) return 'unknown_product';
  if (!product.providedByUs) return 'third_party_product';
  if (!contract) return 'no_contract';
  const standing = contractStanding(contract, on);
  if (standing !== 'in_force') return `contract_${standing}`;
  return asked === product.currentVersion.trim() ? 'covered' : 'other_version';
}

/**
 * One contract in force is enough, the one that lasts longest. With none, the one that the people who renew
 * contracts should look at: a suspended one, then one to come (the nearest), then the one that ended last.
 */
export function decidingContract({
  contracts,
  productId,
  localDate,
}: Pick<CoverageRequest, 'contracts' | 'productId' | 'localDate'>): Contract | undefined {
  const rank = (standing: ContractStanding): number => CONTRACT_STANDINGS.indexOf(standing);
  return contracts
    .filter(({ product }) => product === productId)
    .map((contract) => ({ contract, standing: contractStanding(contract, localDate) }))
    .sort((a, b) => rank(a.standing) - rank(b.standing) || nearestFirst(a.standing, a.contract, b.contract))
    .at(0)?.contract;
}

function nearestFirst(standing: ContractStanding, a: Contract, b: Contract): number {
  return standing === 'not_begun' ? compare(a.startsOn, b.startsOn) : compare(b.endsOn, a.endsOn);
}

function compare(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function termsOf({ number, plan, startsOn, endsOn }: Contract): CoverageEvidence['contract'] {
  return { number, plan, startsOn, endsOn };
}

function refusalOf(reason: CoverageReason): CoverageRefusal | null {
  switch (reason) {
    case 'covered':
      return null;
    case 'unknown_product':
    case 'third_party_product':
      return 'product_not_covered';
    case 'no_contract':
    case 'contract_suspended':
    case 'contract_not_begun':
    case 'contract_ended':
      return 'contract_not_in_force';
    case 'other_version':
      return 'version_not_supported';
  }
}
