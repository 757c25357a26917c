import { useRef, type ReactElement } from 'react';
import { ComposerForm, type ComposerProps } from './composer-form';
import { useOutgoing } from './outbox';

/** Where an agent writes. It begins anew once what was written has arrived. */
export function Composer(props: ComposerProps): ReactElement {
  const outgoing = useOutgoing(props.ticket.folio);
  const hadFocus = useRef(false);
  return <ComposerForm key={outgoing.sent} outgoing={outgoing} hadFocus={hadFocus} {...props} />;
}
