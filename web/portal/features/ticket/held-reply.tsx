import { Button, Group, List, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { TicketEvent } from '../../../ui/api/types';
import { useMessages } from '../../../ui/i18n/use-messages';
import { anchorOf } from '../../../ui/timeline/anchor';
import { text } from '../../../ui/timeline/event-data';
import { eventSentence } from '../../../ui/timeline/event-sentence';
import type { Names } from '../../../ui/timeline/names';
import { TICKET_PAGE } from './messages';
import { Notice } from './notice';

/** Somebody said something while the reply was written: it is shown first. */
export function HeldReply({
  news,
  names,
  onSend,
  onEdit,
}: {
  news: readonly TicketEvent[];
  names: Names;
  onSend: () => void;
  onEdit: () => void;
}): ReactElement {
  const { t, language } = useMessages(TICKET_PAGE);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Notice
      box={box}
      role="alert"
      icon={IconHandStop}
      title={
        news.length === 0 ? t('ticket.reply.held.changed') : t('ticket.reply.held', { count: news.length })
      }
    >
      <List my="xs">
        {news.map((event) => (
          <List.Item key={event.seq}>
            <a href={`#${anchorOf(event)}`}>{eventSentence(event, { t, language, names })}</a>
            <Text size="sm" lineClamp={4}>
              {text(event.data['body']) || text(event.data['summary'])}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text mb="sm">{t('ticket.reply.held.body')}</Text>
      <Group gap="sm">
        <Button onClick={onEdit}>{t('ticket.reply.held.edit')}</Button>
        <Button variant="default" onClick={onSend}>
          {t('ticket.reply.held.send')}
        </Button>
      </Group>
    </Notice>
  );
}
