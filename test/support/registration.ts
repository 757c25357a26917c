import { randomUUID } from 'node:crypto';
import { answerTimes } from '../../src/activities/deadlines';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { VersionedCalendar } from '../../src/domain/calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { SupportPolicy } from '../../src/domain/policy/support-policy';
import type { Registration } from '../../src/domain/ticket/registration';
import type { TicketInput } from '../../src/workflows/messages';

/** For tests in which the hour of the day must not matter. */
export { ALWAYS_OPEN } from '../../tools/record-histories/always-open';

export const CLIENT = { id: 'client-1', role: 'client' } as const;
export const AGENT = { id: 'agent-1', role: 'agent' } as const;

export function aRegistration(given: Partial<Registration> = {}): Registration {
  return {
    subject: 'No se guardan las ventas',
    description: 'Al cobrar, la venta no aparece en el corte.',
    type: 'technical_problem',
    product: 'e-optics-online',
    productVersion: '2026.11',
    incidentAt: '2026-11-23T16:00:00.000Z',
    contact: { name: 'Rosa Núñez', email: 'rosa@optica-demo.test', phone: '+52 55 5555 0101' },
    organizationId: 'org-1',
    requesterId: CLIENT.id,
    attachmentIds: [],
    onBehalfReason: null,
    follows: null,
    splitFrom: null,
    coverage: {
      reason: 'covered',
      localDate: '2026-11-24',
      product: { id: 'e-optics-online', name: 'e-Optics online' },
      version: { asked: '2026.11', current: '2026.11' },
      contract: { number: 'C-1', plan: 'mensual', startsOn: '2026-01-01', endsOn: '2026-12-31' },
    },
    policyVersion: 1,
    calendar: { id: 'mx', version: 1 },
    firstAttentionDue: '2026-11-24T20:00:00.000Z',
    ...given,
  };
}

interface InputOptions {
  folio?: string;
  registeredAt?: string;
  policy?: Partial<SupportPolicy>;
  calendar?: VersionedCalendar;
  registration?: Partial<Registration>;
  historyLimit?: number;
}

/** What a ticket's workflow starts from. */
export function aTicketInput(options: InputOptions = {}): TicketInput {
  const calendar = options.calendar ?? DEFAULT_CALENDAR;
  const policy = { ...DEFAULT_SUPPORT_POLICY, ...options.policy };
  const registeredAt = options.registeredAt ?? new Date().toISOString();
  const firstAttentionDue = answerTimes(calendar, {
    dues: { due: { from: registeredAt, hours: policy.targets.medium.firstAttentionHours } },
  }).dues['due']!;
  return {
    folio: options.folio ?? String(Math.floor(100_000 + Math.random() * 900_000)),
    registeredAt,
    actor: CLIENT,
    commandId: randomUUID(),
    policy,
    calendar,
    registration: aRegistration({
      calendar: { id: calendar.id, version: calendar.version },
      incidentAt: registeredAt,
      firstAttentionDue,
      ...options.registration,
    }),
    ...(options.historyLimit !== undefined && { historyLimit: options.historyLimit }),
  };
}
