import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';

/** Why something is done: what a dialog asks for that needs nothing else. */
export function ReasonField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <Textarea
      id="reason"
      data-autofocus
      label={label}
      autosize
      minRows={2}
      maxLength={2_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
