import { useDraft, type DraftOf } from '../../ui/drafts/use-draft';
import { isSame, threeWay } from './three-way';

interface Written<Value> {
  /** What it was written from. */
  base: Value;
  next: Value;
}

/** The next version of something, as somebody is writing it. */
export interface Revision<Value> extends Pick<DraftOf<unknown>, 'restored' | 'clear'> {
  base: Value;
  next: Value;
  change: (news: Partial<Value>) => void;
  /** Another version was made since the first word; what is written waits for `keep` or `clear`. */
  isOvertaken: boolean;
  /** Goes on from the present version, with what was written. */
  keep: () => void;
}

/**
 * Keeps the next version of something as a draft, together with the version that it was written from: who comes back to
 * it, or is overtaken while writing, loses nothing and is told what changed.
 */
export function useRevision<Value extends { version: number }>(key: string, present: Value): Revision<Value> {
  const draft = useDraft<Written<Value> | null>(key, null);
  const written = draft.value !== null && !isSame(draft.value.base, draft.value.next) ? draft.value : null;
  const { base, next } = written ?? { base: present, next: present };
  return {
    base,
    next,
    restored: draft.restored && written !== null,
    clear: draft.clear,
    change: (news) =>
      draft.change((known) => {
        const from =
          known !== null && !isSame(known.base, known.next) ? known : { base: present, next: present };
        return { base: from.base, next: { ...from.next, ...news } };
      }),
    isOvertaken: base.version !== present.version,
    keep: () => draft.change({ base: present, next: threeWay(base, next, present) }),
  };
}

/** Whether a save was refused because somebody else was faster. */
export function isOvertaking(code: string | undefined): boolean {
  return code === 'stale_version' || code === 'changed_meanwhile';
}
