import { IconDeviceDesktop } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import { useCommand } from '../../../ui/api/use-command';
import { ToneBadge } from '../../../ui/badges/tone-badge';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { Instant } from '../../../ui/format/instant';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { PagedTable } from '../../parts/paged-table';
import { RowButton } from '../../parts/row-button';
import { useList } from '../../parts/use-list';
import { deviceText } from './device-text';
import { PEOPLE_MESSAGES } from './messages';
import { PeopleFrame } from './people-frame';

type LogIn = NonNullable<components['schemas']['Session']>;

const LOG_INS = ['log-ins'] as const;

/** One's own log-ins, to end those that one does not know. */
export function LogInsPage(): ReactElement {
  const { t } = useMessages(PEOPLE_MESSAGES);
  const logIns = useList<LogIn>(LOG_INS, ({ signal, cursor }) =>
    api.GET('/sessions', { params: { query: cursor === undefined ? {} : { cursor } }, signal }),
  );
  const end = useCommand<LogIn, unknown>({
    stales: [LOG_INS],
    send: ({ id }, header) => api.DELETE('/sessions/{id}', { params: { path: { id }, header } }),
    onDone: () => toast(t('people.ended')),
  });
  const device = ({ userAgent }: LogIn): string => deviceText(userAgent) ?? t('people.device.unknown');
  return (
    <PeopleFrame title={t('people.logIns')} intro={t('people.logIns.intro')}>
      {end.error && <ProblemAlert problem={end.error} />}
      <PagedTable
        pages={logIns}
        empty={t('people.logIns.empty')}
        caption={t('people.logIns')}
        rowKey={({ id }) => id}
        columns={[
          { header: t('people.device'), cell: device },
          { header: t('people.started'), cell: ({ createdAt }) => <Instant short at={createdAt} /> },
          { header: t('people.lastSeen'), cell: ({ lastSeenAt }) => <Instant short at={lastSeenAt} /> },
          {
            header: '',
            cell: (logIn) =>
              logIn.current ? (
                <ToneBadge tone="success" icon={IconDeviceDesktop}>
                  {t('people.current')}
                </ToneBadge>
              ) : (
                <RowButton
                  name={t('people.end.of', { device: device(logIn) })}
                  loading={end.isPending && end.variables.id === logIn.id}
                  onClick={() => end.mutate(logIn)}
                >
                  {t('people.end')}
                </RowButton>
              ),
          },
        ]}
      />
    </PeopleFrame>
  );
}
