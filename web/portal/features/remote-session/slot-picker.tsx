import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { ErrorState } from '../../../ui/feedback/error-state';
import { ListSkeleton } from '../../../ui/feedback/page-skeleton';
import { ProblemAlert } from '../../../ui/feedback/problem-alert';
import { instantText } from '../../../ui/format/instant-text';
import { cityOf, viewerTimeZone } from '../../../ui/format/time-zone';
import { useMessages } from '../../../ui/i18n/use-messages';
import { toast } from '../../../ui/toasts/toast-store';
import { Choices } from './choices';
import { dayOf, dayText, hourText } from './day';
import { SESSION_PAGE } from './messages';
import type { RemoteSession } from './remote-session';
import classes from './session.module.css';
import { sessionKey } from './use-session';
import { useSessionCommand } from './use-session-command';

interface Slot {
  startsAt: string;
}

/** Times that can be had, in the client's own zone: first the day, then the hour. */
export function SlotPicker({
  session,
  onDone,
}: {
  session: RemoteSession;
  onDone?: () => void;
}): ReactElement {
  const { t, language } = useMessages(SESSION_PAGE);
  const { id, slot } = session;
  const [day, setDay] = useState<string | null>(null);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const slots = useQuery<Slot[], ApiProblem>({
    queryKey: [...sessionKey(id), 'slots'],
    queryFn: async ({ signal }) =>
      (await api.GET('/remote-sessions/{id}/slots', { params: { path: { id } }, signal })).data?.items ?? [],
  });
  const choose = useSessionCommand<string>(
    session,
    'choose-slot',
    (at, header) =>
      api.PUT('/remote-sessions/{id}/slot', { params: { path: { id }, header }, body: { startsAt: at } }),
    () => {
      toast(t('remoteSession.slot.done'));
      onDone?.();
    },
  );
  if (slots.data === undefined)
    return slots.error === null ? (
      <ListSkeleton rows={2} />
    ) : (
      <ErrorState problem={slots.error} onRetry={() => void slots.refetch()} />
    );
  const days = daysOf(slots.data.filter((one) => one.startsAt !== slot?.startsAt));
  if (days.size === 0) return <Text role="status">{t('remoteSession.slot.none')}</Text>;
  const shownDay = day !== null && days.has(day) ? day : ([...days.keys()][0] ?? '');
  const times = days.get(shownDay) ?? [];
  const chosen = times.some((one) => one.startsAt === startsAt) ? startsAt : null;
  return (
    <>
      <Choices
        name="day"
        isDay
        legend={t('remoteSession.slot.day')}
        value={shownDay}
        options={[...days].map(([value, [first]]) => ({
          value,
          label: dayText(first?.startsAt ?? '', language),
        }))}
        onChange={setDay}
      />
      <Choices
        name="time"
        legend={t('remoteSession.slot.time', { city: cityOf(viewerTimeZone()) })}
        value={chosen}
        options={times.map(({ startsAt: at }) => ({ value: at, label: hourText(at, language) }))}
        onChange={setStartsAt}
      />
      {chosen !== null && (
        <Text role="status" fw={600}>
          {instantText(chosen, language)}
        </Text>
      )}
      {choose.error && <ProblemAlert problem={choose.error} />}
      <div className={classes['secret']}>
        <Button
          disabled={chosen === null}
          loading={choose.isPending}
          onClick={() => {
            if (chosen !== null) choose.mutate(chosen, { onError: () => void slots.refetch() });
          }}
        >
          {t('remoteSession.slot.confirm')}
        </Button>
        {onDone && (
          <Button variant="default" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The times of each day of the viewer's, the earliest first. */
function daysOf(slots: readonly Slot[]): Map<string, Slot[]> {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    const day = dayOf(slot.startsAt);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}
