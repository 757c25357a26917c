import type { Instant } from '../domain/instant';
import type { Fact } from '../domain/ticket/commands';
import { isHeldBySession, isWaitingForClient, type Ticket } from '../domain/ticket/ticket';

/** Something that an instant brings. */
export interface Appointment {
  at: Instant;
  fact: Fact;
  /** For the timer in the Web UI. */
  summary: string;
}

/** What lies ahead of a ticket, the earliest first. */
export function agendaOf(ticket: Ticket): Appointment[] {
  return [...closing(ticket), ...reminders(ticket), ...targets(ticket), ...estimate(ticket)].sort((a, b) =>
    a.at.localeCompare(b.at),
  );
}

function closing(ticket: Ticket): Appointment[] {
  if (!isWaitingForClient(ticket) || isHeldBySession(ticket)) return [];
  const { autoCloseAt } = ticket.waiting;
  return [
    {
      at: autoCloseAt,
      fact: { name: 'expire', data: {} },
      summary: `Closes without an answer at ${autoCloseAt}`,
    },
  ];
}

function reminders(ticket: Ticket): Appointment[] {
  if (!isWaitingForClient(ticket)) return [];
  return ticket.waiting.reminders.map(({ at, hours }) => ({
    at,
    fact: { name: 'remind', data: { hours } },
    summary: `Reminder ${hours} business hours before closing`,
  }));
}

function targets({ targets: { firstAttention, nextReply } }: Ticket): Appointment[] {
  const open = [
    { target: 'first_attention' as const, due: firstAttention },
    { target: 'next_reply' as const, due: nextReply },
  ];
  return open.flatMap(({ target, due }) =>
    due && !due.alarmed
      ? [
          {
            at: due.dueAt,
            fact: { name: 'missTarget', data: { target } } as const,
            summary: `Target of ${target}`,
          },
        ]
      : [],
  );
}

function estimate({ estimate }: Ticket): Appointment[] {
  if (!estimate || estimate.overrun) return [];
  return [
    {
      at: estimate.dueAt,
      fact: { name: 'overrunEstimate', data: {} },
      summary: 'Estimated time of the solution',
    },
  ];
}
