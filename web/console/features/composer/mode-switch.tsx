import { SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './composer.module.css';
import { MESSAGES } from './messages';
import { MODE_ICONS, MODES, type ComposerMode } from './modes';

/** Which of the four kinds of text is written. */
export function ModeSwitch({
  mode,
  disabled,
  onChange,
}: {
  mode: ComposerMode;
  disabled: boolean;
  onChange: (mode: ComposerMode) => void;
}): ReactElement {
  const { t } = useMessages(MESSAGES);
  return (
    <SegmentedControl
      size="xs"
      transitionDuration={0}
      aria-label={t('composer.mode')}
      className={classes['modes'] ?? ''}
      value={mode}
      disabled={disabled}
      onChange={onChange}
      data={MODES.map((value) => {
        const Sign = MODE_ICONS[value];
        return {
          value,
          label: (
            <span className={classes['mode']}>
              <Sign size="1.15em" aria-hidden />
              {t(`composer.mode.${value}`)}
            </span>
          ),
        };
      })}
    />
  );
}
