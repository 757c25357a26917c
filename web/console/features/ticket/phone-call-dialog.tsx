import { Checkbox, Group, NumberInput, Radio, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { ActionDialog } from './action-dialog';
import { fromLocalTime, toLocalTime } from './local-time';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

const OUTCOMES = ['answered', 'no_answer'] as const;

interface Call {
  /** As the field has it: in the viewer's zone. */
  at: string;
  minutes: number;
  number: string;
  outcome: (typeof OUTCOMES)[number];
  summary: string;
  clientReplied: boolean;
}

/** A call that was made about the ticket. */
export function PhoneCallDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, contact } = ticket;
  const draft = useDraft<Call>(`call:${folio}`, {
    at: toLocalTime(new Date()),
    minutes: 5,
    number: contact.phone,
    outcome: 'answered',
    summary: '',
    clientReplied: false,
  });
  const { value } = draft;
  const change = (next: Partial<typeof value>): void => draft.change((before) => ({ ...before, ...next }));
  const at = fromLocalTime(value.at);
  const record = useCommand({
    name: `call:${folio}`,
    send: (body: typeof value, header) =>
      api.POST('/tickets/{folio}/phone-calls', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
    },
  });
  const answered = value.outcome === 'answered';
  return (
    <ActionDialog
      title={t('ticket.call.title', { folio })}
      submit={t('ticket.call.save')}
      onClose={onClose}
      onSubmit={() =>
        record.mutate({
          ...value,
          at: at ?? '',
          minutes: answered ? value.minutes : 0,
          clientReplied: answered && value.clientReplied,
        })
      }
      pending={record.isPending}
      problem={record.error}
      missing={missingFields(
        { at: at ?? '', number: value.number, summary: value.summary },
        t('ticket.required'),
      )}
      labels={{
        at: t('ticket.call.at'),
        number: t('ticket.call.number'),
        summary: t('ticket.call.summary'),
      }}
    >
      <Radio.Group
        label={t('ticket.call.outcome')}
        value={value.outcome}
        onChange={(outcome) => change({ outcome })}
      >
        <Group mt={4}>
          {OUTCOMES.map((outcome) => (
            <Radio
              key={outcome}
              value={outcome}
              label={t(`ticket.call.${outcome}`)}
              data-autofocus={outcome === value.outcome || undefined}
            />
          ))}
        </Group>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput
          id="at"
          type="datetime-local"
          label={t('ticket.call.at')}
          value={value.at}
          onChange={(event) => change({ at: event.currentTarget.value })}
        />
        <TextInput
          id="number"
          type="tel"
          label={t('ticket.call.number')}
          value={value.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
        {answered && (
          <NumberInput
            id="minutes"
            label={t('ticket.call.minutes')}
            min={0}
            max={1440}
            hideControls
            value={value.minutes}
            onChange={(minutes) => change({ minutes: Number(minutes) })}
          />
        )}
      </SimpleGrid>
      <Textarea
        id="summary"
        label={t('ticket.call.summary')}
        autosize
        minRows={3}
        value={value.summary}
        onChange={(event) => change({ summary: event.currentTarget.value })}
      />
      {answered && (
        <Checkbox
          label={t('ticket.call.clientReplied')}
          description={t('ticket.call.clientReplied.hint')}
          checked={value.clientReplied}
          onChange={(event) => change({ clientReplied: event.currentTarget.checked })}
        />
      )}
    </ActionDialog>
  );
}
