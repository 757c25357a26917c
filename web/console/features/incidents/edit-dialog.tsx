import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SaveDialog } from '../../parts/save-dialog';
import { IncidentFields, sentFields, type Fields } from './incident-fields';
import { INCIDENTS_MESSAGES } from './messages';
import { INCIDENT_LISTS, type Incident } from './use-incidents';

/** Changes title, severity and notice of an incident. */
export function EditDialog({ incident, onClose }: { incident: Incident; onClose: () => void }): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  const { id, title, notice, severity, version } = incident;
  return (
    <SaveDialog<Fields, Incident>
      title={t('incidents.edit')}
      first={{ title, notice: notice ?? '', severity }}
      version={version}
      labels={{
        title: t('incidents.field.title'),
        notice: t('incidents.notice'),
        severity: t('incidents.severity'),
      }}
      words={{ severity: (value) => t(`incidents.severity.${value}`) }}
      stales={[INCIDENT_LISTS]}
      send={(values, header) =>
        api.PATCH('/incidents/{id}', { params: { path: { id }, header }, body: sentFields(values) })
      }
      done={() => t('incidents.saved')}
      onClose={onClose}
    >
      {({ values, change }) => <IncidentFields fields={values} onChange={change} />}
    </SaveDialog>
  );
}
