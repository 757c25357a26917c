import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../../../ui/i18n/use-messages';
import type { Calendar, Span } from './calendar';
import { dayName } from './day-name';
import { CALENDARS_MESSAGES } from './messages';
import { SpansEditor } from './spans-editor';

type Exceptions = Calendar['exceptions'];

/** Hours of single days, in place of what the week or a holiday says. */
export function ExceptionsEditor({
  exceptions,
  manages,
  onChange,
}: {
  exceptions: Exceptions;
  manages: boolean;
  onChange: (exceptions: Exceptions) => void;
}): ReactElement {
  const { t, language } = useMessages(CALENDARS_MESSAGES);
  const [date, setDate] = useState('');
  const dates = Object.keys(exceptions).sort();
  const set = (day: string, spans: Span[]): void => onChange({ ...exceptions, [day]: spans });
  const remove = (day: string): void =>
    onChange(Object.fromEntries(Object.entries(exceptions).filter(([known]) => known !== day)));
  return (
    <Fieldset legend={t('calendars.exceptions')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('calendars.exceptions.intro')}
      </Text>
      <Stack gap="sm">
        {dates.length === 0 && <Text>{t('calendars.exceptions.empty')}</Text>}
        {dates.map((day) => (
          <div key={day}>
            <SpansEditor
              name={dayName(day, language)}
              spans={exceptions[day] ?? []}
              manages={manages}
              onChange={(spans) => set(day, spans)}
            />
            {manages && (
              <Button
                variant="default"
                color="gray"
                size="compact-md"
                aria-label={t('calendars.remove.of', { date: dayName(day, language) })}
                onClick={() => remove(day)}
              >
                {t('calendars.remove')}
              </Button>
            )}
          </div>
        ))}
      </Stack>
      {manages && (
        <Group align="flex-end" mt="md">
          <TextInput
            type="date"
            label={t('calendars.date')}
            value={date}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={date === '' || exceptions[date] !== undefined}
            onClick={() => {
              set(date, []);
              setDate('');
            }}
          >
            {t('calendars.exception.add')}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
