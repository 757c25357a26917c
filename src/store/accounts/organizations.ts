import { randomBytes } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { Contract } from '../../domain/coverage/contract';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { isDuplicateKey } from '../mongo/duplicate-key';
import { fold } from '../mongo/search-text';
import { displayNames, forgetName } from './display-names';

/** A shop or office of a customer. */
export interface Branch {
  id: string;
  name: string;
  address: string;
  phone: string | null;
}

/** A customer with everything it has hired. */
export interface Organization {
  _id: string;
  name: string;
  /** Its number in the customer register; null while it has none. */
  customerNumber: string | null;
  contracts: Contract[];
  /** Where it works, by name; at most 200. */
  branches: Branch[];
  /** When it left; null while it is a customer. */
  departedAt: Date | null;
  /** Counts the changes, so that two people who change it at once do not undo each other. */
  version: number;
  /** Name and number, folded for searching. */
  search: string;
  createdAt: Date;
  updatedAt: Date;
}

/** The part of the store that holds them. */
export type OrganizationsStore = Holds<'organizations', Organization>;

export type OrganizationChange = Partial<
  Pick<Organization, 'name' | 'customerNumber' | 'contracts' | 'branches' | 'departedAt'>
>;

const MAX_RACES = 20;

export function organizationModel(connection: Connection): Model<Organization> {
  const contract = {
    _id: false,
    number: { type: String, required: true },
    product: { type: String, required: true },
    startsOn: { type: String, required: true },
    endsOn: { type: String, required: true },
    plan: { type: String, required: true },
    suspended: { type: Boolean, required: true },
  };
  const branch = {
    _id: false,
    id: { type: String, required: true },
    name: { type: String, required: true },
    address: { type: String, required: true },
    phone: { type: String, default: null },
  };
  const schema = strictSchema('organizations', {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    customerNumber: { type: String },
    contracts: [contract],
    branches: [branch],
    departedAt: { type: Date, default: null },
    version: { type: Number, required: true },
    search: { type: String, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  });
  schema.index({ search: 1 });
  // Absent rather than null while unknown, so that the sparse index lets many be without a number.
  schema.index({ customerNumber: 1 }, { unique: true, sparse: true });
  return collection(connection, 'Organization', schema);
}

/**
 * Adds a customer, under an id of its own when none is given (it says nothing of its name, since ids show in the
 * engine). Null when the id or the customer number is taken.
 */
export async function addOrganization(
  store: OrganizationsStore,
  given: { id?: string; name: string; customerNumber: string | null; contracts?: Contract[] },
  now: Date,
): Promise<Organization | null> {
  const organization: Organization = {
    _id: given.id ?? `org-${randomBytes(6).toString('hex')}`,
    name: given.name,
    customerNumber: given.customerNumber,
    contracts: given.contracts ?? [],
    branches: [],
    departedAt: null,
    version: 1,
    search: searchOf(given),
    createdAt: now,
    updatedAt: now,
  };
  return (await writing(store.organizations.insertMany([stored(organization)]))) ? organization : null;
}

export async function findOrganization(store: OrganizationsStore, id: string): Promise<Organization | null> {
  const found = await findByKey(store.organizations, id);
  return found && asStored(found);
}

/** The names of many at once, for lists. */
export function organizationNames(
  store: OrganizationsStore,
  ids: readonly string[],
): Promise<Map<string, string>> {
  return displayNames(store.organizations, ids);
}

/**
 * Applies a change to the newest version and writes it only if nobody wrote meanwhile, else starts over.
 * @returns null when there is no such customer, `taken` when the customer number is another's
 */
export async function changeOrganization(
  store: OrganizationsStore,
  id: string,
  change: (organization: Organization) => OrganizationChange,
  now: Date,
): Promise<Organization | 'taken' | null> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const before = await findOrganization(store, id);
    if (before === null) return null;
    const changed = { ...before, ...change(before), version: before.version + 1, updatedAt: now };
    const after = { ...changed, search: searchOf(changed) };
    const write = store.organizations.replaceOne({ _id: id, version: before.version }, stored(after)).exec();
    const matched = await writing(write.then(({ matchedCount }) => matchedCount));
    if (matched === null) return 'taken';
    if (matched === 1) {
      forgetName(store.organizations, id);
      return after;
    }
  }
  throw new Error(`Organization ${id} is being changed without pause`);
}

function searchOf({ name, customerNumber }: Pick<Organization, 'name' | 'customerNumber'>): string {
  return fold([name, customerNumber ?? ''].join(' '));
}

function stored({ customerNumber, ...rest }: Organization): Organization {
  return { ...rest, ...(customerNumber === null ? {} : { customerNumber }) } as Organization;
}

/** A customer as it was stored, whenever that was. */
export function asStored(organization: Organization): Organization {
  // Customers that were stored before there were branches have none of these fields.
  const { customerNumber = null, branches = [], departedAt = null } = organization as Partial<Organization>;
  return { ...organization, customerNumber, branches, departedAt };
}

/** Null when a unique key is taken. */
async function writing<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}
