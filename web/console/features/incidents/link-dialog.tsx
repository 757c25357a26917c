import { Radio, Stack } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { toast } from '../../../ui/toasts/toast-store';
import { ActionDialog } from '../ticket/action-dialog';
import { missingFields } from '../ticket/missing-fields';
import { IncidentFields, sentFields, type Fields } from './incident-fields';
import { INCIDENTS_MESSAGES } from './messages';
import { Reach } from './reach';
import { INCIDENT_LISTS, useIncidents, type Incident } from './use-incidents';

const NEW = 'new';

/** Makes a ticket part of an open incident, or of a new one. */
export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { folio, subject } = ticket;
  const incidents = useIncidents('open');
  const [picked, setPicked] = useState('');
  const [fields, setFields] = useState<Fields>({ title: subject, notice: '', severity: 'major' });
  const chosen = picked === '' ? (incidents.items?.[0]?.id ?? NEW) : picked;
  const link = useCommand<string, Incident>({
    name: `incident:${folio}`,
    stales: [INCIDENT_LISTS, queryKeys.ofTicket(folio), queryKeys.lists],
    send: async (id, headers) => {
      const incident = id === NEW ? await open(fields, headers) : id;
      return api.PUT('/incidents/{id}/tickets/{folio}', { params: { path: { id: incident, folio } } });
    },
    onDone: ({ title }) => {
      toast(t('incidents.linkTo.done', { folio, title }));
      onClose();
    },
  });
  return (
    <ActionDialog
      title={t('incidents.linkTo', { folio })}
      submit={t('incidents.link')}
      onClose={onClose}
      onSubmit={() => link.mutate(chosen)}
      pending={link.isPending}
      problem={link.error}
      missing={missingFields(chosen === NEW ? { title: fields.title } : {}, t('incidents.field.title.blank'))}
      labels={{ title: t('incidents.field.title'), notice: t('incidents.notice') }}
    >
      {incidents.items === undefined && incidents.problem === null && <ListSkeleton rows={2} />}
      {(incidents.items ?? []).length > 0 && (
        <Radio.Group label={t('incidents.linkTo.choose')} value={chosen} onChange={setPicked}>
          <Stack gap="sm" mt="xs">
            {(incidents.items ?? []).map((incident) => (
              <Radio
                key={incident.id}
                value={incident.id}
                label={incident.title}
                description={<Reach incident={incident} />}
                data-autofocus={incident.id === chosen || undefined}
              />
            ))}
            <Radio value={NEW} label={t('incidents.linkTo.new')} />
          </Stack>
        </Radio.Group>
      )}
      {incidents.items !== undefined && chosen === NEW && (
        <IncidentFields fields={fields} onChange={setFields} />
      )}
    </ActionDialog>
  );
}

async function open(fields: Fields, header: CommandHeaders): Promise<string> {
  const { data } = await api.POST('/incidents', { params: { header }, body: sentFields(fields) });
  return (data as Incident).id;
}
