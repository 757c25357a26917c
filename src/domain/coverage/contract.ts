/** A day of the calendar's zone as `YYYY-MM-DD`. Strings of this form sort like the days they name. */
export type LocalDate = string;

/** What a customer has hired. Both dates count whole: the contract is in force from `startsOn` through `endsOn`. */
export type Contract = {
  readonly number: string;
  /** Id of the product. */
  readonly product: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly plan: string;
  readonly suspended: boolean;
};

export const CONTRACT_STANDINGS = ['in_force', 'suspended', 'not_begun', 'ended'] as const;
export type ContractStanding = (typeof CONTRACT_STANDINGS)[number];

/** How a contract stands on a day. A suspension says nothing about a contract outside its dates. */
export function contractStanding(contract: Contract, on: LocalDate): ContractStanding {
  if (on < contract.startsOn) return 'not_begun';
  if (on > contract.endsOn) return 'ended';
  return contract.suspended ? 'suspended' : 'in_force';
}
