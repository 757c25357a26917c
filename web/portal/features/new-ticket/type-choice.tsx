import { Button, Collapse, Radio, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';
import { TypeCards } from './type-cards';
import type { CatalogType } from './request';

const OTHERS = ['quoted', 'consulting', 'never'] as const;

/** The usual types at hand; what the service does not include one step further away. */
export function TypeChoice({
  types,
  chosen,
  error,
  onChange,
}: {
  types: readonly CatalogType[];
  chosen: string;
  error: string | undefined;
  onChange: (id: string) => void;
}): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const id = useId();
  const usual = types.filter(({ coverage }) => coverage === 'included');
  const others = types.filter(({ coverage }) => coverage !== 'included');
  const [opened, setOpened] = useState(others.some((type) => type.id === chosen));
  return (
    <Radio.Group
      id="type"
      tabIndex={-1}
      label={t('newTicket.type')}
      required
      value={chosen}
      error={error}
      // Beside the question: the last choice is two screens further down.
      inputWrapperOrder={['label', 'error', 'input']}
      onChange={onChange}
    >
      <TypeCards types={usual} chosen={chosen} />
      <Button
        variant="subtle"
        mt="sm"
        className={classes['more'] ?? ''}
        classNames={{ label: classes['moreLabel'] ?? '' }}
        rightSection={<IconChevronDown size={16} className={classes['turn']} aria-hidden />}
        aria-expanded={opened}
        aria-controls={id}
        onClick={() => setOpened(!opened)}
      >
        {t('newTicket.type.others')}
      </Button>
      <Collapse expanded={opened} id={id}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('newTicket.type.others.hint')}
        </Text>
        {OTHERS.map((coverage) => (
          <div key={coverage}>
            <Text fw={600} mt="sm">
              {t(`newTicket.type.${coverage}`)}
            </Text>
            <TypeCards types={others.filter((type) => type.coverage === coverage)} chosen={chosen} />
          </div>
        ))}
      </Collapse>
    </Radio.Group>
  );
}
