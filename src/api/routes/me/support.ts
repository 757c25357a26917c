import { readOnlyUntil } from '../../../domain/access/leaving-customer';
import type { ContractStanding, LocalDate } from '../../../domain/coverage/contract';
import { contractStanding } from '../../../domain/coverage/contract';
import { decidingContract } from '../../../domain/coverage/judge-coverage';
import { findOrganization } from '../../../store/accounts/organizations';
import { listProducts } from '../../../store/accounts/products';
import type { Deps } from '../../deps';
import { serviceDay } from '../organizations-representation';

interface ProductSupport {
  id: string;
  standing: ContractStanding | 'none';
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
}

/** What a registration of today would be judged by, told before somebody writes one. */
export async function supportView(
  deps: Deps,
  organizationId: string | null,
): Promise<{ readOnlyUntil: string | null; products: ProductSupport[] }> {
  const [organization, products, localDate] = await Promise.all([
    organizationId === null ? null : findOrganization(deps.store, organizationId),
    listProducts(deps.store),
    serviceDay(deps),
  ]);
  const contracts = organization?.contracts ?? [];
  return {
    readOnlyUntil: organization?.departedAt ? readOnlyUntil(organization.departedAt).toISOString() : null,
    products: products
      .filter(({ providedByUs }) => providedByUs)
      .map(({ id }): ProductSupport => {
        const contract = decidingContract({ contracts, productId: id, localDate });
        return contract === undefined
          ? { id, standing: 'none', startsOn: null, endsOn: null }
          : {
              id,
              standing: contractStanding(contract, localDate),
              startsOn: contract.startsOn,
              endsOn: contract.endsOn,
            };
      }),
  };
}
