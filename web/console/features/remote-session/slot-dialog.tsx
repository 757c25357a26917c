import { Select, Text } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { FormDialog } from '../../parts/form-dialog';
import { Read } from '../../parts/read';
import { useOne } from '../../parts/use-list';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

/** The free times, to choose one for the client. */
export function SlotDialog({
  session: { id, slot },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t, language } = useMessages(SESSIONS_MESSAGES);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const slots = useOne<{ items: { startsAt: string }[] }>(
    [...queryKeys.remoteSessions, 'slots', id],
    (signal) => api.GET('/remote-sessions/{id}/slots', { params: { path: { id } }, signal }),
  );
  const choose = useStep<string>(
    (given, header) =>
      api.PUT('/remote-sessions/{id}/slot', {
        params: { path: { id }, header },
        body: { startsAt: given },
      }),
    t('sessions.choose.done'),
    onClose,
  );
  return (
    <FormDialog
      title={t(slot === null ? 'sessions.choose' : 'sessions.change')}
      submit={t('ui.save')}
      isPending={choose.isPending}
      problem={choose.error}
      labels={{ startsAt: t('sessions.slot') }}
      onSubmit={() => {
        if (startsAt !== null) choose.mutate(startsAt);
      }}
      onClose={onClose}
    >
      <Read query={slots}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('sessions.choose.none')}</Text>
          ) : (
            <Select
              id="startsAt"
              label={t('sessions.slot')}
              searchable
              value={startsAt}
              data={items.map((one) => ({
                value: one.startsAt,
                label: instantText(one.startsAt, language),
              }))}
              onChange={setStartsAt}
            />
          )
        }
      </Read>
    </FormDialog>
  );
}
