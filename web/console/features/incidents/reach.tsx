import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { INCIDENTS_MESSAGES } from './messages';
import type { Incident } from './use-incidents';

/** Whom an incident affects now: "4 clientes afectados · 6 tickets abiertos". */
export function Reach({
  incident: { affectedCustomers, openTickets },
}: {
  incident: Pick<Incident, 'affectedCustomers' | 'openTickets'>;
}): ReactElement {
  const { t } = useMessages(INCIDENTS_MESSAGES);
  return (
    <>
      {t('incidents.affects', { count: affectedCustomers })} ·{' '}
      {t('incidents.openTickets', { count: openTickets })}
    </>
  );
}
