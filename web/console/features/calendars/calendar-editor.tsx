import { Button, Fieldset, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../../../ui/api/client';
import { useCommand } from '../../../ui/api/use-command';
import { DraftNotice } from '../../../ui/drafts/draft-notice';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { Refusal } from '../../parts/form-dialog';
import { Overtaken } from '../../parts/overtaken';
import { CALENDAR_LIST, CALENDARS_KEY } from '../../parts/use-calendars';
import { isOvertaking, useRevision } from '../../parts/use-revision';
import { CalendarPreview } from './calendar-preview';
import { DeadlinePreview } from './deadline-preview';
import { changesOf } from './changes';
import { WEEKDAYS, type Calendar, type Span } from './calendar';
import { ExceptionsEditor } from './exceptions-editor';
import { HolidaysEditor } from './holidays-editor';
import { CALENDARS_MESSAGES } from './messages';
import { SpansEditor } from './spans-editor';
import { calendarKey } from './use-calendar';

/** The next version of a calendar, kept as a draft until it is saved. */
export function CalendarEditor({
  calendar,
  manages,
}: {
  calendar: Calendar;
  manages: boolean;
}): ReactElement {
  const { t, language } = useMessages(CALENDARS_MESSAGES);
  const queries = useQueryClient();
  const { id } = calendar;
  const revision = useRevision<Calendar>(`calendar:${id}`, calendar);
  const { base, next, change, clear, isOvertaken } = revision;
  const save = useCommand<Calendar, Calendar>({
    version: base.version,
    stales: [CALENDAR_LIST],
    send: (body, header) => api.PUT('/calendars/{id}', { params: { path: { id }, header }, body }),
    onDone: (saved) => {
      clear();
      queries.setQueryData(calendarKey(id), saved);
      toast(t('calendars.saved', { version: saved.version }));
    },
  });
  const setDay = (day: string, spans: Span[]): void => change({ weekly: { ...next.weekly, [day]: spans } });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isOvertaken) return;
        save.mutate(next, {
          onError: ({ code }) => {
            if (isOvertaking(code)) void queries.invalidateQueries({ queryKey: CALENDARS_KEY });
          },
        });
      }}
    >
      <Stack gap="lg">
        <DraftNotice draft={revision} />
        {!isOvertaking(save.error?.code) && <Refusal problem={save.error} />}
        {isOvertaken && (
          <Overtaken
            version={calendar.version}
            changes={changesOf(base, calendar, { t, language })}
            onKeep={revision.keep}
            onDiscard={clear}
          />
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="lg">
            <TextInput
              id="timeZone"
              label={t('calendars.timeZone')}
              readOnly={!manages}
              maw={320}
              value={next.timeZone}
              onChange={({ currentTarget }) => change({ timeZone: currentTarget.value })}
            />
            <Fieldset legend={t('calendars.weekly')} disabled={!manages}>
              <Stack gap="sm">
                {WEEKDAYS.map((day) => (
                  <SpansEditor
                    key={day}
                    name={t(`calendars.day.${day}`)}
                    spans={next.weekly[day] ?? []}
                    manages={manages}
                    onChange={(spans) => setDay(day, spans)}
                  />
                ))}
              </Stack>
            </Fieldset>
            <ExceptionsEditor
              exceptions={next.exceptions}
              manages={manages}
              onChange={(exceptions) => change({ exceptions })}
            />
          </Stack>
          <Stack gap="lg">
            <CalendarPreview calendar={next} />
            <DeadlinePreview calendar={next} />
            <HolidaysEditor
              holidays={next.holidays}
              manages={manages}
              onChange={(holidays) => change({ holidays })}
            />
          </Stack>
        </SimpleGrid>
        {manages && (
          <Group>
            <Button type="submit" disabled={isOvertaken} loading={save.isPending}>
              {t('calendars.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
