import { Button } from '@mantine/core';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import { holdToasts, onToasts, shownToasts } from './toast-store';
import classes from './toasts.module.css';

/** Where notices appear; read out politely, and never in the way of the focus. */
export function Toasts(): ReactElement {
  const { t } = useMessages();
  const toasts = useSyncExternalStore(onToasts, shownToasts);
  return (
    <section
      aria-label={t('ui.notifications')}
      className={classes['region']}
      onMouseMove={({ movementX, movementY }) => {
        // Not because a notice appeared under a pointer that rests.
        if (movementX !== 0 || movementY !== 0) holdToasts(true);
      }}
      onMouseLeave={() => holdToasts(false)}
      onFocus={() => holdToasts(true)}
      onBlur={() => holdToasts(false)}
    >
      <div role="status">
        {toasts.map(({ id, message, undo }) => (
          <div key={id} className={classes['toast']}>
            <span>{message}</span>
            {undo && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  holdToasts(false);
                  undo();
                }}
              >
                {t('ui.undo')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
