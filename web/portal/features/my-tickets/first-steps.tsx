import { Button, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconHeadset, IconTicket } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MY_TICKETS_PAGE } from './messages';
import classes from './my-tickets.module.css';

const STEPS = [
  { step: 'step1', icon: IconTicket },
  { step: 'step2', icon: IconHeadset },
  { step: 'step3', icon: IconCircleCheck },
] as const;

/** Somebody without tickets learns how the service works. */
export function FirstSteps(): ReactElement {
  const { t } = useMessages(MY_TICKETS_PAGE);
  return (
    <section className={classes['empty']}>
      <Title order={2} size="h3">
        {t('myTickets.empty.title')}
      </Title>
      <Text mt="xs">{t('myTickets.empty.body')}</Text>
      <ol className={classes['steps']}>
        {STEPS.map(({ step, icon: Sign }) => (
          <li key={step} className={classes['step']}>
            <Sign size={28} stroke={1.6} className={classes['sign']} aria-hidden />
            <Text fw={600}>{t(`myTickets.empty.${step}`)}</Text>
            <Text c="dimmed">{t(`myTickets.empty.${step}.body`)}</Text>
          </li>
        ))}
      </ol>
      <Button component={Link} to="/tickets/nuevo" size="md">
        {t('myTickets.register')}
      </Button>
    </section>
  );
}
