import { ActionIcon, Button, Fieldset, Group, Select, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Calendar } from './calendar';
import classes from './calendar.module.css';
import { dayName } from './day-name';
import { CALENDARS_MESSAGES } from './messages';

/** Days on which nothing is counted, a year at a time. */
export function HolidaysEditor({
  holidays,
  manages,
  onChange,
}: {
  holidays: Calendar['holidays'];
  manages: boolean;
  onChange: (holidays: Calendar['holidays']) => void;
}): ReactElement {
  const { t, language } = useMessages(CALENDARS_MESSAGES);
  const [year, setYear] = useState(() => String(new Date().getFullYear()));
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const years = [...new Set([...Object.keys(holidays).map((day) => day.slice(0, 4)), year])].sort();
  const shown = Object.entries(holidays)
    .filter(([day]) => day.startsWith(year))
    .sort(([one], [other]) => one.localeCompare(other));
  const remove = (day: string): void =>
    onChange(Object.fromEntries(Object.entries(holidays).filter(([known]) => known !== day)));
  const add = (): void => {
    if (date === '' || name.trim() === '') return;
    onChange({ ...holidays, [date]: name.trim() });
    setYear(date.slice(0, 4));
    setDate('');
    setName('');
  };
  return (
    <Fieldset legend={t('calendars.holidays')}>
      <Select
        label={t('calendars.year')}
        w={120}
        mb="sm"
        allowDeselect={false}
        data={years}
        value={year}
        onChange={(value) => setYear(value ?? year)}
      />
      {shown.length === 0 && <Text c="dimmed">{t('calendars.holidays.empty')}</Text>}
      <ul className={classes['list']} aria-label={t('calendars.holidays.of', { year })}>
        {shown.map(([day, title]) => (
          <li key={day}>
            <span>
              {dayName(day, language)} · {title}
            </span>
            {manages && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('calendars.remove.of', { date: dayName(day, language) })}
                onClick={() => remove(day)}
              >
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {manages && (
        <Group align="flex-end" mt="md">
          <TextInput
            type="date"
            label={t('calendars.date')}
            value={date}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
          <TextInput
            label={t('calendars.name')}
            maxLength={200}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button variant="default" disabled={date === '' || name.trim() === ''} onClick={add}>
            {t('calendars.holiday.add')}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
