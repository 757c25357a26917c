import type { ReactElement, Ref } from 'react';
import type { Ticket } from '../../../ui/api/types';
import type { ComposerMode } from './modes';
import { ComposerForm } from './composer-form';
import { useOutgoing } from './outbox';

export interface ComposerHandle {
  /** Turns to a kind of text and puts the cursor there; `text` fills it in unless something is written already. */
  write: (mode: ComposerMode, text?: string) => void;
}

export interface ComposerProps {
  ref: Ref<ComposerHandle>;
  ticket: Ticket;
  /** Whether something is being written, so that colleagues see it. */
  onWriting: (writing: boolean) => void;
  onNext: () => void;
}

/** Where an agent writes. It begins anew once what was written has arrived. */
export function Composer(props: ComposerProps): ReactElement {
  const outgoing = useOutgoing(props.ticket.folio);
  return <ComposerForm key={outgoing.sent} outgoing={outgoing} {...props} />;
}
