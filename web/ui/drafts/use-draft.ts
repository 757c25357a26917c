import { useCallback, useState } from 'react';
import { useViewerOrNobody } from '../session/viewer';
import { readDraft, writeDraft } from './draft-store';

export interface DraftOf<Value> {
  value: Value;
  /** Whether it was brought back from an earlier visit. */
  restored: boolean;
  change: (next: Value | ((value: Value) => Value)) => void;
  /** Once the service has it, or when the person throws it away. */
  clear: () => void;
}

/**
 * What somebody is writing, kept in this browser as they type: it survives a reload, a lost connection and the end of
 * the session, and nobody else who logs in here sees it. `key` names it, as `reply:100234`. Not for passwords.
 * Mount anew (React `key`) for another draft.
 */
export function useDraft<Value>(key: string, empty: Value): DraftOf<Value> {
  const place = `${useViewerOrNobody()?.id ?? 'nobody'}:${key}`;
  const [kept] = useState(() => readDraft<Value>(place));
  const [first] = useState(empty);
  const [state, setState] = useState({ value: kept ?? first, restored: kept !== null });
  const change = useCallback(
    (next: Value | ((value: Value) => Value)) =>
      setState(({ value, restored }) => {
        const changed = typeof next === 'function' ? (next as (value: Value) => Value)(value) : next;
        writeDraft(place, changed);
        return { value: changed, restored };
      }),
    [place],
  );
  const clear = useCallback(() => {
    writeDraft(place, null);
    setState({ value: first, restored: false });
  }, [place, first]);
  return { ...state, change, clear };
}
