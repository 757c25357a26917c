import { VisuallyHidden } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { SESSION_PAGE } from './messages';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';

const STAGES = ['cost', 'payment', 'time', 'session'] as const;

/** How far it has come; nothing for one that ended before its time. */
export function Progress({ session }: { session: RemoteSession }): ReactElement | null {
  const { t } = useMessages(SESSION_PAGE);
  const now = stageOf(session);
  if (now === null) return null;
  return (
    <ol className={classes['progress']} aria-label={t('remoteSession.progress')}>
      {STAGES.map((stage, index) => {
        const isDone = index < now;
        const Sign = isDone ? IconCircleCheck : index === now ? IconCircleDot : IconCircle;
        return (
          <li
            key={stage}
            className={classes['stage']}
            data-stage={isDone ? 'done' : undefined}
            aria-current={index === now ? 'step' : undefined}
          >
            <Sign size={18} aria-hidden />
            {t(`remoteSession.stage.${stage}`)}
            {isDone && <VisuallyHidden>{t('remoteSession.stage.done')}</VisuallyHidden>}
          </li>
        );
      })}
    </ol>
  );
}

function stageOf({ state }: RemoteSession): number | null {
  switch (state) {
    case 'requested':
      return 0;
    case 'quoted':
    case 'checkout':
      return 1;
    case 'paid':
      return 2;
    case 'scheduled':
    case 'in_progress':
      return 3;
    case 'completed':
      return STAGES.length;
    case 'client_absent':
    case 'cancelled':
    case 'expired':
      return null;
  }
}
