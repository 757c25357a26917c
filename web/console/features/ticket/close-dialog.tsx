import { Alert, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

/** The reasons that support may give; the others are the client's, the clock's or a command's of their own. */
const REASONS = ['resolved', 'out_of_scope', 'duplicate'] as const;
const CONFIRMATIONS = ['client_message', 'call', 'none'] as const;
export const ORIGINS = ['platform', 'client_use', 'third_party', 'not_reproduced'] as const;

interface Closing {
  reason: (typeof REASONS)[number];
  message: string;
  confirmedBy?: (typeof CONFIRMATIONS)[number];
  origin?: (typeof ORIGINS)[number];
  duplicateOf?: string;
}

type ClosingForm = Required<Omit<Closing, 'origin'>> & { origin: string };

const EMPTY: ClosingForm = {
  reason: 'resolved',
  message: '',
  confirmedBy: 'client_message',
  origin: '',
  duplicateOf: '',
};

/** Closing for good, with its official reason and a message to the client. */
export function CloseDialog({
  ticket,
  onClose,
  onDone,
}: {
  ticket: Ticket;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio } = ticket;
  const draft = useDraft<ClosingForm>(`close:${folio}`, EMPTY);
  const { value } = draft;
  const change = (next: Partial<typeof value>): void => draft.change((before) => ({ ...before, ...next }));
  const close = useCommand({
    name: `close:${folio}`,
    send: (body: Closing, header) =>
      api.PUT('/tickets/{folio}/closure', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
      onDone();
    },
  });
  const duplicate = value.reason === 'duplicate';
  const resolved = value.reason === 'resolved';
  const origin = ORIGINS.find((each) => each === value.origin);
  return (
    <ActionDialog
      title={t('ticket.close.title', { folio })}
      submit={t('ticket.close.save')}
      danger
      onClose={onClose}
      onSubmit={() =>
        close.mutate({
          reason: value.reason,
          message: value.message,
          ...(resolved && { confirmedBy: value.confirmedBy }),
          ...(origin && { origin }),
          ...(duplicate && { duplicateOf: value.duplicateOf.trim() }),
        })
      }
      pending={close.isPending}
      problem={close.error}
      missing={missingFields(
        { message: value.message, ...(duplicate && { duplicateOf: value.duplicateOf }) },
        t('ticket.required'),
      )}
      labels={{ message: t('ticket.close.message'), duplicateOf: t('ticket.close.duplicateOf') }}
    >
      <Alert color="orange" variant="outline" icon={<IconArchive aria-hidden />}>
        {t('ticket.close.final')}
      </Alert>
      <Radio.Group label={t('ui.reason')} value={value.reason} onChange={(reason) => change({ reason })}>
        <Stack gap={6} mt={4}>
          {REASONS.map((reason) => (
            <Radio
              key={reason}
              value={reason}
              label={t(`ui.reason.${reason}`)}
              data-autofocus={reason === value.reason || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {duplicate && (
        <TextInput
          id="duplicateOf"
          inputMode="numeric"
          label={t('ticket.close.duplicateOf')}
          value={value.duplicateOf}
          onChange={(event) => change({ duplicateOf: event.currentTarget.value })}
        />
      )}
      <Textarea
        id="message"
        label={t('ticket.close.message')}
        description={t('ticket.close.message.hint')}
        autosize
        minRows={3}
        value={value.message}
        onChange={(event) => change({ message: event.currentTarget.value })}
      />
      {resolved && (
        <Radio.Group
          label={t('ticket.close.confirmedBy')}
          value={value.confirmedBy}
          onChange={(confirmedBy) => change({ confirmedBy })}
        >
          <Stack gap={6} mt={4}>
            {CONFIRMATIONS.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t(`ticket.close.confirmed.${each}`)}
                description={each === 'none' ? t('ticket.close.none') : undefined}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <NativeSelect
        id="origin"
        label={t('ticket.close.origin')}
        value={value.origin}
        onChange={(event) => change({ origin: event.currentTarget.value })}
        data={[
          { value: '', label: t('ticket.close.origin.unknown') },
          ...ORIGINS.map((each) => ({ value: each, label: t(`ui.origin.${each}`) })),
        ]}
      />
    </ActionDialog>
  );
}
