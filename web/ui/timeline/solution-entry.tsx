import { List, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { TicketEvent } from '../api/types';
import { useMessages } from '../i18n/use-messages';
import { anchorOf } from './anchor';
import { Entry } from './entry';
import { strings, text } from './event-data';
import { PlainText } from './plain-text';

export function SolutionEntry({ event, who }: { event: TicketEvent; who: string }): ReactElement {
  const { t } = useMessages();
  const steps = strings(event.data['steps']);
  return (
    <Entry
      kind="solution"
      icon={IconBulb}
      label={t('ui.entry.solution')}
      who={who}
      at={event.at}
      anchor={anchorOf(event)}
    >
      <PlainText>{text(event.data['summary'])}</PlainText>
      {steps.length > 0 && (
        <>
          <Text fw={600} mt="xs">
            {t('ui.entry.steps')}
          </Text>
          <List type="ordered">
            {steps.map((step, index) => (
              <List.Item key={index}>{step}</List.Item>
            ))}
          </List>
        </>
      )}
    </Entry>
  );
}
