import { NumberInput } from '@mantine/core';
import type { ReactElement } from 'react';

/** A number of the policy, whole or with a fraction; what it may be is the service's to say. */
export function HoursField({
  id,
  label,
  hideLabel = false,
  value,
  onChange,
}: {
  id: string;
  label: string;
  /** For cells of a table, whose headings name them. */
  hideLabel?: boolean;
  value: number;
  onChange: (value: number) => void;
}): ReactElement {
  return (
    <NumberInput
      id={id}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      min={0}
      hideControls
      value={value}
      onChange={(given) => onChange(Number(given))}
    />
  );
}
