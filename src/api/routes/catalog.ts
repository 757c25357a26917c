import type { CATALOG_ROUTES } from '../../contract/catalog';
import { EXCLUSIONS } from '../../domain/classification/exclusions';
import { PRIORITY_DEFINITIONS } from '../../domain/classification/priority-definitions';
import { TICKET_TYPES } from '../../domain/classification/ticket-types';
import { DEFAULT_SUPPORT_POLICY } from '../../domain/policy/default-support-policy';
import { typeRule, type SupportPolicy } from '../../domain/policy/support-policy';
import { findPolicy } from '../../store/accounts/policies';
import { listProducts } from '../../store/accounts/products';
import type { HandlersOf } from '../handler';

export const catalogHandlers: HandlersOf<typeof CATALOG_ROUTES> = {
  async getCatalog(_request, { store }) {
    const [policy, products] = await Promise.all([findPolicy(store), listProducts(store)]);
    const types = typesUnder(policy ?? DEFAULT_SUPPORT_POLICY);
    const exclusions = EXCLUSIONS.flatMap((exclusion) => {
      const type = types.find(({ id }) => id === exclusion.type);
      return type ? [{ ...exclusion, label: type.label, description: type.description }] : [];
    });
    return {
      status: 200,
      body: {
        types,
        priorities: [...PRIORITY_DEFINITIONS],
        products,
        exclusions,
        policyUrl: policy?.documentUrl ?? null,
      },
    };
  },
};

/** The types with the rules and texts that the present policy gives them; a type it does not know is not offered. */
function typesUnder(policy: SupportPolicy): TypeView[] {
  return TICKET_TYPES.flatMap(({ id, ...own }) => {
    const rule = typeRule(policy, id);
    const { label, description, examples, warning } = policy.texts?.[id] ?? own;
    return rule ? [{ ...rule, label, description, examples, warning }] : [];
  });
}

type TypeView = Omit<(typeof TICKET_TYPES)[number], 'exclusion'>;
