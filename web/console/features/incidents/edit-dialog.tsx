import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { FormDialog } from '../../parts/form-dialog';
import { IncidentFields, sentFields, type Fields } from './incident-fields';
import { INCIDENTS_MESSAGES } from './messages';
import { INCIDENT_LISTS, type Incident } from './use-incidents';

/** Changes title, severity and notice of an incident. */
export function EditDialog({ incident, onClose }: { incident: Incident; onClose: () => void }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { id, title, notice, severity } = incident;
  const [fields, setFields] = useState<Fields>({ title, notice: notice ?? '', severity });
  const save = useCommand({
    stales: [INCIDENT_LISTS],
    send: (given: Fields) =>
      api.PATCH('/incidents/{id}', { params: { path: { id } }, body: sentFields(given) }),
    onDone: () => {
      toast(t('incidents.saved'));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('incidents.edit')}
      submit={t('ui.save')}
      isPending={save.isPending}
      problem={save.error}
      labels={{ title: t('incidents.field.title'), notice: t('incidents.notice') }}
      onSubmit={() => save.mutate(fields)}
      onClose={onClose}
    >
      <IncidentFields fields={fields} onChange={setFields} />
    </FormDialog>
  );
}
