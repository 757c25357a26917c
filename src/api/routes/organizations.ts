import type { ORGANIZATION_ROUTES } from '../../contract/organizations';
import type { Contract } from '../../domain/coverage/contract';
import { DEFAULT_LIMIT } from '../../contract/page';
import { listOrganizations } from '../../store/accounts/list-organizations';
import {
  addOrganization,
  changeOrganization,
  findOrganization,
  type Branch,
  type Organization,
  type OrganizationChange,
} from '../../store/accounts/organizations';
import { listProducts } from '../../store/accounts/products';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { assertSeen, versionTagOf } from '../http/edited-version';
import { onRecord, type HandlersOf } from '../handler';
import type { Principal } from '../principal';
import { visibleOrganization } from '../tickets/visible-organization';
import { comparePlaces, makeCursor, pageOfAll, readCursor, type Place } from './account-page';
import { organizationView, serviceDay, type OrganizationView } from './organizations-representation';

const MAX_CONTRACTS = 200;
const MAX_BRANCHES = 200;

export const organizationHandlers: HandlersOf<typeof ORGANIZATION_ROUTES> = {
  async listOrganizations({ query: { q, limit = DEFAULT_LIMIT, cursor } }, deps) {
    const after = readCursor('organizations', cursor);
    const found = await listOrganizations(deps.store, { q, after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const more = found.length > shown.length && last !== undefined;
    const today = await serviceDay(deps);
    return {
      status: 200,
      body: {
        items: shown.map((organization) => organizationView(organization, today)),
        nextCursor: more ? makeCursor('organizations', [last.search, last._id]) : null,
      },
    };
  },

  async createOrganization({ body: { name, customerNumber = null }, commandId }, deps) {
    // The id comes of the command, so that a request that broke off makes no second customer when it comes again.
    const id = `org-${commandId}`;
    const organization =
      (await addOrganization(deps.store, { id, name, customerNumber }, deps.clock())) ??
      (await findOrganization(deps.store, id));
    if (organization === null) throw new ApiError('already_exists', 'customerNumber');
    return {
      status: 201,
      body: organizationView(organization, await serviceDay(deps)),
      headers: { ...versionTagOf(organization), Location: `/api/v1/organizations/${organization._id}` },
    };
  },

  getOrganization: onRecord(visibleOrganization, async (_request, deps, organization) =>
    answer(organization, deps),
  ),

  changeOrganization: onRecord(visibleOrganization, async (request, deps) =>
    change(deps, request, () => request.body),
  ),

  putContract: onRecord(visibleOrganization, async (request, deps) => {
    const { number } = request.params;
    const { body } = request;
    if (body.endsOn < body.startsOn) throw new ApiError('ends_before_start', 'endsOn');
    const product = (await listProducts(deps.store)).find((known) => known.id === body.product);
    if (!product?.providedByUs) throw new ApiError('unknown_product', 'product');
    return change(deps, request, ({ contracts }) => ({
      contracts: withContract(contracts, { number, ...body }),
    }));
  }),

  putBranch: onRecord(visibleOrganization, async (request, deps) => {
    const branch = { id: request.params.branchId, ...request.body };
    return change(deps, request, ({ branches }) => ({ branches: withBranch(branches, branch) }));
  }),

  removeBranch: onRecord(findWithBranch, async (request, deps) =>
    change(deps, request, ({ branches }) => ({
      branches: branches.filter((branch) => branch.id !== request.params.branchId),
    })),
  ),

  async listBranches({ principal: { organizationId }, query }, { store }) {
    const organization = organizationId === null ? null : await findOrganization(store, organizationId);
    const place = ({ name, id }: Branch): Place => [name, id];
    const sorted = [...(organization?.branches ?? [])].sort((a, b) => comparePlaces(place(a), place(b)));
    return { status: 200, body: pageOfAll('branches', sorted, query, { place, show: (branch) => branch }) };
  },
};

async function findWithBranch(
  principal: Principal,
  params: { id: string; branchId: string },
  deps: Deps,
): Promise<Organization | null> {
  const organization = await visibleOrganization(principal, params, deps);
  const isThere = organization?.branches.some(({ id }) => id === params.branchId) ?? false;
  return isThere ? organization : null;
}

interface OrganizationAnswer {
  readonly status: 200;
  readonly body: OrganizationView;
  readonly headers: { readonly ETag: string };
}

/** @throws ApiError `stale_version` when the caller saw another version than the one that is changed */
async function change(
  deps: Deps,
  request: { params: { id: string }; ifMatch: number | undefined },
  changeOf: (organization: Organization) => OrganizationChange,
): Promise<OrganizationAnswer> {
  // Judged with each attempt: of two that saw the same version one is refused.
  const checked = (before: Organization): OrganizationChange => {
    assertSeen(request, before);
    return changeOf(before);
  };
  const organization = await changeOrganization(deps.store, request.params.id, checked, deps.clock());
  if (organization === 'taken') throw new ApiError('already_exists', 'customerNumber');
  if (organization === null) throw new ApiError('not_found');
  return answer(organization, deps);
}

async function answer(organization: Organization, deps: Deps): Promise<OrganizationAnswer> {
  const body = organizationView(organization, await serviceDay(deps));
  return { status: 200, body, headers: versionTagOf(body) };
}

function withContract(contracts: readonly Contract[], contract: Contract): Contract[] {
  const others = contracts.filter(({ number }) => number !== contract.number);
  if (others.length >= MAX_CONTRACTS) throw new ApiError('too_many_contracts');
  return [...others, contract].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
}

function withBranch(branches: readonly Branch[], branch: Branch): Branch[] {
  const others = branches.filter(({ id }) => id !== branch.id);
  if (others.length >= MAX_BRANCHES) throw new ApiError('too_many_branches');
  return [...others, branch].sort((a, b) => (a.name < b.name ? -1 : 1));
}
