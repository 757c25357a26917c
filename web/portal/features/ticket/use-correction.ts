import { useState } from 'react';
import { useDraft, type DraftOf } from '../../../ui/drafts/use-draft';

export interface Correcting<Value> {
  opened: boolean;
  /** As corrected so far; as it stands on the ticket while nothing has been changed. */
  edited: Value;
  draft: Pick<DraftOf<Value | null>, 'restored' | 'clear'>;
  change: (edited: Value) => void;
  open: () => void;
  /** What has been corrected waits for the next time. */
  close: () => void;
  done: () => void;
}

/** Something of a ticket that is being corrected in a dialog; `name` keeps it over reloads. */
export function useCorrection<Value>(name: string, current: Value): Correcting<Value> {
  const draft = useDraft<Value | null>(name, null);
  const [opened, setOpened] = useState(false);
  return {
    opened,
    edited: draft.value ?? current,
    draft,
    change: draft.change,
    open: () => setOpened(true),
    close: () => setOpened(false),
    done() {
      draft.clear();
      setOpened(false);
    },
  };
}
