import { Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactElement, Ref } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { NEW_TICKET_PAGE } from './messages';
import classes from './new-ticket.module.css';
import type { Request } from './request';

const STEPS = [
  { step: 1, label: 'newTicket.step.what' },
  { step: 2, label: 'newTicket.step.detail' },
  { step: 3, label: 'newTicket.step.send' },
] as const;

/** Where one is; what is done can be gone back to. */
export function StepBar({
  at,
  heading,
  onBack,
}: {
  at: Request['step'];
  heading: Ref<HTMLHeadingElement>;
  onBack: (step: Request['step']) => void;
}): ReactElement {
  const { t } = useMessages(NEW_TICKET_PAGE);
  const name = STEPS.find(({ step }) => step === at)?.label ?? 'newTicket.step.what';
  return (
    <div>
      <ol className={classes['bar']} aria-label={t('newTicket.steps')}>
        {STEPS.map(({ step, label }) => (
          <li
            key={step}
            aria-current={step === at ? 'step' : undefined}
            data-done={step < at || undefined}
            className={classes['stop']}
          >
            {step < at ? (
              <button type="button" className={classes['back']} onClick={() => onBack(step)}>
                <span className={classes['number']}>
                  <IconCheck size={16} aria-hidden />
                </span>
                {t(label)}
              </button>
            ) : (
              <>
                <span className={classes['number']} aria-hidden>
                  {step}
                </span>
                {t(label)}
              </>
            )}
          </li>
        ))}
      </ol>
      <Title order={2} size="h4" mt="md" ref={heading} tabIndex={-1} className={classes['heading'] ?? ''}>
        {t('newTicket.step', { step: at })}: {t(name)}
      </Title>
    </div>
  );
}
