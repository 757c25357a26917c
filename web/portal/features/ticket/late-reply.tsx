import { Button, Group, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { PlainText } from '../../../ui/timeline/plain-text';
import { TICKET_PAGE } from './messages';
import { newRelatedPath } from './new-related-path';
import { Notice } from './notice';

/** The ticket closed before the reply was sent: the words go along to a new one. */
export function LateReply({
  folio,
  body,
  onLeave,
}: {
  folio: string;
  body: string;
  onLeave: () => void;
}): ReactElement {
  const { t } = useMessages(TICKET_PAGE);
  return (
    <Notice title={t('ticket.closed.draft')}>
      <PlainText>{body}</PlainText>
      <Text my="sm">{t('ticket.closed.again')}</Text>
      <Group gap="sm">
        <Button component={Link} to={newRelatedPath(folio)} state={{ description: body }} onClick={onLeave}>
          {t('ticket.closed.new')}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {t('ui.draft.discard')}
        </Button>
      </Group>
    </Notice>
  );
}
