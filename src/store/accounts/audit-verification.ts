import { CHAIN_START, digestOf, hashOf, type AuditEntry, type AuditStore } from './audit';

export interface AuditVerdict {
  entries: number;
  /** Entries whose personal part was erased. */
  erased: number;
  /** To be written down elsewhere: it shows later whether the end was cut off. */
  head: { seq: number; hash: string };
  problems: { seq: number; why: 'missing' | 'altered' | 'unlinked' | 'details_altered' | 'cut_off' }[];
}

/**
 * Reads the whole audit log and checks that nothing was altered, taken out or put in.
 * @param known a head of an earlier check: shows whether the end was cut off, or all of it written anew
 */
export async function verifyAudit(
  store: AuditStore,
  known?: { seq: number; hash: string },
): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { entries: 0, erased: 0, head: { seq: 0, hash: CHAIN_START }, problems: [] };
  let knownHolds = known === undefined;
  for await (const entry of store.audit.find().sort({ _id: 1 }).lean<AuditEntry[]>().cursor()) {
    verdict.problems.push(...problemsOf(entry, verdict.head));
    verdict.entries += 1;
    if (entry.personal === null) verdict.erased += 1;
    verdict.head = { seq: entry._id, hash: entry.hash };
    if (entry._id === known?.seq && entry.hash === known.hash) knownHolds = true;
  }
  if (known && !knownHolds) verdict.problems.push({ seq: known.seq, why: 'cut_off' });
  return verdict;
}

function problemsOf(entry: AuditEntry, before: AuditVerdict['head']): AuditVerdict['problems'] {
  const { _id: seq, personal, salt, digest } = entry;
  const why: AuditVerdict['problems'][number]['why'][] = [];
  if (seq !== before.seq + 1) why.push('missing');
  if (entry.previous !== before.hash) why.push('unlinked');
  if (hashOf(entry) !== entry.hash) why.push('altered');
  // Half an erasure is none.
  const isErased = personal === null && salt === null;
  if (!isErased && digestOf(salt ?? '', personal ?? '') !== digest) why.push('details_altered');
  return why.map((reason) => ({ seq, why: reason }));
}
