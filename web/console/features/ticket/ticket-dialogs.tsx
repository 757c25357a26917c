import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { AssignDialog } from '../assignment/assign-dialog';
import { AttendDialog } from '../classification/attend-dialog';
import { ClassifyDialog } from '../classification/classify-dialog';
import { LinkDialog } from '../incidents/link-dialog';
import { CloseDialog } from './close-dialog';
import { ContactDialog } from './contact-dialog';
import { CorrectDialog } from './correct-dialog';
import { PhoneCallDialog } from './phone-call-dialog';
import { ReasonDialog } from './reason-dialog';
import { ReferDialog } from './refer-dialog';
import { ReferralDialog } from './referral-dialog';
import { RulesDialog } from './rules-dialog';
import { SessionDialog } from './session-dialog';
import { SplitDialog } from './split-dialog';

export type DialogName =
  | 'assign'
  | 'attend'
  | 'classify'
  | 'call'
  | 'retract'
  | 'close'
  | 'split'
  | 'refer'
  | 'referral'
  | 'contact'
  | 'correct'
  | 'incident'
  | 'session'
  | 'rules'
  | 'repair';

/** The one dialog that is open over a ticket. */
export function TicketDialog({
  name,
  ticket,
  onClose,
  onClosed,
}: {
  name: DialogName;
  ticket: Ticket;
  onClose: () => void;
  /** Once the ticket itself is closed. */
  onClosed: () => void;
}): ReactElement {
  switch (name) {
    case 'assign':
      return <AssignDialog ticket={ticket} onClose={onClose} />;
    case 'attend':
      return <AttendDialog ticket={ticket} onClose={onClose} />;
    case 'classify':
      return <ClassifyDialog ticket={ticket} onClose={onClose} />;
    case 'call':
      return <PhoneCallDialog ticket={ticket} onClose={onClose} />;
    case 'close':
      return <CloseDialog ticket={ticket} onClose={onClose} onDone={onClosed} />;
    case 'split':
      return <SplitDialog ticket={ticket} onClose={onClose} />;
    case 'refer':
      return <ReferDialog ticket={ticket} onClose={onClose} />;
    case 'referral':
      return <ReferralDialog ticket={ticket} onClose={onClose} />;
    case 'correct':
      return <CorrectDialog ticket={ticket} onClose={onClose} />;
    case 'incident':
      return <LinkDialog ticket={ticket} onClose={onClose} />;
    case 'session':
      return <SessionDialog ticket={ticket} onClose={onClose} />;
    case 'contact':
      return <ContactDialog ticket={ticket} onClose={onClose} />;
    case 'rules':
      return <RulesDialog ticket={ticket} onClose={onClose} />;
    case 'retract':
    case 'repair':
      return <ReasonDialog ticket={ticket} command={name} onClose={onClose} />;
  }
}
