import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Span } from './calendar';
import classes from './calendar.module.css';
import { CALENDARS_MESSAGES } from './messages';

const FIRST: Span = { from: '09:00', to: '18:00' };

/** The open hours of one day; none closes it. */
export function SpansEditor({
  name,
  spans,
  manages,
  onChange,
}: {
  name: string;
  spans: readonly Span[];
  manages: boolean;
  onChange: (spans: Span[]) => void;
}): ReactElement {
  const { t } = useMessages(CALENDARS_MESSAGES);
  const set = (index: number, news: Partial<Span>): void =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...news } : span)));
  const add = (): void =>
    onChange([...spans, spans.length === 0 ? FIRST : { from: spans.at(-1)?.to ?? '', to: '24:00' }]);
  return (
    <div className={classes['day']} role="group" aria-label={name}>
      <Text fw={600}>{name}</Text>
      <div className={classes['spans']}>
        {spans.length === 0 && <Text c="dimmed">{t('calendars.closed')}</Text>}
        {spans.map((span, index) => (
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              w={80}
              aria-label={t('calendars.from.of', { day: name })}
              placeholder="09:00"
              maxLength={5}
              readOnly={!manages}
              value={span.from}
              onChange={({ currentTarget }) => set(index, { from: currentTarget.value })}
            />
            <span aria-hidden>–</span>
            <TextInput
              w={80}
              aria-label={t('calendars.to.of', { day: name })}
              placeholder="18:00"
              maxLength={5}
              readOnly={!manages}
              value={span.to}
              onChange={({ currentTarget }) => set(index, { to: currentTarget.value })}
            />
            {manages && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('calendars.span.remove', { day: name, from: span.from })}
                onClick={() => onChange(spans.filter((_, at) => at !== index))}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {manages && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('calendars.span.add.of', { day: name })}
            onClick={add}
          >
            {t('calendars.span.add')}
          </Button>
        )}
      </div>
    </div>
  );
}
