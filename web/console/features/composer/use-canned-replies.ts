import { useQuery } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { productName, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { fillVariables } from './fill-variables';
import { MESSAGES } from './messages';

export interface CannedText {
  id: string;
  title: string;
  shortcut: string;
  /** With the ticket's values filled in. */
  text: string;
}

const FRESH_MS = 5 * 60_000;
const MOST = 100;

/** Canned replies for the ticket's type and for every type, filled in for the ticket. */
export function useCannedReplies(ticket: Ticket): readonly CannedText[] {
  const { t, language } = useMessages(MESSAGES);
  const viewer = useViewer();
  const catalog = useCatalog().data;
  const { type } = ticket;
  const { data } = useQuery({
    queryKey: ['canned-replies', type],
    staleTime: FRESH_MS,
    queryFn: async ({ signal }) => {
      const { data: page } = await api.GET('/canned-replies', {
        params: { query: { type, limit: MOST } },
        signal,
      });
      return page?.items ?? [];
    },
  });
  const values = {
    cliente: ticket.requester.name ?? ticket.contact.name,
    folio: ticket.folio,
    asunto: ticket.subject,
    agente: viewer.name,
    producto: productName(catalog, ticket.product),
    version: ticket.productVersion,
    // A solution's closing is known once it has been given.
    cierre:
      ticket.autoCloseAt === null ? t('composer.closingUnknown') : instantText(ticket.autoCloseAt, language),
  };
  return (data ?? []).map(({ id, title, shortcut, body }) => ({
    id,
    title,
    shortcut,
    text: fillVariables(body, values),
  }));
}
