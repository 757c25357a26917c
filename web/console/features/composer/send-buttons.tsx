import { Button, Group } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './composer.module.css';
import { MESSAGES } from './messages';
import { MODE_ICONS, type ComposerMode } from './modes';

/** The button says what is sent to whom; the other one goes on to the next ticket as well. */
export function SendButtons({
  mode,
  disabled,
  onSend,
}: {
  mode: ComposerMode;
  disabled: boolean;
  onSend: (andNext: boolean) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  const Sign = MODE_ICONS[mode];
  const send = t(`composer.send.${mode}`);
  return (
    <Group gap={6}>
      <Button
        size="compact-md"
        variant="default"
        disabled={disabled}
        onClick={() => onSend(true)}
        aria-label={`${send} ${t('composer.send.next')}`}
        title={`${send} ${t('composer.send.next')}`}
      >
        … {t('composer.send.next')}
      </Button>
      <Button
        size="compact-md"
        disabled={disabled}
        leftSection={<Sign size={16} aria-hidden />}
        onClick={() => onSend(false)}
        {...(mode === 'note' && { className: classes['noteButton'] ?? '' })}
      >
        {send}
      </Button>
    </Group>
  );
}
