import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../ui/api/client';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { typeLabel, useCatalog } from '../../../ui/query/use-catalog';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { IncidentFields, sentFields, type Fields } from './incident-fields';
import { INCIDENTS_MESSAGES } from './messages';
import { INCIDENT_LISTS, type Incident, type Proposal } from './use-incidents';

interface Opened {
  incident: Incident;
  /** Tickets of the proposal that would not be linked, as those that have closed meanwhile. */
  unlinked: string[];
}

/** Opens an incident, with the tickets of a proposal if it comes from one. */
export function OpenDialog({
  proposal,
  onClose,
}: {
  proposal: Proposal | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { data: catalog } = useCatalog();
  const navigate = useNavigate();
  const draft = useDraft<Fields>(`incident:${proposal?.type ?? 'new'}`, {
    title: proposal === null ? '' : typeLabel(catalog, proposal.type),
    notice: '',
    severity: 'major',
  });
  const open = useCommand<Fields, Opened>({
    stales: [INCIDENT_LISTS],
    send: async (given, headers) => ({ data: await openWith(given, proposal?.folios ?? [], headers) }),
    onDone: ({ incident, unlinked }) => {
      draft.clear();
      const folios = unlinked.join(', ');
      toast(unlinked.length === 0 ? t('incidents.opened') : t('incidents.openedPartly', { folios }));
      onClose();
      void navigate(`/incidentes/${incident.id}`);
    },
  });
  return (
    <FormDialog
      title={t('incidents.open')}
      submit={t('incidents.open')}
      isPending={open.isPending}
      problem={open.error}
      labels={{
        title: t('incidents.field.title'),
        notice: t('incidents.notice'),
        severity: t('incidents.severity'),
      }}
      onSubmit={() => open.mutate(draft.value)}
      onClose={onClose}
    >
      <DraftNotice draft={draft} />
      <IncidentFields fields={draft.value} onChange={draft.change} />
    </FormDialog>
  );
}

async function openWith(fields: Fields, folios: readonly string[], header: CommandHeaders): Promise<Opened> {
  const { data } = await api.POST('/incidents', { params: { header }, body: sentFields(fields) });
  const incident = data as Incident;
  const unlinked: string[] = [];
  for (const folio of folios)
    await api
      .PUT('/incidents/{id}/tickets/{folio}', { params: { path: { id: incident.id, folio } } })
      .catch(() => unlinked.push(folio));
  return { incident, unlinked };
}
