import { Alert, Anchor, List } from '@mantine/core';
import { useEffect, useRef, type ReactElement } from 'react';
import { useMessages } from '../i18n/use-messages';
import classes from './feedback.module.css';
import type { FieldErrors } from './field-errors';

/**
 * What has to be corrected, above the form: it takes the focus when it appears, and each line leads to its field
 * (whose `id` is the field's name).
 */
export function ErrorSummary({
  errors,
  labels = {},
}: {
  errors: FieldErrors;
  /** Names of the fields as the form shows them. */
  labels?: Readonly<Record<string, string>>;
}): ReactElement | null {
  const { t } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors);
  const shown = JSON.stringify(errors);
  useEffect(() => box.current?.focus(), [shown]);
  if (fields.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      className={classes['summary'] ?? ''}
      role="alert"
      color="red"
      variant="outline"
      bg="var(--mantine-color-body)"
      title={t('ui.fieldErrors', { count: fields.length })}
    >
      <List>
        {fields.map(([field, sentence]) => (
          <List.Item key={field}>
            <Anchor
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {[...(labels[field] === undefined ? [] : [named(labels[field])]), sentence].join(' ')}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** "Asunto:", but "¿De qué se trata?". */
function named(label: string): string {
  return label.endsWith('?') ? label : `${label}:`;
}
