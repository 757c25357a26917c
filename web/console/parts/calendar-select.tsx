import { NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { cityOf } from '../../ui/format/time-zone';
import { useCalendars } from './use-calendars';

/** One of the calendars of service hours, by its id and where its clock is. */
export function CalendarSelect({
  none,
  value,
  ...field
}: {
  id: string;
  label: string;
  error?: string | undefined;
  /** What stands for no calendar, where there may be none. */
  none?: string;
  value: string;
  onChange: (event: { currentTarget: { value: string } }) => void;
}): ReactElement {
  const known = useCalendars() ?? [];
  // What is chosen stays so until it is known what else there is.
  const isKnown = value === '' || known.some(({ id }) => id === value);
  return (
    <NativeSelect
      {...field}
      value={value}
      data={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...(isKnown ? [] : [{ value, label: value }]),
        ...known.map(({ id, timeZone }) => ({ value: id, label: `${id} (${cityOf(timeZone)})` })),
      ]}
    />
  );
}
