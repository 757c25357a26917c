import { Button, Checkbox, Fieldset, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { useCatalog } from '../../../ui/query/use-catalog';
import { ActionDialog } from './action-dialog';
import { MESSAGES } from './messages';
import { missingFields } from './missing-fields';

interface Part {
  subject: string;
  description: string;
  type: string;
}

const MOST_PARTS = 10;

/** One topic per ticket: the parts become tickets of their own. */
export function SplitDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }): ReactElement {
  const { t } = useMessages(MESSAGES);
  const { folio, type } = ticket;
  const types = useCatalog().data?.types ?? [];
  const empty: Part = { subject: '', description: '', type };
  const draft = useDraft(`split:${folio}`, { parts: [empty], keepOriginal: true });
  const { parts, keepOriginal } = draft.value;
  const setParts = (next: Part[]): void => draft.change((before) => ({ ...before, parts: next }));
  const change = (index: number, next: Partial<Part>): void =>
    setParts(parts.map((part, each) => (each === index ? { ...part, ...next } : part)));
  const split = useCommand({
    name: `split:${folio}`,
    send: (body: { parts: Part[]; keepOriginal: boolean }, header) =>
      api.POST('/tickets/{folio}/splits', { params: { path: { folio }, header }, body }),
    onDone() {
      draft.clear();
      onClose();
    },
  });
  const fields = Object.fromEntries(
    parts.flatMap(({ subject, description }, index) => [
      [`parts.${index}.subject`, subject],
      [`parts.${index}.description`, description],
    ]),
  );
  return (
    <ActionDialog
      title={t('ticket.split.title', { folio })}
      submit={t('ticket.split.save')}
      onClose={onClose}
      onSubmit={() => split.mutate({ parts, keepOriginal })}
      pending={split.isPending}
      problem={split.error}
      missing={missingFields(fields, t('ticket.required'))}
      labels={Object.fromEntries(
        Object.keys(fields).map((id) => {
          const [, index, name] = id.split('.');
          const part = t('ticket.split.part', { number: Number(index) + 1 });
          return [
            id,
            `${part}, ${t(name === 'subject' ? 'ticket.split.subject' : 'ticket.split.description')}`,
          ];
        }),
      )}
    >
      <Text size="sm">{t('ticket.split.hint')}</Text>
      {parts.map((part, index) => (
        <Fieldset key={index} legend={t('ticket.split.part', { number: index + 1 })}>
          <TextInput
            id={`parts.${index}.subject`}
            data-autofocus={index === 0 || undefined}
            label={t('ticket.split.subject')}
            maxLength={200}
            value={part.subject}
            onChange={(event) => change(index, { subject: event.currentTarget.value })}
          />
          <Textarea
            id={`parts.${index}.description`}
            mt="xs"
            label={t('ticket.split.description')}
            autosize
            minRows={2}
            value={part.description}
            onChange={(event) => change(index, { description: event.currentTarget.value })}
          />
          <NativeSelect
            mt="xs"
            label={t('ticket.split.type')}
            value={part.type}
            onChange={(event) => change(index, { type: event.currentTarget.value })}
            data={types.map(({ id, label }) => ({ value: id, label }))}
          />
          {parts.length > 1 && (
            <Button
              mt="xs"
              size="compact-md"
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setParts(parts.filter((_part, each) => each !== index))}
            >
              {t('ticket.split.remove', { number: index + 1 })}
            </Button>
          )}
        </Fieldset>
      ))}
      {parts.length < MOST_PARTS && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setParts([...parts, empty])}
        >
          {t('ticket.split.add')}
        </Button>
      )}
      <Checkbox
        label={t('ticket.split.keep')}
        description={t('ticket.split.keep.hint')}
        checked={keepOriginal}
        onChange={(event) => {
          const checked = event.currentTarget.checked;
          draft.change((before) => ({ ...before, keepOriginal: checked }));
        }}
      />
    </ActionDialog>
  );
}
