import { VisuallyHidden } from '@mantine/core';
import { IconAlarm, IconClock, IconClockExclamation, IconHourglass } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Ticket } from '../../../ui/api/types';
import { durationText } from '../../../ui/format/duration-text';
import { instantText } from '../../../ui/format/instant-text';
import { useMessages } from '../../../ui/i18n/use-messages';
import { dueOf, type Due } from './due';
import { MESSAGES } from './messages';
import classes from './queue.module.css';
import { useNow } from './use-now';

/** Less than this before its instant, a timer warns. */
const SOON_MINUTES = 60;

/** A ticket's clock by icon, words and colour; screen readers get the instant instead of what is left. */
export function Timer({
  ticket,
}: {
  ticket: Pick<Ticket, 'status' | 'internal' | 'autoCloseAt'>;
}): ReactElement | null {
  const { t, language } = useMessages(MESSAGES);
  const now = useNow();
  const due = dueOf(ticket);
  if (due === null) return null;
  const minutes = (Date.parse(due.at) - now) / 60_000;
  const { tone, icon: Sign, text, instant } = looks(due, minutes);
  const at = instantText(due.at, language);
  return (
    <span className={classes['timer']} data-tone={tone} title={t(instant, { at })}>
      <Sign size="1.1em" aria-hidden />
      <span aria-hidden>{t(text, { time: durationText(Math.abs(minutes)) })}</span>
      <VisuallyHidden>{t(instant, { at })}</VisuallyHidden>
    </span>
  );
}

function looks({ kind }: Due, minutes: number) {
  if (kind === 'closing')
    return {
      tone: 'neutral',
      icon: IconHourglass,
      text: minutes > 0 ? 'queue.timer.closes' : 'queue.timer.closing',
      instant: 'queue.timer.closesAt',
    } as const;
  if (minutes < 0)
    return {
      tone: 'danger',
      icon: IconAlarm,
      text: 'queue.timer.overdue',
      instant: 'queue.timer.overdueAt',
    } as const;
  return {
    tone: minutes < SOON_MINUTES ? 'warning' : 'info',
    icon: minutes < SOON_MINUTES ? IconClockExclamation : IconClock,
    text: 'queue.timer.due',
    instant: 'queue.timer.dueAt',
  } as const;
}
