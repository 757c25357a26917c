import { Button, NumberInput, Paper, Stack, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { Deadline } from '../../../ui/api/types';
import { DeadlineTable } from '../../../ui/deadline/deadline-table';
import { useMessages } from '../../../ui/i18n/use-messages';
import { Refusal } from '../../parts/form-dialog';
import type { Calendar } from './calendar';
import { CALENDARS_MESSAGES } from './messages';

const HOURS = 48;

/** When a wait that begins at an instant would end with the hours as they stand here, saved or not. */
export function DeadlinePreview({ calendar }: { calendar: Calendar }): ReactElement {
  const { t } = useMessages(CALENDARS_MESSAGES);
  const [start, setStart] = useState(localNow);
  const [hours, setHours] = useState<number | string>(HOURS);
  const shown = useMutation<Deadline, ApiProblem>({
    mutationFn: async () => {
      const { timeZone, weekly, holidays, exceptions } = calendar;
      const startsAt = new Date(start).toISOString();
      const body = { timeZone, weekly, holidays, exceptions, startsAt, hours: Number(hours) };
      return (await api.POST('/calendars/preview', { body })).data as Deadline;
    },
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={t('calendars.deadline')}>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4">
          {t('calendars.deadline')}
        </Title>
        <TextInput
          type="datetime-local"
          label={t('calendars.deadline.start')}
          value={start}
          onChange={({ currentTarget }) => setStart(currentTarget.value)}
        />
        <NumberInput
          label={t('calendars.deadline.hours')}
          min={1}
          max={1000}
          value={hours}
          onChange={setHours}
        />
        <Button
          variant="default"
          loading={shown.isPending}
          disabled={Number.isNaN(Date.parse(start)) || !(Number(hours) > 0)}
          onClick={() => shown.mutate()}
        >
          {t('calendars.deadline.show')}
        </Button>
        <Refusal problem={shown.error} />
        {shown.data && <DeadlineTable deadline={shown.data} />}
      </Stack>
    </Paper>
  );
}

/** Now as a field for date and time wants it, in the zone of this device. */
function localNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
