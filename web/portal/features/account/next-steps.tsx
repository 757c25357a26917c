import { Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './account.module.css';
import { ACCOUNT_PAGES } from './messages';

const STEPS = [1, 2, 3] as const;

/** What happens between the form and the first log-in. */
export function NextSteps(): ReactElement {
  const { t } = useMessages(ACCOUNT_PAGES);
  return (
    <section className={classes['steps']}>
      <Title order={2} size="h4">
        {t('account.steps')}
      </Title>
      <ol className={classes['list']}>
        {STEPS.map((step) => (
          <li key={step} className={classes['step']}>
            <span className={classes['number']} aria-hidden>
              {step}
            </span>
            <div>
              <Text fw={600}>{t(`account.steps.${step}`)}</Text>
              <Text c="dimmed">{t(`account.steps.${step}.body`)}</Text>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
