import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useTicketEvents } from '../../../ui/query/use-ticket-events';
import { useViewer } from '../../../ui/session/viewer';
import { text } from '../../../ui/timeline/event-data';
import { toast } from '../../../ui/toasts/toast-store';
import { useAgents } from '../assignment/use-agents';
import { useAssign } from '../assignment/use-assign';
import type { ComposerMode } from '../composer/modes';
import type { DeskAction } from '../queue/actions';
import { MESSAGES } from './messages';
import type { DialogName } from './ticket-dialogs';

export interface TicketAction extends DeskAction {
  /** Where its button stands: foremost, beside it, in the menu, or nowhere (the composer has its own). */
  place: 'first' | 'beside' | 'menu' | 'none';
}

/** What can be done with a ticket as it stands: the same list for buttons, keys and the palette. */
export function useTicketActions(
  ticket: Ticket,
  open: (dialog: DialogName) => void,
  write: (mode: ComposerMode, text?: string) => void,
  next: () => void,
): { actions: TicketAction[]; problem: ReturnType<typeof useAssign>['error'] } {
  const { t } = useMessages(MESSAGES);
  const viewer = useViewer();
  const isAgent = useAgents().data?.some(({ id }) => id === viewer.id) ?? false;
  const { folio, assignee, milestones, status, internal } = ticket;
  // After a client's "gracias": the same solution once more, with its own 48 hours.
  const events = useTicketEvents(folio).data ?? [];
  const again =
    ticket.solution === null
      ? ''
      : text(events.findLast(({ type }) => type === 'solution_proposed')?.data['summary']);
  const claim = useAssign(folio, () => toast(t('ticket.claimed', { folio })));
  const dialog = (
    id: DialogName,
    label: string,
    place: TicketAction['place'],
    key?: string,
  ): TicketAction => ({ id, label, place, run: () => open(id), ...(key !== undefined && { key }) });
  const writing = (mode: ComposerMode, label: string, key?: string): TicketAction => ({
    id: mode,
    label,
    place: 'none',
    run: () => write(mode),
    ...(key !== undefined && { key }),
  });
  const advance: TicketAction = { id: 'advance', label: t('ticket.next'), place: 'menu', run: next };
  const print: TicketAction = {
    id: 'print',
    label: t('ticket.print'),
    place: 'menu',
    run: () => window.print(),
  };
  if (status === 'closed') return { actions: [advance, print], problem: null };
  const isClassified = milestones.categorized !== null && milestones.prioritized !== null;
  const attended = milestones.firstAttention !== null;
  const actions: TicketAction[] = [
    ...(isAgent && assignee?.id !== viewer.id
      ? [
          {
            id: 'claim',
            key: 't',
            label: t('ticket.claim'),
            place: assignee === null ? 'first' : 'beside',
            run: () => claim.mutate({ agentId: viewer.id }),
          } satisfies TicketAction,
        ]
      : []),
    dialog('classify', t('ticket.classify'), isClassified ? 'menu' : 'first', 'c'),
    dialog('attend', t('ticket.attend'), attended ? 'menu' : isClassified ? 'first' : 'beside', 'f'),
    writing('reply', t('ticket.reply'), 'r'),
    writing('question', t('ticket.question'), 'p'),
    writing('solution', t('ticket.solve'), 'e'),
    writing('note', t('ticket.note'), 'n'),
    ...(again === '' || status !== 'waiting_support'
      ? []
      : [
          {
            id: 'again',
            label: t('ticket.again'),
            place: 'beside',
            run: () => write('solution', again),
          } satisfies TicketAction,
        ]),
    dialog('assign', t('ticket.assign'), 'beside', 'a'),
    ...(status === 'waiting_client' ? [dialog('retract', t('ticket.retract'), 'beside')] : []),
    dialog('close', t('ticket.close'), 'beside'),
    dialog('call', t('ticket.call'), 'menu', 'l'),
    dialog('session', t('ticket.session.request'), 'menu'),
    dialog('split', t('ticket.split'), 'menu'),
    dialog('refer', t('ticket.refer'), 'menu'),
    ...(ticket.referral === null ? [] : [dialog('referral', t('ticket.referral.update'), 'menu')]),
    ...(viewer.role !== 'agent' && ticket.incident === null
      ? [dialog('incident', t('ticket.incident.link'), 'menu')]
      : []),
    dialog('correct', t('ticket.correct'), 'menu'),
    dialog('contact', t('ticket.contact'), 'menu'),
    ...(viewer.role !== 'agent' ? [dialog('rules', t('ticket.rules'), 'menu')] : []),
    ...(internal?.needsRepair === true && viewer.role !== 'agent'
      ? [dialog('repair', t('ticket.repair'), 'first')]
      : []),
    advance,
    print,
  ];
  return { actions, problem: claim.error };
}
