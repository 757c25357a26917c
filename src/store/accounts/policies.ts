import { Schema, type Connection, type Model } from 'mongoose';
import type { SupportPolicy } from '../../domain/policy/support-policy';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { oncePer } from '../mongo/once-per';
import { addVersion, currentVersion, type CurrentVersionsStore } from './current-versions';
import { ImmutableCache } from './immutable-cache';

/** One version of the support policy, `_id = support:version`; never changed once written. */
export interface PolicyDocument {
  _id: string;
  policy: SupportPolicy;
  createdAt: Date;
  /** Id of the person; null when it came with the installation. */
  createdBy: string | null;
}

/** The part of the store that holds them. */
export type PoliciesStore = Holds<'policies', PolicyDocument>;

const KEY = 'policy:support';
const cacheOf = oncePer<Model<PolicyDocument>, ImmutableCache<SupportPolicy>>(() => new ImmutableCache());

export function policyModel(connection: Connection): Model<PolicyDocument> {
  const schema = strictSchema('policies', {
    _id: { type: String, required: true },
    policy: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, default: null },
  });
  return collection<PolicyDocument>(connection, 'Policy', schema);
}

/** The policy under which a ticket is registered now; null only before the first was made. */
export async function findPolicy(store: CurrentVersionsStore & PoliciesStore): Promise<SupportPolicy | null> {
  const version = await currentVersion(store, KEY);
  return version === 0 ? null : findPolicyVersion(store, version);
}

export async function findPolicyVersion(
  store: PoliciesStore,
  version: number,
): Promise<SupportPolicy | null> {
  const key = `support:${version}`;
  const load = async (): Promise<SupportPolicy | null> =>
    (await store.policies.findById(key).lean<PolicyDocument>().exec())?.policy ?? null;
  return cacheOf(store.policies).read(key, load);
}

/**
 * Makes the next version of the policy, or the first. Expects a usable one (`policyProblems`). Null when `after` is not
 * the present version any more.
 */
export async function addPolicyVersion(
  store: CurrentVersionsStore & PoliciesStore,
  policy: Omit<SupportPolicy, 'version'>,
  { now, by, after }: { now: Date; by: string | null; after?: number | undefined },
): Promise<SupportPolicy | null> {
  const at = (version: number): SupportPolicy => ({ ...policy, version });
  const version = await addVersion(store, KEY, after, (next) =>
    store.policies.insertMany([{ _id: `support:${next}`, policy: at(next), createdAt: now, createdBy: by }]),
  );
  return version === null ? null : at(version);
}
