import { IconEye, IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import { MESSAGES } from './messages';
import classes from './ticket.module.css';
import type { usePresence } from './use-presence';

/** Who else of support is on the ticket: "Ana Torres está respondiendo". */
export function PresenceLine({ others }: { others: ReturnType<typeof usePresence> }): ReactElement {
  const { t } = useMessages(MESSAGES);
  return (
    <div role="status" className={classes['presence']}>
      {(['replying', 'viewing'] as const).map((state) => {
        const names = others.filter((other) => other.state === state).map(({ agent }) => agent.name);
        if (names.length === 0) return null;
        const Sign = state === 'replying' ? IconPencil : IconEye;
        return (
          <span key={state} className={classes['present']} data-state={state}>
            <Sign size="1.1em" aria-hidden />
            {t(`ticket.presence.${state}`, { names: names.join(', ') })}
          </span>
        );
      })}
    </div>
  );
}
