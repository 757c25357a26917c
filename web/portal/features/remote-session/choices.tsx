import { Button } from '@mantine/core';
import { useId, useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import classes from './session.module.css';

/** Enough to find something without scrolling for long. */
const SHOWN = 12;

/** One of several, as tiles; the arrow keys go from one to the next. */
export function Choices({
  name,
  legend,
  isDay = false,
  value,
  options,
  onChange,
}: {
  name: string;
  legend: string;
  isDay?: boolean;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useMessages();
  const group = useId();
  const [all, setAll] = useState(false);
  const shown = all ? options : options.slice(0, SHOWN);
  return (
    <fieldset className={classes['picker']}>
      <legend>{legend}</legend>
      <div className={`${classes['choices'] ?? ''} ${isDay ? (classes['days'] ?? '') : ''}`}>
        {shown.map((option) => (
          <label key={option.value} className={classes['choice']}>
            <input
              type="radio"
              name={`${name}-${group}`}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {shown.length < options.length && (
        <Button variant="subtle" size="compact-md" mt="xs" onClick={() => setAll(true)}>
          {t('ui.more')}
        </Button>
      )}
    </fieldset>
  );
}
