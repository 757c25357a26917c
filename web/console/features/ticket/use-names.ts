import type { Ticket } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { useViewer } from '../../../ui/session/viewer';
import { namesOf, type Names } from '../../../ui/timeline/names';
import { useAgents } from '../assignment/use-agents';

/** What the people of a ticket are called among colleagues. */
export function useNames(ticket: Ticket): Names {
  const { t } = useMessages();
  const viewer = useViewer();
  const agents = useAgents().data ?? [];
  const catalog = useCatalog().data;
  return namesOf(ticket, {
    t,
    viewerId: viewer.id,
    known: Object.fromEntries(agents.map(({ id, name }) => [id, name])),
    type: (id) => typeLabel(catalog, id),
  });
}
