import { PasswordInput, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useMessages } from '../../../ui/i18n/use-messages';
import { FormDialog } from '../../parts/form-dialog';
import { SESSIONS_MESSAGES } from './messages';
import { useStep } from './use-step';
import type { RemoteSession } from './use-sessions';

interface Fields {
  place: string;
  secret: string;
}

/** How the client gets in: AnyDesk address and code, or another meeting. Nothing of it is kept in the browser. */
export function MeetingDialog({
  session: { id, platform },
  onClose,
}: {
  session: RemoteSession;
  onClose: () => void;
}): ReactElement {
  const { t } = useMessages(SESSIONS_MESSAGES);
  const [fields, setFields] = useState<Fields>({ place: '', secret: '' });
  const isAnyDesk = platform === 'anydesk';
  const [placeField, secretField] = isAnyDesk
    ? (['address', 'code'] as const)
    : (['link', 'password'] as const);
  const labels = {
    [placeField]: t(`sessions.meeting.${placeField}`),
    [secretField]: t(`sessions.meeting.${secretField}`),
  };
  const give = useStep<Fields>(
    ({ place, secret }, header) =>
      api.PUT('/remote-sessions/{id}/meeting', {
        params: { path: { id }, header },
        body: isAnyDesk ? { address: place.trim(), code: secret } : { link: place.trim(), password: secret },
      }),
    t('sessions.meeting.done'),
    onClose,
  );
  return (
    <FormDialog
      title={t('sessions.meeting')}
      submit={t('ui.save')}
      isPending={give.isPending}
      problem={give.error}
      labels={labels}
      onSubmit={() => give.mutate(fields)}
      onClose={onClose}
    >
      <Text>{t('sessions.meeting.hint')}</Text>
      <TextInput
        id={placeField}
        label={labels[placeField]}
        data-autofocus
        autoComplete="off"
        inputMode={isAnyDesk ? 'numeric' : 'url'}
        value={fields.place}
        onChange={({ currentTarget }) => setFields({ ...fields, place: currentTarget.value })}
      />
      <PasswordInput
        id={secretField}
        label={labels[secretField]}
        autoComplete="off"
        maxLength={100}
        value={fields.secret}
        onChange={({ currentTarget }) => setFields({ ...fields, secret: currentTarget.value })}
      />
    </FormDialog>
  );
}
