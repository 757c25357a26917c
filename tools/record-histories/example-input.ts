import { randomUUID } from 'node:crypto';
import { answerTimes } from '../../src/activities/deadlines';
import type { VersionedCalendar } from '../../src/domain/calendar';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { TicketInput } from '../../src/workflows/messages';
import { CLIENT } from './recording-desk';

interface Options {
  calendar?: VersionedCalendar;
  wait?: { waitingClientHours: number; reminderHours: number[] };
  historyLimit?: number;
}

/** An invented registration; nobody real stands in a recorded history. */
export function exampleInput(
  folio: string,
  { calendar = DEFAULT_CALENDAR, wait, historyLimit }: Options = {},
): TicketInput {
  const policy = { ...DEFAULT_SUPPORT_POLICY, ...wait };
  const registeredAt = new Date().toISOString();
  const target = { from: registeredAt, hours: policy.targets.medium.firstAttentionHours };
  return {
    folio,
    registeredAt,
    actor: CLIENT,
    commandId: randomUUID(),
    policy,
    calendar,
    ...(historyLimit !== undefined && { historyLimit }),
    registration: {
      subject: 'El corte no suma',
      description: 'Las ventas a crédito no aparecen en el corte.',
      type: 'technical_problem',
      product: 'e-optics-online',
      productVersion: '1',
      incidentAt: registeredAt,
      contact: { name: 'Cliente de ejemplo', email: 'cliente@optica.test', phone: '555 010 0000' },
      organizationId: 'org-1',
      requesterId: CLIENT.id,
      attachmentIds: [],
      onBehalfReason: null,
      follows: null,
      splitFrom: null,
      coverage: {
        reason: 'covered',
        localDate: registeredAt.slice(0, 10),
        product: { id: 'e-optics-online', name: 'e-Optics online' },
        version: { asked: '1', current: '1' },
        contract: { number: 'C-1', plan: 'mensual', startsOn: '2026-01-01', endsOn: '2099-12-31' },
      },
      policyVersion: policy.version,
      calendar: { id: calendar.id, version: calendar.version },
      firstAttentionDue: answerTimes(calendar, { dues: { target } }).dues['target']!,
    },
  };
}
